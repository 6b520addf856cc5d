import { IconBan, IconCircleFilled, IconCheck } from '@tabler/icons-react'
import { useIntl } from 'react-intl'
import type { Answered } from '../../api/operations.ts'
import type { Instant } from '../../api/types.ts'
import { choiceName } from '../../i18n/choices.ts'
import type { MessageKey } from '../../i18n/language.ts'
import { Ltr, Say, useT } from '../../i18n/Say.tsx'
import { KIND_WORDS, REASONS } from '../../preview/preview.ts'
import { RESULT_WORDS } from '../../telephone/calls.ts'
import { ENDINGS } from './CampaignProgress.tsx'

type Why = Answered<'GET', '/api/campaign-records/{campaign}/{record}/why'>

const ZONES: Readonly<Record<string, MessageKey>> = {
  NUMBER: 'why.zone.NUMBER',
  RECORD: 'why.zone.RECORD',
  AREA_CODE: 'why.zone.AREA_CODE',
  LIST: 'why.zone.LIST',
}

const APPLIED: Readonly<Record<string, MessageKey>> = {
  FINAL: 'why.applied.FINAL',
  WAIT: 'why.applied.WAIT',
  RETRY: 'why.applied.RETRY',
  RESCHEDULE: 'why.applied.RESCHEDULE',
  RESCHEDULE_BY_AGENT: 'why.applied.RESCHEDULE_BY_AGENT',
  STOP_NUMBER: 'why.applied.STOP_NUMBER',
  STOP_NUMBER_EVERYWHERE: 'why.applied.STOP_NUMBER_EVERYWHERE',
  STOP_RECORD: 'why.applied.STOP_RECORD',
  NO_NUMBERS_LEFT: 'disposition.NO_NUMBERS_LEFT',
  NEXT_NUMBER: 'why.applied.NEXT_NUMBER',
}

/// Where the record stands, what holds for each of its numbers now, and on what each attempt was founded.
export function WhyAnswer({ why }: { readonly why: Why }) {
  const moment = useMoment()
  return (
    <>
      <ul className="why-standing" data-testid="why-standing">
        <li>
          <Standing why={why} />
        </li>
        {why.status !== 'FINAL' && !why.running && (
          <li>
            <Say k="why.notRunning" values={{ campaign: <bdi key="c">{why.campaign}</bdi> }} />
          </li>
        )}
        {why.status !== 'FINAL' && !why.listEnabled && (
          <li>
            <Say k="why.listOff" />
          </li>
        )}
        {why.status !== 'FINAL' && why.onlyAgent !== null && (
          <li>
            <Say k="why.onlyAgent" values={{ agent: <bdi key="a">{why.onlyAgent}</bdi> }} />
          </li>
        )}
        {why.skips > 0 && (
          <li>
            <Say k="why.skips" values={{ count: why.skips }} />
          </li>
        )}
      </ul>
      <h3>
        <Say k="why.numbers" />
      </h3>
      <ul className="why-numbers">
        {why.numbers.map((one) => (
          <li key={one.position} data-testid="why-number" data-why={one.why ?? ''}>
            <span className="why-mark">
              {one.why !== null ? <IconBan size={16} aria-hidden /> : one.recommended ? <IconCircleFilled size={12} className="recommended" aria-hidden /> : <IconCheck size={16} aria-hidden />}
            </span>
            <div>
              <div className="row g2">
                <Ltr className="num">{one.number}</Ltr>
                <span className="subtle">
                  <Say k={KIND_WORDS[one.kind] ?? 'preview.kind.other'} />
                </span>
              </div>
              <div>
                {one.why !== null ? <Say k={REASONS[one.why] ?? 'preview.why.other'} /> : <Say k={one.recommended ? 'why.recommended' : 'why.allowed'} />}
                {one.again !== null && (
                  <>
                    {' '}
                    <Say k="why.again" values={{ time: moment(one.again) }} />
                  </>
                )}
              </div>
              <Clock at={one.localTime} zone={one.zone} from={one.zoneFrom} />
            </div>
          </li>
        ))}
      </ul>
      <h3>
        <Say k="why.attempts" />
      </h3>
      {why.attempts.length === 0 ? (
        <p className="muted">
          <Say k="why.noAttempts" />
        </p>
      ) : (
        <ol className="why-numbers">
          {why.attempts.map((one) => (
            <Attempt key={one.at} attempt={one} />
          ))}
        </ol>
      )}
    </>
  )
}

function Standing({ why }: { readonly why: Why }) {
  const t = useT()
  const moment = useMoment()
  switch (why.status) {
    case 'FINAL': {
      const ending = ENDINGS[why.result ?? '']
      const named = why.disposition === null ? null : choiceName({ name: null, code: why.disposition }, t)
      const end = why.result === 'DO_NOT_CALL' ? (named ?? (ending === undefined ? null : t(ending))) : ending === undefined ? named : t(ending)
      return end === null ? <Say k="why.final" /> : <Say k="why.finalBy" values={{ result: <bdi key="r">{end}</bdi> }} />
    }
    case 'HANDED':
      return <Say k="why.handed" />
    case 'RESCHEDULED':
      return why.notBefore !== null && why.until !== null ? (
        <Say k="why.rescheduled" values={{ from: moment(why.notBefore), until: moment(why.until) }} />
      ) : (
        <Say k="why.available" />
      )
    case 'WAITING':
    case 'AVAILABLE':
      return why.notBefore === null || Date.parse(why.notBefore) <= Date.now() ? (
        <Say k="why.available" />
      ) : (
        <Say k="why.waits" values={{ time: moment(why.notBefore) }} />
      )
  }
}

function Attempt({ attempt }: { readonly attempt: Why['attempts'][number] }) {
  const moment = useMoment()
  const result: MessageKey =
    attempt.result === null
      ? 'why.goesOn'
      : attempt.result in RESULT_WORDS
        ? RESULT_WORDS[attempt.result as keyof typeof RESULT_WORDS]
        : 'why.answered'
  const applied = APPLIED[attempt.applied ?? '']
  return (
    <li data-testid="why-attempt">
      <span className="why-mark" />
      <div>
        <div className="row g2">
          <Ltr className="num">{attempt.number}</Ltr>
          <span className="subtle">
            {moment(attempt.at)}
            {attempt.automatic && (
              <>
                {' · '}
                <Say k="preview.automatic" />
              </>
            )}
          </span>
        </div>
        <div>
          <Say k={result} />
          {applied !== undefined && (
            <>
              {' · '}
              <Say k={applied} />
            </>
          )}
        </div>
        <Clock at={attempt.localTime} zone={attempt.zone} from={attempt.zoneFrom} />
      </div>
    </li>
  )
}

/// What the customer's clock shows, and how its zone is known.
function Clock({ at, zone, from }: { readonly at: string; readonly zone: string; readonly from: string }) {
  return (
    <div className="meta muted">
      <Say k="why.clock" values={{ time: <Ltr key="t">{at.slice(11, 16)}</Ltr>, zone: <Ltr key="z">{zone}</Ltr> }} />{' '}
      <Say k={ZONES[from] ?? 'why.zone.LIST'} />
    </div>
  )
}

function useMoment(): (at: Instant) => string {
  const intl = useIntl()
  return (at) => intl.formatDate(at, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' })
}

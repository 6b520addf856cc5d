import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import { useIntl } from 'react-intl'
import { choiceName } from '../../i18n/choices.ts'
import type { MessageKey } from '../../i18n/language.ts'
import { Say, useT } from '../../i18n/Say.tsx'
import { Reading } from '../Sheet.tsx'
import { QuotaBars } from './QuotaBars.tsx'
import { useDiagnostics, useProgress } from './queries.ts'
import type { CampaignChoices, CampaignView, Diagnosis, DispositionChoice, OfList } from './types.ts'

const DIAGNOSES: Readonly<Record<Diagnosis, MessageKey>> = {
  NOT_ENABLED: 'campaign.lacks.NOT_ENABLED',
  NO_CALLS_SERVICE: 'campaign.lacks.NO_CALLS_SERVICE',
  NO_TRUNK: 'campaign.lacks.NO_TRUNK',
  NO_LIST: 'campaign.lacks.NO_LIST',
  NO_LIST_ENABLED: 'campaign.lacks.NO_LIST_ENABLED',
  NO_AGENTS: 'campaign.lacks.NO_AGENTS',
  NO_CALLING_HOURS: 'campaign.lacks.NO_CALLING_HOURS',
  NO_CALLER_ID: 'campaign.lacks.NO_CALLER_ID',
  NO_RECORDS: 'campaign.lacks.NO_RECORDS',
  QUOTAS_OF_SEVERAL_LISTS: 'campaign.lacks.QUOTAS_OF_SEVERAL_LISTS',
  QUOTA_FIELD_UNKNOWN: 'campaign.lacks.QUOTA_FIELD_UNKNOWN',
  QUOTA_RESULT_UNKNOWN: 'campaign.lacks.QUOTA_RESULT_UNKNOWN',
  QUOTAS_MET: 'campaign.lacks.QUOTAS_MET',
  SKIPPED_TOO_OFTEN: 'campaign.lacks.SKIPPED_TOO_OFTEN',
  CENTRE_CLOSED: 'campaign.lacks.CENTRE_CLOSED',
}

/// What ended a record where no agent did.
export const ENDINGS: Readonly<Record<string, MessageKey>> = {
  EXPIRED: 'campaign.ending.EXPIRED',
  DO_NOT_CALL: 'disposition.MATCHES_DNC',
  NO_NUMBERS_LEFT: 'disposition.NO_NUMBERS_LEFT',
  SKIPPED_TOO_OFTEN: 'campaign.ending.SKIPPED_TOO_OFTEN',
  FILTERED: 'campaign.ending.FILTERED',
}

/// What became of the records of a list, in the order in which the bar shows it.
const PARTS = [
  { name: 'completed', says: 'campaign.completed', of: (one: OfList) => one.completed },
  { name: 'handed', says: 'campaign.handedOut', of: (one: OfList) => one.handedOut },
  { name: 'rescheduled', says: 'campaign.rescheduled', of: (one: OfList) => one.rescheduled },
  { name: 'waiting', says: 'campaign.waiting', of: (one: OfList) => one.waiting },
  {
    name: 'fresh',
    says: 'campaign.fresh',
    of: (one: OfList) => one.total - one.completed - one.handedOut - one.rescheduled - one.waiting,
  },
] as const

interface Props {
  readonly campaign: CampaignView
  readonly choices: CampaignChoices
  readonly dispositions: readonly DispositionChoice[]
}

/// How far a campaign is, by list, and what has come of it; above it what it lacks.
export function CampaignProgress({ campaign, choices, dispositions }: Props) {
  const t = useT()
  const progress = useProgress(campaign.id)
  const diagnostics = useDiagnostics(campaign.id)
  const intl = useIntl()
  const number = (count: number) => intl.formatNumber(count)
  if (progress.data === undefined || diagnostics.data === undefined) return <Reading error={progress.error ?? diagnostics.error} />
  const { lists, results, quotas } = progress.data
  const sum = (of: (one: OfList) => number) => lists.reduce((all, one) => all + of(one), 0)
  const total = sum((one) => one.total)
  const told = results.filter((one) => one.disposition !== null || one.code !== null)
  const most = Math.max(1, ...told.map((one) => one.records))
  const nameOf = (one: (typeof results)[number]) => {
    const disposition = dispositions.find((each) => each.id === one.disposition)
    if (disposition !== undefined) return choiceName(disposition, t)
    const words = ENDINGS[one.code ?? '']
    return words === undefined ? choiceName({ name: null, code: one.code }, t) : t(words)
  }
  return (
    <div className="campaign-progress scroll">
      {diagnostics.data.length > 0 && (
        <ul className="campaign-lacks" data-testid="campaign-diagnostics">
          {diagnostics.data.map((one) => (
            <li key={one.code} className={one.hinders ? 'bad' : ''} data-code={one.code}>
              {one.hinders ? <IconAlertTriangle size={16} aria-hidden /> : <IconInfoCircle size={16} aria-hidden />}
              <span>
                <Say k={DIAGNOSES[one.code]} />
              </span>
            </li>
          ))}
        </ul>
      )}
      <dl className="campaign-figures" data-testid="campaign-figures">
        <Figure says="campaign.total" value={number(total)} />
        <Figure says="campaign.remaining" value={number(sum((one) => one.remaining))} />
        <Figure says="campaign.completed" value={number(sum((one) => one.completed))} />
        <Figure says="campaign.attempts" value={number(sum((one) => one.attempts))} />
      </dl>
      {quotas.length > 0 && (
        <>
          <h2>
            <Say k="campaign.quotas" />
          </h2>
          <QuotaBars quotas={quotas} dispositions={dispositions} />
        </>
      )}
      <h2>
        <Say k="campaign.byList" />
      </h2>
      {lists.length === 0 && (
        <p className="hint">
          <Say k="campaign.noRecords" />
        </p>
      )}
      {lists.map((one) => (
        <section key={one.list} className="campaign-bar">
          <h3>
            <bdi>{choices.lists.find((list) => list.id === one.list)?.name ?? one.list}</bdi>
            <span className="meta muted">
              <Say k="campaign.doneOf" values={{ done: number(one.completed), total: number(one.total) }} />
            </span>
          </h3>
          <div className="bar" aria-hidden>
            {PARTS.filter((part) => part.of(one) > 0).map((part) => (
              <i key={part.name} className={part.name} style={{ flexGrow: part.of(one) }} />
            ))}
          </div>
          <ul className="legend">
            {PARTS.map((part) => (
              <li key={part.name}>
                <i className={part.name} aria-hidden />
                <Say k={part.says} /> <b>{number(part.of(one))}</b>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <h2>
        <Say k="campaign.results" />
      </h2>
      {told.length === 0 ? (
        <p className="hint">
          <Say k="campaign.noResults" />
        </p>
      ) : (
        <ul className="campaign-results" data-testid="campaign-results">
          {told.map((one) => (
            <li key={`${one.disposition ?? ''} ${one.code ?? ''} ${String(one.completed)}`}>
              <span className="trunc">
                <bdi>{nameOf(one)}</bdi>{' '}
                {!one.completed && (
                  <span className="meta muted">
                    <Say k="campaign.notFinal" />
                  </span>
                )}
              </span>
              <span className="track" aria-hidden>
                <i style={{ inlineSize: `${String((100 * one.records) / most)}%` }} />
              </span>
              <b>{number(one.records)}</b>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Figure({ says, value }: { readonly says: MessageKey; readonly value: string }) {
  return (
    <div>
      <dt>
        <Say k={says} />
      </dt>
      <dd>{value}</dd>
    </div>
  )
}

import { IconCircleFilled, IconPhone } from '@tabler/icons-react'
import { useMemo } from 'react'
import { send } from '../api/http.ts'
import { useNow } from '../desk/now.ts'
import { useDesk } from '../desk/store.ts'
import { useFormats } from '../i18n/formats.ts'
import { Ltr, Say, useT } from '../i18n/Say.tsx'
import { useCommand } from '../shell/useCommand.ts'
import { useReachable } from '../telephone/device.ts'
import { KIND_WORDS, type NumberView, REASONS, type Reviewed, whyNotDial } from './preview.ts'

/// The addresses area: one click calls a number; the recommended one has a green circle, and says so in words.
export function Numbers({ reviewed }: { readonly reviewed: Reviewed }) {
  const { record } = reviewed
  return (
    <div className="group" data-testid="record-numbers">
      <div className="label">
        <Say k="contact.addresses" />
      </div>
      {record.noNumberWhy !== null && (
        <p className="hint bad" role="status" data-testid="no-number">
          <Say k="preview.noNumber" /> <Say k={REASONS[record.noNumberWhy] ?? 'preview.why.other'} />
        </p>
      )}
      {record.numbers.map((number) => (
        <Row key={number.position} reviewed={reviewed} number={number} />
      ))}
    </div>
  )
}

function Row({ reviewed, number }: { readonly reviewed: Reviewed; readonly number: NumberView }) {
  const t = useT()
  const formats = useFormats()
  const reachable = useReachable()
  const synced = useDesk((desk) => desk.sync.state === 'IN_SYNC')
  const { run, busy } = useCommand(() =>
    send('POST', '/api/previews/{preview}/dial', {
      path: { preview: reviewed.preview.id },
      body: { position: number.position, number: null },
    }),
  )
  const refused = whyNotDial(reviewed, number)
  const why = refused ?? (!synced ? 'wrapUp.whyNotInSync' : reachable ? null : 'call.whyNoPhone')
  return (
    <button
      type="button"
      className="record-number"
      data-testid="record-number"
      data-recommended={number.recommended}
      aria-disabled={why !== null || busy}
      aria-label={t('dial.callNumber', { number: number.number })}
      aria-describedby={`number-${number.position}`}
      onClick={() => {
        if (why === null && !busy) void run()
      }}
    >
      <span className="record-mark">
        {number.recommended && (
          <IconCircleFilled size={12} className="recommended" role="img" aria-label={t('preview.recommended')} />
        )}
      </span>
      <span className="record-words" id={`number-${number.position}`}>
        <span className="row g2">
          <Ltr className="num">{number.number}</Ltr>
          <span className="subtle">
            <Say k={KIND_WORDS[number.kind] ?? 'preview.kind.other'} />
          </span>
        </span>
        {number.recommended && (
          <span className="micro record-recommended">
            <Say k="preview.recommended" />
          </span>
        )}
        <span className="micro muted">
          <Say k="preview.localTime" values={{ time: <LocalTime key="t" zone={number.zone} /> }} />
        </span>
        {why !== null && (
          <span className="micro muted" data-testid="number-why">
            <Say k={why} />
            {number.again !== null && (
              <>
                {' '}
                <Say
                  k="preview.again"
                  values={{ day: formats.nearDay(number.again), time: <Ltr key="t">{formats.time(number.again)}</Ltr> }}
                />
              </>
            )}
          </span>
        )}
      </span>
      <span className="record-call">
        <IconPhone size={16} stroke={1.75} aria-hidden />
      </span>
    </button>
  )
}

/// What the customer's clock shows; it goes on while the record is reviewed.
export function LocalTime({ zone }: { readonly zone: string }) {
  const now = useNow()
  const format = useMemo(
    () => new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }),
    [zone],
  )
  return <Ltr>{format.format(now)}</Ltr>
}

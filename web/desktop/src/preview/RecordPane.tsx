import { Countdown } from '../desk/Timer.tsx'
import { Say, useT } from '../i18n/Say.tsx'
import { customerOf, type Reviewed, STATE_WORDS } from './preview.ts'

/// The record under review: whose it is, how long there is, and what its list says.
export function RecordPane({ reviewed }: { readonly reviewed: Reviewed }) {
  const t = useT()
  const { preview, record } = reviewed
  return (
    <section className="sheet" aria-label={t('preview.record')} data-testid="record">
      <div className="chead">
        <div className="grow">
          <h2 className="trunc">
            <bdi>{customerOf(preview) ?? t('preview.noName')}</bdi>
          </h2>
          <div className="meta subtle trunc">
            <bdi>{preview.campaign.name}</bdi>
            {' · '}
            <bdi>{record.list.name}</bdi>
            {' · '}
            <Say k={STATE_WORDS[preview.state]} />
          </div>
        </div>
        <ReviewTimer reviewed={reviewed} />
      </div>
      <div className="record-fields scroll">
        <dl className="kv">
          {record.fields.map((field) => (
            <div key={field.name} className="record-field">
              <dt>
                <bdi>{field.name}</bdi>
              </dt>
              <dd>
                <bdi>{field.value}</bdi>
              </dd>
            </div>
          ))}
        </dl>
        <p className="hint">
          <Say k="preview.ways" />
        </p>
      </div>
    </section>
  )
}

/// When the recommended number is dialled by itself, or that it will not be.
function ReviewTimer({ reviewed }: { readonly reviewed: Reviewed }) {
  const { timer, state } = reviewed.preview
  if (timer === null || state !== 'REVIEWING') return null
  return (
    <span className="tag" role="timer" data-testid="preview-timer" data-state={timer.state}>
      {timer.state === 'RUNNING' ? (
        <Say k="preview.timer" values={{ time: <Countdown key="t" until={timer.until} /> }} />
      ) : (
        <Say k="preview.timerStopped" />
      )}
    </span>
  )
}

import './followup.css'
import type { ActivityView, FollowUpView, Id } from '../api/types.ts'
import { useNow } from '../desk/now.ts'
import { useFormats } from '../i18n/formats.ts'
import { Ltr, Say } from '../i18n/Say.tsx'
import { AtThatClock } from './AtThatClock.tsx'
import { FollowUpActions } from './FollowUpActions.tsx'
import { STANDING_TAG, STANDING_WORD, standingOf } from './followUps.ts'

interface Props {
  readonly activity: ActivityView
  readonly followUp: FollowUpView
  /// Shows the activity that it follows.
  readonly onOpen: (activity: Id) => void
}

/// A follow-up in full.
export function FollowUpDetail({ activity, followUp, onOpen }: Props) {
  const formats = useFormats()
  return (
    <>
      <div className="row">
        <div className="grow">
          <h2>
            <Say k="followUp.heading" values={{ service: <bdi key="s">{activity.service.name}</bdi> }} />
          </h2>
          <div className="meta muted">
            {formats.day(followUp.createdAt)} · <Ltr>{formats.time(followUp.createdAt)}</Ltr> · <bdi>{followUp.owner.name}</bdi>
          </div>
        </div>
        <StandingTag followUp={followUp} />
      </div>
      <dl className="kv facts">
        <dt>
          <Say k="followUp.due" />
        </dt>
        <dd>
          {formats.day(followUp.dueAt)} · <Ltr>{formats.time(followUp.dueAt)}</Ltr>
          <AtThatClock at={followUp.dueAt} zone={followUp.zone} />
        </dd>
        {followUp.closedAt !== null && (
          <>
            <dt>
              <Say k="followUp.closed" />
            </dt>
            <dd>
              {formats.day(followUp.closedAt)} · <Ltr>{formats.time(followUp.closedAt)}</Ltr>
            </dd>
          </>
        )}
        <dt>
          <Say k="followUp.about" />
        </dt>
        <dd>
          <button type="button" className="flat link" data-testid="follow-up-earlier" onClick={() => onOpen(followUp.activity)}>
            <Say k="followUp.earlier" />
          </button>
        </dd>
      </dl>
      <section data-testid="follow-up-words">
        <h3>
          <Say k="followUp.note" />
        </h3>
        {followUp.note === '' ? (
          <p className="subtle">
            <Say k="followUp.noNote" />
          </p>
        ) : (
          <p className="words" dir="auto">
            {followUp.note}
          </p>
        )}
      </section>
      <FollowUpActions followUp={followUp} />
    </>
  )
}

export function StandingTag({ followUp }: { readonly followUp: FollowUpView }) {
  const standing = standingOf(followUp, useNow())
  return (
    <span className={STANDING_TAG[standing]} data-testid="follow-up-standing" data-standing={standing}>
      <Say k={STANDING_WORD[standing]} />
    </span>
  )
}

/// What was planned about an activity. Nothing where nothing was.
export function FollowUpsOf({ followUps, onOpen }: { readonly followUps: readonly FollowUpView[]; readonly onOpen: (activity: Id) => void }) {
  const formats = useFormats()
  if (followUps.length === 0) return null
  return (
    <section>
      <h3>
        <Say k="followUp.many" />
      </h3>
      <ul className="follow-ups-of" data-testid="follow-ups-of">
        {followUps.map((one) => (
          <li key={one.id} className="row g3">
            <button type="button" className="flat link" onClick={() => onOpen(one.id)}>
              {formats.shortDay(one.dueAt)} <Ltr>{formats.time(one.dueAt)}</Ltr>
            </button>
            <StandingTag followUp={one} />
            <span className="muted trunc" dir="auto">
              {one.note}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

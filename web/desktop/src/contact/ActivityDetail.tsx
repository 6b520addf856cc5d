import { IconLock, IconNote } from '@tabler/icons-react'
import { useNavigate, useSearchParams } from 'react-router'
import type { ActivityView, ActivityDetail as Detail, ContactSummary, Id, MessageView } from '../api/types.ts'
import { ScheduleButton } from '../followup/FollowUpActions.tsx'
import { FollowUpDetail, FollowUpsOf } from '../followup/FollowUpDetail.tsx'
import { Participants } from '../guest/GuestWords.tsx'
import { choiceName } from '../i18n/choices.ts'
import { clockOf, useFormats } from '../i18n/formats.ts'
import type { MessageKey } from '../i18n/language.ts'
import { explain } from '../i18n/problems.ts'
import { Ltr, Say, useT } from '../i18n/Say.tsx'
import { CallButton } from '../telephone/CallButton.tsx'
import { RESULT_WORDS } from '../telephone/calls.ts'
import { RecordingPlayer } from '../telephone/RecordingPlayer.tsx'
import { type Kind, KIND_WORD, kindOf } from '../writing/kinds.ts'
import { Changed } from '../writing/Changed.tsx'
import { MessageLeft } from '../writing/MessageLeft.tsx'
import { DeliveryMark } from '../writing/DeliveryMark.tsx'
import { EmailCard } from '../writing/EmailCard.tsx'
import { FileChips } from '../writing/FileChips.tsx'
import { whyTrusted } from '../writing/Trusted.tsx'
import { WriteButton } from '../writing/WriteButton.tsx'
import { type ActivityKind, kindOfActivity } from './activityKind.ts'
import { TRUST_WORDS } from './addresses.tsx'
import { Consultations } from './Consultations.tsx'
import { CopyLink } from './CopyLink.tsx'
import { nameOf } from './names.ts'
import { Postponements } from './Postponements.tsx'
import { Transfers } from './Transfers.tsx'
import { useActivity } from './queries.ts'
import { RatingShown } from './RatingShown.tsx'

interface Props {
  readonly id: Id
  readonly contact: ContactSummary
  /// Shows another one that is linked to it; where nothing is said, in Contacts.
  readonly onOpen?: (activity: Id) => void
}

/// One past interaction: when, with whom, what was said, what was noted.
export function ActivityDetail({ id, contact, onOpen }: Props) {
  const t = useT()
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const open = onOpen ?? ((activity: Id) => void navigate({ pathname: `/contacts/${contact.id}/activities/${activity}`, search: params.toString() }))
  const { data, error } = useActivity(id)
  if (error !== null) return <p className="hint err pad">{explain(error, t)}</p>
  if (data === undefined) return <p className="hint slow pad">{t('common.loading')}</p>
  return (
    <article className="activity-detail scroll" data-testid="activity-detail" tabIndex={0} aria-label={t('activities.detail')}>
      {data.activity.followUp === null ? (
        <Interaction detail={data} contact={contact} onOpen={open} />
      ) : (
        <FollowUpDetail activity={data.activity} followUp={data.activity.followUp} onOpen={open} />
      )}
    </article>
  )
}

function Interaction({ detail, contact, onOpen }: { readonly detail: Detail; readonly contact: ContactSummary; readonly onOpen: (activity: Id) => void }) {
  const { activity } = detail
  return (
    <>
      <Head detail={detail} contact={contact} />
      <Facts activity={activity} />
      <Consultations activity={activity} />
      <Postponements activity={activity} />
      <Transfers activity={activity} />
      <Participants activity={activity} />
      {activity.recordings.map((recording) => (
        <RecordingPlayer key={recording.id} recording={recording} />
      ))}
      {(activity.medium !== 'VOICE' || detail.messages.length > 0) && <Transcript detail={detail} contact={contact} />}
      <Notes notes={detail.notes} />
      <FollowUpsOf followUps={detail.followUps} onOpen={onOpen} />
      <div className="row">
        <ScheduleButton activity={activity.id} />
        <CopyLink contact={contact.id} activity={activity.id} />
      </div>
    </>
  )
}

const HEADINGS: Readonly<Record<ActivityKind, MessageKey>> = {
  WRITTEN: 'activities.writtenHeading',
  WRITTEN_MISSED: 'activities.abandonedHeading',
  CALL_IN: 'activities.callInHeading',
  CALL_OUT: 'activities.callOutHeading',
  CALL_MISSED: 'activities.missedCallHeading',
  CALL_NOT_REACHED: 'activities.callOutHeading',
  FOLLOW_UP: 'followUp.heading',
}

function Head({ detail, contact }: { readonly detail: Detail; readonly contact: ContactSummary }) {
  const t = useT()
  const formats = useFormats()
  const { activity } = detail
  const kind = kindOfActivity(activity)
  return (
    <div className="row">
      <div className="grow">
        <h2>
          <Say
            k={HEADINGS[kind]}
            values={{ service: <bdi key="s">{activity.service.name}</bdi>, channel: <Say key="c" k={KIND_WORD[kindOf(activity)]} /> }}
          />
        </h2>
        <div className="meta muted">
          {formats.day(activity.arrivedAt)}
          {' · '}
          <Ltr>
            {activity.endedAt === null
              ? formats.time(activity.arrivedAt)
              : `${formats.time(activity.arrivedAt)} – ${formats.time(activity.endedAt)}`}
          </Ltr>
          {activity.agent !== null && (
            <>
              {' · '}
              <bdi>{activity.agent.name}</bdi>
            </>
          )}
          {activity.party !== null && (
            <>
              {' · '}
              <Ltr className="num">{activity.party}</Ltr>
            </>
          )}
        </div>
      </div>
      {detail.disposition !== null && (
        <span className="tag" data-testid="activity-disposition">
          <bdi className="trunc">{choiceName(detail.disposition, t)}</bdi>
        </span>
      )}
      {activity.medium === 'VOICE' && activity.party !== null && (
        <CallButton
          number={activity.party}
          contact={contact.id}
          service={activity.service.id}
          word={kind === 'CALL_MISSED' ? 'activities.callBack' : 'activities.callAgain'}
        />
      )}
      <WriteButton contact={contact} channel={SUGGESTED[kindOf(activity)] ?? null} to={activity.party} />
    </div>
  )
}

/// By which channel what was past is written about first: its own, and after a call by SMS (S0-82).
const SUGGESTED: Readonly<Partial<Record<Kind, string>>> = {
  VOICE: 'sms',
  SMS: 'sms',
  EMAIL: 'email',
  WHATSAPP: 'whatsapp',
  TELEGRAM: 'telegram',
}

function outcomeWords(activity: ActivityView): MessageKey {
  if (activity.outcome === null) return 'activities.goesOn'
  if (kindOfActivity(activity) === 'CALL_NOT_REACHED') return 'activities.notReached'
  if (activity.outcome === 'ABANDONED') return 'activities.abandoned'
  return activity.direction === 'OUTBOUND' ? 'activities.talked' : 'activities.handled'
}

function Facts({ activity }: { readonly activity: ActivityView }) {
  const waitedUntil = activity.direction === 'INBOUND' ? (activity.acceptedAt ?? activity.endedAt) : null
  const lastedMs = lasted(activity)
  return (
    <dl className="kv facts">
      <dt>
        <Say k="activities.outcome" />
      </dt>
      <dd>
        <Say k={outcomeWords(activity)} /> <MessageLeft of={activity} />
        <Why activity={activity} />
      </dd>
      {activity.trust !== null && (
        <>
          <dt>
            <Say k="activities.sender" />
          </dt>
          <dd data-testid="activity-trust" data-trust={activity.trust}>
            <Say k={TRUST_WORDS[activity.trust]} />
            <div className="hint">
              <Say k={whyTrusted(activity, activity.trust)} />
            </div>
          </dd>
        </>
      )}
      {waitedUntil !== null && (
        <>
          <dt>
            <Say k="offer.waited" />
          </dt>
          <dd>
            <Ltr>{clockOf(Date.parse(waitedUntil) - Date.parse(activity.arrivedAt))}</Ltr>
          </dd>
        </>
      )}
      {lastedMs !== null && (
        <>
          <dt>
            <Say k="activities.lasted" />
          </dt>
          <dd>
            <Ltr>{clockOf(lastedMs)}</Ltr>
          </dd>
        </>
      )}
      <RatingShown activity={activity} />
      <dt>
        <Say k="activities.number" />
      </dt>
      <dd>
        <Ltr className="mono">{activity.id}</Ltr>
      </dd>
    </dl>
  )
}

/// Why nobody talked, or why it broke off.
function Why({ activity }: { readonly activity: ActivityView }) {
  if (activity.result === null) return null
  return (
    <span data-testid="activity-result">
      {' · '}
      <Say k={RESULT_WORDS[activity.result]} />
    </span>
  )
}

/// Of a call, how long was spoken. Null when nobody did, or it goes on.
function lasted({ medium, talkSeconds, acceptedAt, endedAt }: ActivityView): number | null {
  if (medium === 'VOICE') return talkSeconds === null ? null : talkSeconds * 1000
  return acceptedAt === null || endedAt === null ? null : Date.parse(endedAt) - Date.parse(acceptedAt)
}

function Transcript({ detail, contact }: { readonly detail: Detail; readonly contact: ContactSummary }) {
  const t = useT()
  // What colleagues noted was not said.
  const said = detail.messages.filter((one) => !one.internal).length
  const formats = useFormats()
  return (
    <section>
      <div className="row transcript-head">
        <h3>
          <Say k="activities.transcript" />
        </h3>
        {said > 0 && (
          <span className="meta subtle">
            <Say k="activities.messages" values={{ count: said }} />
          </span>
        )}
      </div>
      <ol className="transcript" data-testid="transcript">
        {detail.messages.map((message) => (
          <li key={message.seq} className={message.author.kind === 'CUSTOMER' ? 'customer' : message.internal ? 'noted' : ''} data-internal={message.internal || undefined}>
            <span className="who meta med trunc">
              <bdi>
                {message.author.kind === 'CUSTOMER'
                  ? nameOf(contact, t)
                  : (message.author.name ?? t(message.author.kind === 'AGENT' ? 'timeline.agent' : message.delivery == null ? 'timeline.system' : 'timeline.sentAutomatically'))}
              </bdi>
            </span>
            <time className="meta subtle" dateTime={message.at}>
              <Ltr>{formats.time(message.at)}</Ltr>
            </time>
            <Words message={message} conversation={detail.activity.conversation} mail={kindOf(detail.activity) === 'EMAIL' && !message.internal} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Words({ message, mail, conversation }: { readonly message: MessageView; readonly mail: boolean; readonly conversation: Id }) {
  if (mail) return <EmailCard message={message} account={null} conversation={null} thread={null} />
  return (
    <div className="transcript-words">
      {message.withdrawn ? (
        <i className="subtle">
          <Say k="message.withdrawn" />
        </i>
      ) : (
        <span className="words" dir="auto">
          {message.text}
        </span>
      )}
      <FileChips files={message.files ?? []} />
      {(message.internal || message.changedAt !== null) && (
        <div className="by">
          {message.internal && (
            <>
              <IconLock size={12} stroke={2} aria-hidden />
              <Say k="note.only" />
            </>
          )}
          {message.changedAt !== null && <Changed message={message} conversation={conversation} />}
        </div>
      )}
      {message.delivery != null && (
        <div className="by">
          <DeliveryMark delivery={message.delivery} message={null} />
        </div>
      )}
    </div>
  )
}

function Notes({ notes }: { readonly notes: string }) {
  return (
    <section data-testid="activity-notes">
      <div className="row transcript-head">
        <h3>
          <Say k="wrapUp.notes" />
        </h3>
      </div>
      {notes === '' ? (
        <p className="row g3 subtle">
          <IconNote size={14} className="flip" aria-hidden />
          <Say k="activities.noNotes" />
        </p>
      ) : (
        <p className="muted words" dir="auto">
          {notes}
        </p>
      )}
    </section>
  )
}

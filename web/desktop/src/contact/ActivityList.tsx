import { Button } from '@mantine/core'
import {
  IconCalendarTime,
  IconHistory,
  IconMailbox,
  IconMessageCircleX,
  IconPhoneIncoming,
  IconPhoneOutgoing,
  IconPhoneX,
  IconVolume,
} from '@tabler/icons-react'
import { Fragment, useEffect } from 'react'
import type { ActivityView, FollowUpView, Id } from '../api/types.ts'
import { useNow } from '../desk/now.ts'
import { STANDING_WORD, standingOf } from '../followup/followUps.ts'
import { choiceName } from '../i18n/choices.ts'
import { clockOf, type Formats, useFormats } from '../i18n/formats.ts'
import type { MessageKey } from '../i18n/language.ts'
import { explain } from '../i18n/problems.ts'
import { Ltr, Say, useT } from '../i18n/Say.tsx'
import { CallButton } from '../telephone/CallButton.tsx'
import { RESULT_WORDS } from '../telephone/calls.ts'
import { KIND_ICON, KIND_WORD, kindOf } from '../writing/kinds.ts'
import { ALL, type ActivityFilter, isAsked } from './activityFilter.ts'
import { type ActivityKind, kindOfActivity } from './activityKind.ts'
import { Consultations } from './Consultations.tsx'
import { useActivities } from './queries.ts'

interface Props {
  readonly contact: Id
  /// Null for all of them, by pages.
  readonly most: number | null
  /// A conversation that is on the screen anyway.
  readonly without?: Id
  readonly selected: Id | null
  /// Which of them; all where none is given.
  readonly filter?: ActivityFilter
  readonly onOpen: (activity: Id) => void
  /// Without headings and large empty states, for a corner of a panel.
  readonly compact?: boolean
}

/// What was before with this contact, newest first.
export function ActivityList({ contact, most, without, selected, filter = ALL, onOpen, compact = false }: Props) {
  const t = useT()
  const formats = useFormats()
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useActivities(contact, filter)
  const all = (data?.pages ?? []).flatMap((page) => page.items).filter((one) => one.conversation !== without)
  // The server looks through so many at a time: what fits may be further back.
  const goesOn = data !== undefined && all.length === 0 && isAsked(filter) && hasNextPage
  useEffect(() => {
    if (goesOn && !isFetchingNextPage) void fetchNextPage()
  }, [goesOn, isFetchingNextPage, fetchNextPage])
  if (error !== null) return <p className="hint err pad-s">{explain(error, t)}</p>
  if (data === undefined) return <p className="hint slow pad-s">{t('common.loading')}</p>
  if (goesOn) return <p className="hint slow pad-s">{t('activities.furtherBack')}</p>
  const shown = most === null ? all : all.slice(0, most)
  if (shown.length === 0) return isAsked(filter) ? <NoneFit /> : <NoActivities compact={compact} />
  return (
    <div data-testid="activities">
      <ul className="activities">
        {shown.map((activity, index) => (
          <Fragment key={activity.id}>
            {!compact && heading(shown, index, formats) !== null && (
              <li className="label activity-heading">{heading(shown, index, formats)}</li>
            )}
            <li className="activity-line">
              <Entry activity={activity} selected={activity.id === selected} onOpen={onOpen} />
              <Consultations activity={activity} />
              {kindOfActivity(activity) === 'CALL_MISSED' && activity.party !== null && (
                <span className="activity-call">
                  <CallButton number={activity.party} contact={contact} service={activity.service.id} />
                </span>
              )}
            </li>
          </Fragment>
        ))}
      </ul>
      {most === null && hasNextPage && (
        <div className="row more">
          <Button size="xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            <Say k="activities.older" />
          </Button>
        </div>
      )}
    </div>
  )
}

/// The month where a new one begins.
function heading(shown: readonly ActivityView[], index: number, formats: Formats): string | null {
  const activity = shown[index]
  const before = shown[index - 1]
  if (activity === undefined) return null
  const month = formats.month(activity.arrivedAt)
  return before !== undefined && formats.month(before.arrivedAt) === month ? null : month
}

function NoneFit() {
  return (
    <p className="meta subtle pad-s" role="status" data-testid="activities-none">
      <Say k="activities.noneFit" />
    </p>
  )
}

function NoActivities({ compact }: { readonly compact: boolean }) {
  if (compact) {
    return (
      <p className="meta subtle pad-s">
        <Say k="activities.noneShort" />
      </p>
    )
  }
  return (
    <div className="empty">
      <span className="art">
        <IconHistory size={32} stroke={1.4} aria-hidden />
      </span>
      <h2>
        <Say k="activities.noneTitle" />
      </h2>
      <p>
        <Say k="activities.noneText" />
      </p>
    </div>
  )
}

interface EntryProps {
  readonly activity: ActivityView
  readonly selected: boolean
  readonly onOpen: (activity: Id) => void
}

function Entry({ activity, selected, onOpen }: EntryProps) {
  const formats = useFormats()
  const t = useT()
  const today = formats.nearDay(activity.arrivedAt) === formats.nearDay(new Date().toISOString())
  const kind = kindOfActivity(activity)
  const Icon = kind === 'WRITTEN' ? KIND_ICON[kindOf(activity)] : ICONS[kind]
  return (
    <button
      type="button"
      className="activity"
      data-testid="activity"
      data-activity={activity.id}
      aria-current={selected ? 'true' : undefined}
      onClick={() => onOpen(activity.id)}
    >
      <span className="muted activity-icon">
        <Icon size={16} stroke={1.75} aria-hidden />
      </span>
      <span className="med trunc">
        <ActivityTitle activity={activity} />
      </span>
      <span className="meta subtle">
        {today ? <Ltr>{formats.time(activity.arrivedAt)}</Ltr> : formats.shortDay(activity.arrivedAt)}
      </span>
      <span />
      <span className="meta muted trunc">
        <ActivitySummary activity={activity} />
      </span>
      {activity.recordings.length > 0 ? (
        <span className="subtle activity-recorded">
          <IconVolume size={14} role="img" aria-label={t('recording.there')} />
        </span>
      ) : activity.messageLeft ? (
        <span className="subtle activity-recorded">
          <IconMailbox size={14} role="img" aria-label={t('chat.left')} data-testid="activity-left" />
        </span>
      ) : (
        <span />
      )}
    </button>
  )
}

const ICONS: Readonly<Record<Exclude<ActivityKind, 'WRITTEN'>, typeof IconHistory>> = {
  WRITTEN_MISSED: IconMessageCircleX,
  CALL_IN: IconPhoneIncoming,
  CALL_OUT: IconPhoneOutgoing,
  CALL_MISSED: IconPhoneX,
  CALL_NOT_REACHED: IconPhoneX,
  FOLLOW_UP: IconCalendarTime,
}

export function ActivityTitle({ activity }: { readonly activity: ActivityView }) {
  switch (kindOfActivity(activity)) {
    case 'WRITTEN':
      return (
        <Say k="activities.writtenTitle" values={{ channel: <Say key="c" k={KIND_WORD[kindOf(activity)]} />, count: activity.messages }} />
      )
    case 'FOLLOW_UP':
      return <Say k="followUp.one" />
    case 'WRITTEN_MISSED':
      return <Say k="activities.abandonedTitle" />
    case 'CALL_MISSED':
      return <Say k="activities.missedCall" />
    case 'CALL_NOT_REACHED':
      if (activity.result === null) return <Say k="activities.notReached" />
      return <Say k="activities.notReachedWhy" values={{ why: <Say key="w" k={RESULT_WORDS[activity.result]} /> }} />
    case 'CALL_IN':
      return <CallTitle k="activities.callIn" activity={activity} />
    case 'CALL_OUT':
      return <CallTitle k="activities.callOut" activity={activity} />
  }
}

function CallTitle({ k, activity }: { readonly k: MessageKey; readonly activity: ActivityView }) {
  return (
    <>
      <Say k={k} />
      {activity.talkSeconds !== null && (
        <>
          {' · '}
          <Ltr className="num">{clockOf(activity.talkSeconds * 1000)}</Ltr>
        </>
      )}
    </>
  )
}

/// In a few words: what came of it and with whom.
export function ActivitySummary({ activity }: { readonly activity: ActivityView }) {
  const t = useT()
  const formats = useFormats()
  if (activity.followUp !== null) return <FollowUpSummary followUp={activity.followUp} formats={formats} />
  if (activity.endedAt === null) return <Say k="activities.goesOn" />
  if (activity.outcome === 'ABANDONED') {
    const waitedMs = Date.parse(activity.endedAt) - Date.parse(activity.arrivedAt)
    return <Say k="activities.abandonedAfter" values={{ time: <Ltr key="t">{clockOf(waitedMs)}</Ltr> }} />
  }
  const result = activity.disposition === null ? [] : [choiceName(activity.disposition, t)]
  const words = activity.agent === null ? result : [...result, activity.agent.name]
  if (words.length === 0) return <bdi>{activity.service.name}</bdi>
  return words.map((word, index) => (
    <Fragment key={word}>
      {index > 0 && ' · '}
      <bdi>{word}</bdi>
    </Fragment>
  ))
}

/// When it is due, or what came of it, and what for.
function FollowUpSummary({ followUp, formats }: { readonly followUp: FollowUpView; readonly formats: Formats }) {
  const standing = standingOf(followUp, useNow())
  return (
    <>
      {standing === 'done' || standing === 'cancelled' ? (
        <Say k={STANDING_WORD[standing]} />
      ) : (
        <Say
          k={standing === 'overdue' ? 'followUp.overdueSince' : 'followUp.dueAt'}
          values={{ day: formats.nearDay(followUp.dueAt), time: <Ltr key="t">{formats.time(followUp.dueAt)}</Ltr> }}
        />
      )}
      {followUp.note !== '' && (
        <>
          {' · '}
          <bdi>{followUp.note}</bdi>
        </>
      )}
    </>
  )
}

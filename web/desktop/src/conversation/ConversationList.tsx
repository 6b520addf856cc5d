import { IconClock, IconPhone, IconPhoneIncoming, IconPhoneOutgoing } from '@tabler/icons-react'
import { Fragment, type KeyboardEvent, memo, useRef } from 'react'
import type { ConversationView, DeskSnapshot, Id, InteractionView, MessageView } from '../api/types.ts'
import { Avatar } from '../contact/Avatar.tsx'
import { useByNow } from '../desk/now.ts'
import { Countdown, Timer } from '../desk/Timer.tsx'
import { Ltr, Say, useT } from '../i18n/Say.tsx'
import { useShortcut } from '../keyboard/keys.ts'
import { Capacity } from '../presence/Capacity.tsx'
import { ownEntryOf, useNameIn } from '../preview/preview.ts'
import { RecordEntry } from '../preview/RecordEntry.tsx'
import { liveCallOf } from '../telephone/calls.ts'
import { ConsultationEntry } from './ConsultationEntry.tsx'
import { type Kind, KIND_ICON, KIND_WORD, kindOf, liveKinds } from '../writing/kinds.ts'
import { isAnyDrafted, useDrafts } from './drafts.ts'
import { awaitingAnswer, currentOf, lastWords, offerOf, unreadOf } from './unread.ts'

interface Props {
  readonly snapshot: DeskSnapshot
  readonly conversations: readonly ConversationView[]
  readonly selected: Id | null
  readonly onSelect: (conversation: Id) => void
}

export function ConversationList({ snapshot, conversations, selected, onSelect }: Props) {
  const t = useT()
  const list = useRef<HTMLUListElement>(null)
  const record = ownEntryOf(snapshot)
  const step = useStep(
    [...(record === null ? [] : [record.preview.id]), ...conversations.map((one) => one.id)],
    selected,
    onSelect,
    list,
  )
  return (
    <section className="acl" aria-label={t('conversations.active')}>
      <header>
        <h3>
          <Say k="conversations.active" />
        </h3>
        <span className="subtle meta">{conversations.length + (record === null ? 0 : 1)}</span>
      </header>
      {conversations.length === 0 && record === null ? (
        <p className="acl-none meta">
          <Say k="conversations.none" />
        </p>
      ) : (
        <ul
          className="items scroll"
          role="listbox"
          aria-label={t('conversations.active')}
          data-testid="conversation-list"
          ref={list}
          onKeyDown={step}
        >
          {record !== null && (
            <RecordEntry reviewed={record} selected={record.preview.id === selected} onSelect={onSelect} />
          )}
          {conversations.map((conversation) => (
            <Fragment key={conversation.id}>
              <Entry conversation={conversation} selected={conversation.id === selected} onSelect={onSelect} />
              <ConsultationEntry conversation={conversation} onSelect={onSelect} />
            </Fragment>
          ))}
        </ul>
      )}
      <Capacity presence={snapshot.presence} />
    </section>
  )
}

const STEPS: Readonly<Record<string, (index: number, last: number) => number>> = {
  ArrowDown: (index, last) => Math.min(index + 1, last),
  ArrowUp: (index) => Math.max(index - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
}

/// Arrow keys move within the list; shortcuts move from anywhere.
function useStep(
  entries: readonly Id[],
  selected: Id | null,
  onSelect: (entry: Id) => void,
  list: React.RefObject<HTMLUListElement | null>,
) {
  const go = (key: string, focus: boolean): boolean => {
    const index = entries.findIndex((one) => one === selected)
    const to = STEPS[key]?.(index, entries.length - 1)
    const next = to === undefined ? undefined : entries[to]
    if (to === undefined || next === undefined) return false
    onSelect(next)
    if (focus) list.current?.querySelector<HTMLElement>(`[role=option][data-conversation="${next}"]`)?.focus()
    return true
  }
  const several = entries.length > 1
  useShortcut('previous', several ? () => void go('ArrowUp', false) : null)
  useShortcut('next', several ? () => void go('ArrowDown', false) : null)
  return (event: KeyboardEvent) => {
    if (!event.altKey && go(event.key, true)) event.preventDefault()
  }
}

interface EntryProps {
  readonly conversation: ConversationView
  readonly selected: boolean
  readonly onSelect: (conversation: Id) => void
}

/// Drawn anew when its own conversation changes, and not with every one of the others.
const Entry = memo(function Entry({ conversation, selected, onSelect }: EntryProps) {
  const t = useT()
  const name = useNameIn(conversation)
  const unread = unreadOf(conversation)
  const words = lastWords(conversation)
  const ringing = conversation.state === 'OFFERED'
  const classes = ['item', selected && 'on', unread > 0 && 'unread', ringing && 'ringing'].filter(Boolean).join(' ')
  return (
    <li
      className={classes}
      role="option"
      aria-selected={selected}
      tabIndex={selected ? 0 : -1}
      data-testid="conversation-entry"
      data-conversation={conversation.id}
      data-state={conversation.state}
      onClick={() => onSelect(conversation.id)}
    >
      {conversation.contact.photo === null ? (
        <Glyph conversation={conversation} />
      ) : (
        <span className="portrait">
          <Avatar contact={conversation.contact} />
          <Glyph conversation={conversation} />
        </span>
      )}
      <span className="name trunc">
        <bdi>{name}</bdi>
      </span>
      <EntryTime conversation={conversation} />
      <span className="snippet">
        <span className={words === null ? 'pieces' : 'trunc'} dir={words === null ? undefined : 'auto'}>
          {words === null ? <Spoken conversation={conversation} /> : words.withdrawn ? <Say k="message.withdrawn" /> : words.text}
        </span>
        {unread > 0 && (
          <span className="badge" aria-label={t('conversations.unread', { count: unread })}>
            {unread}
          </span>
        )}
      </span>
      <span className="foot">
        <bdi className="trunc">{conversation.service.name}</bdi>
        <span aria-hidden>·</span>
        <EntryState conversation={conversation} />
      </span>
    </li>
  )
})

/// Where nothing was written, the call in a few words, with its number unless that is the name already.
function Spoken({ conversation }: { readonly conversation: ConversationView }) {
  const current = currentOf(conversation)
  if (current?.medium !== 'VOICE') return null
  return (
    <>
      <span>
        <Say k={current.direction === 'OUTBOUND' ? 'activities.callOut' : 'activities.callIn'} />
      </span>
      {conversation.contact.name !== null && current.party !== null && (
        <>
          {' · '}
          <Ltr className="num">{current.party}</Ltr>
        </>
      )}
    </>
  )
}

/// What goes on, or went on last; dark while that is a call. Another channel that is live has its own small sign.
function Glyph({ conversation }: { readonly conversation: ConversationView }) {
  const live = liveKinds(conversation.interactions)
  const current = currentOf(conversation)
  const main = live.includes('VOICE') ? 'VOICE' : current === null ? 'WEB' : kindOf(current)
  const beside = live.filter((kind) => kind !== main)
  return (
    <span className={live.includes('VOICE') ? 'glyph live' : 'glyph'}>
      <KindSign kind={main} size={16} direction={live.includes('VOICE') ? 'INTERNAL' : (current?.direction ?? 'INTERNAL')} />
      {beside[0] !== undefined && (
        <span className="mini">
          <KindSign kind={beside[0]} size={12} direction="INTERNAL" />
        </span>
      )}
    </span>
  )
}

interface SignProps {
  readonly kind: Kind
  readonly size: number
  readonly direction: InteractionView['direction']
}

function KindSign({ kind, size, direction }: SignProps) {
  const t = useT()
  const Icon = kind === 'VOICE' ? CALL_ICONS[direction] : KIND_ICON[kind]
  return <Icon size={size} stroke={1.75} role="img" aria-label={t(kind === 'WEB' ? 'medium.chat' : KIND_WORD[kind])} />
}

const CALL_ICONS = { INBOUND: IconPhoneIncoming, OUTBOUND: IconPhoneOutgoing, INTERNAL: IconPhone } as const

/// Whoever wrote a letter does not sit and wait for the answer.
function awaitingAtOnce(conversation: ConversationView): MessageView | null {
  const waiting = awaitingAnswer(conversation)
  const interaction = conversation.interactions.find((one) => one.id === waiting?.interaction)
  return interaction?.medium === 'EMAIL' ? null : waiting
}

/// A customer who has waited this long for an answer is marked.
const DUE_MS = 60_000

function EntryTime({ conversation }: { readonly conversation: ConversationView }) {
  const t = useT()
  const waiting = conversation.state === 'ACTIVE' ? awaitingAtOnce(conversation) : null
  const since = waiting === null ? Infinity : Date.parse(waiting.at)
  const due = useByNow((now) => now - since >= DUE_MS)
  const until = offerOf(conversation)?.offer?.until
  if (until !== undefined) {
    return (
      <span className="tm due" title={t('conversations.offerLeft')}>
        <Countdown until={until} />
      </span>
    )
  }
  if (due && waiting !== null) {
    return (
      <span className="tm due" title={t('conversations.waitsForYou')}>
        <IconClock size={12} stroke={2} aria-hidden />
        <Timer since={waiting.at} />
      </span>
    )
  }
  return (
    <span className="tm" title={t('conversations.sinceState')}>
      <Timer since={conversation.stateSince} />
    </span>
  )
}

function EntryState({ conversation }: { readonly conversation: ConversationView }) {
  const draft = useDrafts((all) => isAnyDrafted(all, conversation.id))
  const current = currentOf(conversation)
  if (conversation.state === 'WRAP_UP' && current?.wrapUpUntil != null) {
    return (
      <span className="trunc">
        <Say k="conversations.wrapUpLeft" values={{ time: <Countdown key="t" until={current.wrapUpUntil} /> }} />
      </span>
    )
  }
  return (
    <>
      <span className="trunc">
        <StateWords conversation={conversation} />
      </span>
      {draft && (
        <>
          <span aria-hidden>·</span>
          <Say k="conversations.draft" />
        </>
      )}
    </>
  )
}

function StateWords({ conversation }: { readonly conversation: ConversationView }) {
  switch (conversation.state) {
    case 'OFFERED':
      return <Say k={conversation.guest ? 'guest.asked' : 'state.ringing'} />
    case 'WRAP_UP':
      return <Say k="state.wrapUp" />
    case 'ACTIVE':
      return conversation.guest ? <Say k="guest.in" /> : <ActiveWords conversation={conversation} />
  }
}

function ActiveWords({ conversation }: { readonly conversation: ConversationView }) {
  const call = liveCallOf(conversation)?.call
  const beside = liveKinds(conversation.interactions).find((kind) => kind !== 'VOICE')
  switch (call?.state) {
    case 'DIALLING':
    case 'RINGING':
      return <Say k="conversations.calling" />
    case 'HELD':
      return <Say k="conversations.onHold" />
    case 'CONNECTED':
      if (beside === undefined) return <Say k="conversations.onCall" />
      if (beside === 'WEB') return <Say k="conversations.onCallInChat" />
      return <Say k="conversations.onCallAnd" values={{ channel: <Say key="c" k={KIND_WORD[beside]} /> }} />
    case 'ENDED':
    case undefined:
      return <Say k={awaitingAnswer(conversation) === null ? 'conversations.theirTurn' : 'conversations.yourTurn'} />
  }
}

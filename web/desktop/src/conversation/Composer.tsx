import { IconInfoCircle, IconLock, IconMessageCircle } from '@tabler/icons-react'
import { lazy, type ReactNode, Suspense, useId, useMemo } from 'react'
import type { ConversationView } from '../api/types.ts'
import { nameOf } from '../contact/names.ts'
import type { MessageKey } from '../i18n/language.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { ChannelTabs } from '../writing/ChannelTabs.tsx'
import { useContact } from '../contact/queries.ts'
import { isByAccount, NOTE, shownTab, type Tab, tabsOf, wayOf } from '../writing/choice.ts'
import { choices, useChoices } from '../writing/chosen.ts'
import { lastMailOf } from '../writing/email.ts'
import { LaterMailForm } from '../writing/LaterMailForm.tsx'
import { useReach } from '../writing/reach.ts'
import type { SentRoad } from '../writing/road.ts'
import { TextForm } from '../writing/TextForm.tsx'
import { ChatForm } from './ChatForm.tsx'
import { drafts, isDrafted, useDrafts } from './drafts.ts'
import { outbox } from './outbox.ts'
import { currentOf, liveMedia } from './unread.ts'

// Written seldom enough to come when it is wanted.
const NoteForm = lazy(async () => ({ default: (await import('../writing/NoteForm.tsx')).NoteForm }))

/// A guest writes in what they were asked into, and begins nothing beside it.
const NO_OTHER: ReturnType<typeof useReach> = []

/// The place to write: by each channel that reaches this customer, with a draft of its own. Where nothing can be
/// written it says why.
export function Composer({ conversation }: { readonly conversation: ConversationView }) {
  const reach = useReach(conversation.contact.id, conversation)
  const ways = conversation.guest ? NO_OTHER : reach
  const chosen = useChoices((all) => all.by[conversation.id] ?? null)
  const preferred = useContact(conversation.contact.id).data?.preferredChannel ?? null
  const tabs = useMemo(() => tabsOf(conversation.interactions, ways, preferred), [conversation.interactions, ways, preferred])
  const panel = useId()
  const tab = shownTab(tabs, conversation, chosen)
  if (conversation.state === 'OFFERED') return <NoComposer conversation={conversation} />
  const noting = chosen?.channel === NOTE
  const nothing = tab === null && !ways.some(isByAccount)
  if (nothing && !noting) {
    return (
      <NoComposer conversation={conversation}>
        <NoteTab conversation={conversation} on={false} back={null} />
      </NoComposer>
    )
  }
  const only = tabs.length === 1 && tab?.kind === 'WEB'
  return (
    <div className={noting ? 'composer noting' : 'composer'}>
      <div className="composer-head">
        {only && !noting ? (
          <div className="composer-channel">
            <IconMessageCircle size={14} aria-hidden />
            <Say k="medium.chat" />
          </div>
        ) : (
          <ChannelTabs
            place={conversation.id}
            tabs={tabs}
            shown={noting ? null : tab}
            panel={panel}
            onChoose={({ channel }) => choices.write(conversation.id, { channel, to: null, account: null })}
          />
        )}
        <NoteTab conversation={conversation} on={noting} back={tab} />
      </div>
      <div id={panel} role={only || noting ? undefined : 'tabpanel'}>
        {noting ? (
          <Suspense fallback={null}>
            <NoteForm conversation={conversation} />
          </Suspense>
        ) : tab === null ? (
          <p className="composer-none">
            <IconInfoCircle size={14} aria-hidden />
            <Say k="composer.noWay" />
          </p>
        ) : (
          <Form key={tab.channel} conversation={conversation} tab={tab} />
        )}
      </div>
    </div>
  )
}

interface NoteTabProps {
  readonly conversation: ConversationView
  readonly on: boolean
  /// What is written to the customer again when it is turned off.
  readonly back: Tab | null
}

/// Turns from the customer to colleagues, and back.
function NoteTab({ conversation, on, back }: NoteTabProps) {
  const t = useT()
  const drafted = useDrafts((all) => isDrafted(all, conversation.id, NOTE))
  const channel = on ? (back?.channel ?? '') : NOTE
  return (
    <button
      type="button"
      className="channel-tab note-tab"
      data-testid="note-tab"
      aria-pressed={on}
      title={t('note.hint')}
      onClick={() => choices.write(conversation.id, { channel, to: null, account: null })}
    >
      <IconLock size={14} stroke={1.75} aria-hidden />
      <Say k="note.title" />
      {drafted && !on && <span className="drafted" role="img" aria-label={t('composer.drafted')} title={t('composer.drafted')} />}
    </button>
  )
}

function Form({ conversation, tab }: { readonly conversation: ConversationView; readonly tab: Tab }) {
  const t = useT()
  const chosen = useChoices((all) => all.by[conversation.id] ?? null)
  if (tab.chat !== null) return <ChatForm conversation={conversation} live={tab.chat} />
  const way = wayOf(tab, chosen, numberOnTheLine(conversation))
  if (way === null) return null
  const { id } = conversation
  const send = (text: string, road: SentRoad, live: string | null) => {
    outbox.write({ conversation: id, interaction: live, text, road })
    drafts.write(id, tab.channel, '')
    drafts.attach(id, tab.channel, [])
    if (road.kind === 'EMAIL') drafts.mail(id, null)
  }
  const given = {
    place: id,
    contact: conversation.contact.id,
    conversation: id,
    tab,
    way,
    name: nameOf(conversation.contact, t),
    onWay: (one: typeof way) => choices.choose(id, { channel: tab.channel, to: one.address?.value ?? null, account: one.account.id }),
    onSend: send,
  }
  return tab.kind === 'EMAIL' ? <LaterMailForm {...given} answering={lastMailOf(conversation)} /> : <TextForm {...given} />
}

/// Of the call that goes on, or went on last: the first to be written to (S0-86).
function numberOnTheLine({ interactions }: ConversationView): string | null {
  return interactions.findLast((one) => one.medium === 'VOICE')?.party ?? null
}

function NoComposer({ conversation, children }: { readonly conversation: ConversationView; readonly children?: ReactNode }) {
  const ringing = conversation.state === 'OFFERED' || currentOf(conversation)?.state === 'OFFERED'
  return (
    <p className="no-composer">
      <IconInfoCircle size={14} aria-hidden />
      <Say k={ringing ? 'composer.notAccepted' : nothingToWrite(conversation)} />
      {children}
    </p>
  )
}

/// Why there is nothing to write into.
function nothingToWrite(conversation: ConversationView): MessageKey {
  if (liveMedia(conversation).has('VOICE')) return 'composer.onCall'
  return conversation.interactions.some((one) => one.medium === 'CHAT') ? 'composer.ended' : 'composer.callEnded'
}

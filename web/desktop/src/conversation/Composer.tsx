import { IconInfoCircle, IconMessageCircle } from '@tabler/icons-react'
import { useId, useMemo } from 'react'
import type { ConversationView } from '../api/types.ts'
import { nameOf } from '../contact/names.ts'
import type { MessageKey } from '../i18n/language.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { ChannelTabs } from '../writing/ChannelTabs.tsx'
import { useContact } from '../contact/queries.ts'
import { isByAccount, shownTab, type Tab, tabsOf, wayOf } from '../writing/choice.ts'
import { choices, useChoices } from '../writing/chosen.ts'
import { lastMailOf } from '../writing/email.ts'
import { MailForm } from '../writing/MailForm.tsx'
import { useReach } from '../writing/reach.ts'
import type { Road } from '../writing/road.ts'
import { TextForm } from '../writing/TextForm.tsx'
import { ChatForm } from './ChatForm.tsx'
import { drafts } from './drafts.ts'
import { outbox } from './outbox.ts'
import { currentOf, liveMedia } from './unread.ts'

/// The place to write: by each channel that reaches this customer, with a draft of its own. Where nothing can be
/// written it says why.
export function Composer({ conversation }: { readonly conversation: ConversationView }) {
  const ways = useReach(conversation.contact.id, conversation)
  const chosen = useChoices((all) => all.by[conversation.id] ?? null)
  const preferred = useContact(conversation.contact.id).data?.preferredChannel ?? null
  const tabs = useMemo(() => tabsOf(conversation.interactions, ways, preferred), [conversation.interactions, ways, preferred])
  const panel = useId()
  const tab = shownTab(tabs, conversation, chosen)
  if (conversation.state === 'OFFERED' || (tab === null && !ways.some(isByAccount))) return <NoComposer conversation={conversation} />
  const only = tabs.length === 1 && tab?.kind === 'WEB'
  return (
    <div className="composer">
      {only ? (
        <div className="composer-channel">
          <IconMessageCircle size={14} aria-hidden />
          <Say k="medium.chat" />
        </div>
      ) : (
        <ChannelTabs
          place={conversation.id}
          tabs={tabs}
          shown={tab}
          panel={panel}
          onChoose={({ channel }) => choices.write(conversation.id, { channel, to: null, account: null })}
        />
      )}
      <div id={panel} role={only ? undefined : 'tabpanel'}>
        {tab === null ? (
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

function Form({ conversation, tab }: { readonly conversation: ConversationView; readonly tab: Tab }) {
  const t = useT()
  const chosen = useChoices((all) => all.by[conversation.id] ?? null)
  if (tab.chat !== null) return <ChatForm conversation={conversation} live={tab.chat} />
  const way = wayOf(tab, chosen, numberOnTheLine(conversation))
  if (way === null) return null
  const { id } = conversation
  const send = (text: string, road: Road, live: string | null) => {
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
  return tab.kind === 'EMAIL' ? <MailForm {...given} answering={lastMailOf(conversation)} /> : <TextForm {...given} />
}

/// Of the call that goes on, or went on last: the first to be written to (S0-86).
function numberOnTheLine({ interactions }: ConversationView): string | null {
  return interactions.findLast((one) => one.medium === 'VOICE')?.party ?? null
}

function NoComposer({ conversation }: { readonly conversation: ConversationView }) {
  const ringing = conversation.state === 'OFFERED' || currentOf(conversation)?.state === 'OFFERED'
  return (
    <p className="no-composer">
      <IconInfoCircle size={14} aria-hidden />
      <Say k={ringing ? 'composer.notAccepted' : nothingToWrite(conversation)} />
    </p>
  )
}

/// Why there is nothing to write into.
function nothingToWrite(conversation: ConversationView): MessageKey {
  if (liveMedia(conversation).has('VOICE')) return 'composer.onCall'
  return conversation.interactions.some((one) => one.medium === 'CHAT') ? 'composer.ended' : 'composer.callEnded'
}

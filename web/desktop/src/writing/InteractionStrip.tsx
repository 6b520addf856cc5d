import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconMessageCircleX } from '@tabler/icons-react'
import { send } from '../api/http.ts'
import type { ConversationView, Id, InteractionView } from '../api/types.ts'
import { useDesk } from '../desk/store.ts'
import type { MessageKey } from '../i18n/language.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { liveCallOf } from '../telephone/calls.ts'
import { useCommand } from '../shell/useCommand.ts'
import { useEmail } from './email.ts'
import { type Kind, KIND_ICON, KIND_WORD, kindOf } from './kinds.ts'

/// Every interaction of the conversation by its channel, with its state; the same channel again is one.
export function InteractionStrip({ conversation }: { readonly conversation: ConversationView }) {
  const t = useT()
  const shown = new Map<Kind, InteractionView>()
  for (const one of conversation.interactions) {
    if (one.state === 'ENDED') continue
    const kind = kindOf(one)
    if (one.state === 'ACTIVE' || shown.get(kind)?.state !== 'ACTIVE') shown.set(kind, one)
  }
  if (shown.size < 2 && [...shown.keys()].every((kind) => kind === 'WEB' || kind === 'VOICE')) return null
  return (
    <ul className="strip" aria-label={t('strip.label')} data-testid="strip">
      {[...shown].map(([kind, interaction]) => {
        const Icon = KIND_ICON[kind]
        return (
          <li key={kind} className={interaction.state === 'ACTIVE' ? 'tag live' : 'tag'} data-testid="strip-interaction" data-channel={kind} data-state={interaction.state}>
            <Icon size={12} stroke={2} aria-hidden />
            <Say k={KIND_WORD[kind]} />
            <span className="subtle">
              <Say k={stateWord(interaction, conversation)} />
            </span>
          </li>
        )
      })}
    </ul>
  )
}

function stateWord({ state, medium }: InteractionView, conversation: ConversationView): MessageKey {
  switch (state) {
    case 'QUEUED':
    case 'OFFERED':
      return 'strip.ringing'
    case 'GUEST':
      return 'guest.in'
    case 'INVITED':
      return 'guest.asked'
    case 'WITH_COLLEAGUE':
      return 'strip.withColleague'
    case 'POSTPONED':
      return 'strip.postponed'
    case 'ACTIVE':
      return medium === 'VOICE' && liveCallOf(conversation)?.call.state === 'HELD' ? 'strip.held' : 'strip.live'
    case 'WRAP_UP':
    case 'ENDED':
      return 'strip.ended'
  }
}

/// Ends what is written live; a call is ended where it is heard. Several are ended one by one.
export function EndWriting({ conversation }: { readonly conversation: ConversationView }) {
  const t = useT()
  const synced = useDesk((desk) => desk.sync.state === 'IN_SYNC')
  const { run, busy } = useCommand((interaction: Id) => send('POST', '/api/interactions/{interaction}/end', { path: { interaction } }))
  const live = conversation.interactions.filter((one) => one.state === 'ACTIVE' && (one.medium === 'CHAT' || one.medium === 'EMAIL'))
  const only = live[0]
  if (only === undefined) return null
  const given = {
    size: 'xs',
    className: 'end-chat',
    'data-testid': 'end-writing',
    loading: busy,
    disabled: !synced,
    title: synced ? undefined : t('wrapUp.whyNotInSync'),
    leftSection: <IconMessageCircleX size={14} aria-hidden />,
  } as const
  if (live.length === 1) {
    return (
      <Button {...given} onClick={() => void run(only.id)}>
        <EndWords interaction={only} />
      </Button>
    )
  }
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button {...given} rightSection={<IconChevronDown size={14} aria-hidden />}>
          <Say k="strip.end" />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {live.map((one) => (
          <Menu.Item key={one.id} data-testid="end-one" onClick={() => void run(one.id)}>
            <EndWords interaction={one} />
            {kindOf(one) === 'EMAIL' && <Matter message={conversation.messages.find((message) => message.interaction === one.id && !message.internal)?.id ?? null} />}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

/// What about, where the same channel is there more than once.
export function Matter({ message }: { readonly message: Id | null }) {
  const subject = useEmail(message)?.subject ?? ''
  if (subject === '') return null
  return (
    <span className="meta subtle trunc mail-why-thread" dir="auto">
      {subject}
    </span>
  )
}

function EndWords({ interaction }: { readonly interaction: InteractionView }) {
  const kind = kindOf(interaction)
  if (kind === 'WEB') return <Say k="conversations.endChat" />
  return <Say k="strip.endChannel" values={{ channel: <Say key="c" k={KIND_WORD[kind]} /> }} />
}

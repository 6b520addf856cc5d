import { Button } from '@mantine/core'
import { IconMessageCircleX } from '@tabler/icons-react'
import { send } from '../api/http.ts'
import type { ConversationView, InteractionView } from '../api/types.ts'
import { useDesk } from '../desk/store.ts'
import { useFormats } from '../i18n/formats.ts'
import type { MessageKey } from '../i18n/language.ts'
import { Ltr, Say, useT } from '../i18n/Say.tsx'
import { StateMark } from '../presence/StateMark.tsx'
import { useNameIn } from '../preview/preview.ts'
import { useCommand } from '../shell/useCommand.ts'
import { CallBar } from '../telephone/CallBar.tsx'
import { liveCallOf } from '../telephone/calls.ts'
import { Composer } from './Composer.tsx'
import { Timeline } from './Timeline.tsx'
import { liveChatOf } from './unread.ts'

/// The selected conversation: who, what has been said, and the place to answer.
export function ConversationPane({ conversation }: { readonly conversation: ConversationView }) {
  const t = useT()
  const call = liveCallOf(conversation)
  const name = useNameIn(conversation)
  return (
    <section className="sheet" aria-label={t('conversations.with', { name })}>
      <Head conversation={conversation} />
      {call !== null && <CallBar key={call.interaction.id} live={call} />}
      <Timeline conversation={conversation} />
      <Composer conversation={conversation} />
    </section>
  )
}

function Head({ conversation }: { readonly conversation: ConversationView }) {
  const formats = useFormats()
  const live = liveChatOf(conversation)
  const name = useNameIn(conversation)
  return (
    <div className="chead">
      <div className="grow">
        <div className="row">
          <h2 className="trunc">
            <bdi>{name}</bdi>
          </h2>
          {conversation.state === 'WRAP_UP' && (
            <span className="tag acw">
              <StateMark state="WRAP_UP" />
              <Say k="state.wrapUp" />
            </span>
          )}
          {conversation.state === 'OFFERED' && (
            <span className="tag ringing">
              <StateMark state="RINGING" />
              <Say k="state.ringing" />
            </span>
          )}
        </div>
        <div className="meta subtle trunc">
          <bdi>{conversation.service.name}</bdi>
          {' · '}
          <Say
            k={SINCE_WORDS[conversation.interactions[0]?.medium ?? 'CHAT']}
            values={{ time: <Ltr key="t">{formats.time(conversation.openedAt)}</Ltr> }}
          />
        </div>
      </div>
      {live !== null && <EndChat interaction={live} />}
    </div>
  )
}

const SINCE_WORDS: Readonly<Record<InteractionView['medium'], MessageKey>> = {
  CHAT: 'conversations.webChatSince',
  VOICE: 'conversations.callSince',
  EMAIL: 'conversations.since',
  PREVIEW: 'conversations.since',
  TASK: 'conversations.since',
}

/// Ends the chat for the customer too; notes and disposition follow.
function EndChat({ interaction }: { readonly interaction: InteractionView }) {
  const t = useT()
  const synced = useDesk((desk) => desk.sync.state === 'IN_SYNC')
  const { run, busy } = useCommand(() => send('POST', '/api/interactions/{interaction}/end', { path: { interaction: interaction.id } }))
  return (
    <Button
      size="xs"
      className="end-chat"
      loading={busy}
      disabled={!synced}
      title={synced ? undefined : t('wrapUp.whyNotInSync')}
      leftSection={<IconMessageCircleX size={14} aria-hidden />}
      onClick={() => void run()}
    >
      <Say k="conversations.endChat" />
    </Button>
  )
}

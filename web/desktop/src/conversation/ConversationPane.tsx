import { memo } from 'react'
import type { ConversationView } from '../api/types.ts'
import { useFormats } from '../i18n/formats.ts'
import { Invite } from '../guest/Invite.tsx'
import { Together } from '../guest/Together.tsx'
import { Ltr, Say, useT } from '../i18n/Say.tsx'
import { StateMark } from '../presence/StateMark.tsx'
import { useNameIn } from '../preview/preview.ts'
import { CallBar } from '../telephone/CallBar.tsx'
import { liveCallOf } from '../telephone/calls.ts'
import { GiveAway } from '../writing/GiveAway.tsx'
import { EndWriting, InteractionStrip } from '../writing/InteractionStrip.tsx'
import { Postpone } from '../writing/Postpone.tsx'
import { KIND_WORD, kindOf } from '../writing/kinds.ts'
import { MessageLeft } from '../writing/MessageLeft.tsx'
import { NotVerifiedOf } from '../writing/Trusted.tsx'
import { Composer } from './Composer.tsx'
import { Timeline } from './Timeline.tsx'

/// The selected conversation: who, what has been said, and the place to answer. What happens in others leaves it alone.
export const ConversationPane = memo(function ConversationPane({ conversation }: { readonly conversation: ConversationView }) {
  const t = useT()
  const call = liveCallOf(conversation)
  const name = useNameIn(conversation)
  return (
    <section className="sheet" aria-label={t('conversations.with', { name })}>
      <Head conversation={conversation} />
      <Together conversation={conversation} />
      {call !== null && <CallBar key={call.interaction.id} live={call} conversation={conversation} />}
      <Timeline conversation={conversation} />
      <Composer conversation={conversation} />
    </section>
  )
})

function Head({ conversation }: { readonly conversation: ConversationView }) {
  const formats = useFormats()
  const first = conversation.interactions[0]
  const left = conversation.interactions.find((one) => one.messageLeft && one.state !== 'ENDED')
  const name = useNameIn(conversation)
  return (
    <div className="chead">
      <div className="grow">
        <div className="row">
          <h2 className="trunc">
            <bdi>{name}</bdi>
          </h2>
          <NotVerifiedOf interactions={conversation.interactions} />
          {left !== undefined && <MessageLeft of={left} />}
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
            k="conversations.channelSince"
            values={{
              channel: <Say key="c" k={KIND_WORD[first === undefined ? 'WEB' : kindOf(first)]} />,
              time: <Ltr key="t">{formats.time(conversation.openedAt)}</Ltr>,
            }}
          />
        </div>
      </div>
      <InteractionStrip conversation={conversation} />
      <Invite conversation={conversation} />
      <GiveAway conversation={conversation} />
      <Postpone conversation={conversation} />
      <EndWriting conversation={conversation} />
    </div>
  )
}

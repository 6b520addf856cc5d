import type { ConversationView } from '../api/types.ts'
import { currentOf } from '../conversation/unread.ts'
import { WrapUpDock } from '../conversation/WrapUpDock.tsx'
import { shown, useEdits } from '../conversation/wrapup.ts'
import { NextCall } from './NextCall.tsx'
import type { Reviewed } from './preview.ts'

interface Props {
  readonly reviewed: Reviewed
  readonly conversation: ConversationView
}

/// Of a record that is called or was: notes and disposition as of any call, and the next call where the disposition
/// does not close the matter.
export function CalledOutcome({ reviewed, conversation }: Props) {
  const interaction = currentOf(conversation)
  const all = useEdits()
  const disposition = interaction === null ? null : shown(conversation, interaction, all).disposition
  const chosen = interaction?.dispositions.find((one) => one.id === disposition)
  return (
    <WrapUpDock conversation={conversation}>
      {chosen !== undefined && !chosen.final && <NextCall reviewed={reviewed} />}
    </WrapUpDock>
  )
}

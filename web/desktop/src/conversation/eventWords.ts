import type { InteractionView, Party } from '../api/types.ts'
import type { MessageKey } from '../i18n/language.ts'
import { RESULT_WORDS } from '../telephone/calls.ts'
import { kindOf } from '../writing/kinds.ts'

/// What happened to an interaction, in words: *you* for what this agent did, a name for what another one did.

type Ended = Readonly<Record<Party, MessageKey>>

const CHAT_ENDED: Ended = {
  CUSTOMER: 'timeline.endedByCustomer',
  AGENT: 'timeline.endedByAgent',
  SYSTEM: 'timeline.endedBySystem',
}

const CALL_ENDED: Ended = {
  CUSTOMER: 'timeline.callEndedByCustomer',
  AGENT: 'timeline.callEndedByAgent',
  SYSTEM: 'timeline.callEnded',
}

export function endedWords(interaction: InteractionView, by: Party | null): MessageKey {
  const { medium, call, host } = interaction
  if (kindOf(interaction) === 'WEB') return by === null ? 'timeline.ended' : by === 'AGENT' && host !== null ? 'timeline.endedByName' : CHAT_ENDED[by]
  if (medium !== 'VOICE') return 'timeline.channelEnded'
  const result = call?.result ?? null
  if (result !== null) return RESULT_WORDS[result]
  return by === null ? 'timeline.callEnded' : by === 'AGENT' && host !== null ? 'timeline.callEndedByName' : CALL_ENDED[by]
}

/// Who accepted it has it still: whoever gets what was given away did not wait for it.
export function acceptedWords(interaction: InteractionView): MessageKey {
  const own = interaction.host === null
  if (interaction.medium === 'VOICE') return own ? 'timeline.callAccepted' : 'timeline.callAcceptedByName'
  if (kindOf(interaction) === 'WEB') return own ? 'timeline.accepted' : 'timeline.acceptedByName'
  return own ? 'timeline.youAccepted' : 'timeline.nameAccepted'
}

import type { MessageKey } from '../i18n/language.ts'
import type { useTelephone } from './store.ts'

/// What the user is told of the telephone: the first that is in the way, else that it works.
export type State =
  | 'NOT_HERE'
  | 'ASK'
  | 'DENIED'
  | 'NO_MICROPHONE'
  | 'ELSEWHERE'
  | 'REFUSED'
  | 'CONNECTING'
  | 'CONNECTED'
  /// Calls go to a telephone on the desk, which is there.
  | 'PHONE'
  | 'PHONE_AWAY'
  /// Calls go to a number of the user's own.
  | 'NUMBER'

type Telephone = ReturnType<typeof useTelephone.getState>

/// Of the telephone in this window.
export function stateOf({ permission, line, failure }: Telephone): State {
  switch (permission) {
    case 'NOT_HERE':
    case 'ASK':
    case 'DENIED':
      return permission
    case 'GRANTED':
      break
  }
  if (failure !== null) return failure === 'DENIED' ? 'DENIED' : 'NO_MICROPHONE'
  switch (line.state) {
    case 'DOWN':
      return 'CONNECTING'
    case 'CONNECTING':
    case 'CONNECTED':
    case 'ELSEWHERE':
    case 'REFUSED':
      return line.state
  }
}

/// One or two words.
export const STATE_WORDS: Readonly<Record<State, MessageKey>> = {
  NOT_HERE: 'phone.state.notHere',
  ASK: 'phone.state.ask',
  DENIED: 'phone.state.blocked',
  NO_MICROPHONE: 'phone.state.noMicrophone',
  ELSEWHERE: 'phone.state.elsewhere',
  REFUSED: 'phone.state.refused',
  CONNECTING: 'phone.state.connecting',
  CONNECTED: 'phone.state.connected',
  PHONE: 'phone.state.phone',
  PHONE_AWAY: 'phone.state.phoneAway',
  NUMBER: 'phone.state.number',
}

/// What it means and what to do.
export const STATE_SENTENCES: Readonly<Record<State, MessageKey>> = {
  NOT_HERE: 'phone.notHere',
  ASK: 'phone.ask',
  DENIED: 'phone.blocked',
  NO_MICROPHONE: 'phone.noMicrophone',
  ELSEWHERE: 'phone.elsewhere',
  REFUSED: 'phone.refused',
  CONNECTING: 'phone.connecting',
  CONNECTED: 'phone.connected',
  PHONE: 'phone.onPhone',
  PHONE_AWAY: 'phone.phoneAway',
  NUMBER: 'phone.onNumber',
}

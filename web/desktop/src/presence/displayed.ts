import type { DeskSnapshot, PresenceState, PresenceView } from '../api/types.ts'
import { choiceName } from '../i18n/choices.ts'
import type { MessageKey } from '../i18n/language.ts'
import type { Translate } from '../i18n/Say.tsx'

/// What an agent's state is shown as: the work in hand first, then presence.
export type Displayed = 'READY' | 'RINGING' | 'BUSY' | 'WRAP_UP' | 'NOT_READY' | 'LOGGED_OUT'

export function displayed(presence: PresenceView): Displayed {
  return presence.workStatus === 'IDLE' ? presence.state : presence.workStatus
}

export const STATE_WORDS: Readonly<Record<Displayed, MessageKey>> = {
  READY: 'state.ready',
  RINGING: 'state.ringing',
  BUSY: 'state.busy',
  WRAP_UP: 'state.wrapUp',
  NOT_READY: 'state.notReady',
  LOGGED_OUT: 'state.loggedOut',
}

export const STATE_CLASSES: Readonly<Record<Displayed, string>> = {
  READY: 'ready',
  RINGING: 'ringing',
  BUSY: 'busy',
  WRAP_UP: 'acw',
  NOT_READY: 'notready',
  LOGGED_OUT: 'notready',
}

const THEN_WORDS: Readonly<Record<PresenceState, MessageKey>> = {
  READY: 'state.thenReady',
  NOT_READY: 'state.thenNotReady',
  LOGGED_OUT: 'state.thenLoggedOut',
}

const SYSTEM_REASONS: Readonly<Record<string, MessageKey>> = {
  LOGIN: 'reason.login',
  NO_ANSWER: 'reason.noAnswer',
  DECLINED: 'reason.declined',
  CONNECTION_LOST: 'reason.connectionLost',
  NO_DEVICE: 'reason.noDevice',
}

/// The words for a not-ready reason; null when there is none or it is no longer offered.
export function reasonWords(
  reason: string | null,
  reasons: DeskSnapshot['notReadyReasons'],
  t: Translate,
): string | null {
  if (reason === null) return null
  const system = SYSTEM_REASONS[reason]
  if (system !== undefined) return t(system)
  const chosen = reasons.find((one) => one.id === reason)
  return chosen === undefined ? null : choiceName(chosen, t)
}

/// What comes after the work in hand, when that is not being ready again.
export function afterwards(
  presence: PresenceView,
  reasons: DeskSnapshot['notReadyReasons'],
): { readonly words: MessageKey; readonly withdrawable: boolean } | null {
  if (presence.next !== null) return { words: THEN_WORDS[presence.next.state], withdrawable: withdrawable(presence, reasons) }
  if (presence.workStatus !== 'IDLE' && presence.state === 'NOT_READY') {
    return { words: THEN_WORDS.NOT_READY, withdrawable: false }
  }
  return null
}

/// Withdrawing is choosing the present state again; a reason that only the system gives cannot be chosen.
function withdrawable(presence: PresenceView, reasons: DeskSnapshot['notReadyReasons']): boolean {
  return presence.state === 'READY' || reasons.some((one) => one.id === presence.reason)
}

import type { MessageKey } from '../i18n/language.ts'
import type { Shortcut } from './keys.ts'

/// In words, for the sheet and for the palette; none may be left out.
export const DOES: Readonly<Record<Shortcut, MessageKey>> = {
  palette: 'rail.commands',
  accept: 'shortcuts.accept',
  reject: 'shortcuts.reject',
  previous: 'shortcuts.previous',
  next: 'shortcuts.next',
  send: 'shortcuts.send',
  newLine: 'shortcuts.newLine',
  result: 'shortcuts.result',
  complete: 'shortcuts.complete',
  skip: 'shortcuts.skip',
  postpone: 'shortcuts.postpone',
  dial: 'shortcuts.dial',
  mute: 'shortcuts.mute',
  hold: 'shortcuts.hold',
  keypad: 'shortcuts.keypad',
  endCall: 'shortcuts.endCall',
  search: 'shortcuts.search',
  help: 'rail.shortcuts',
}

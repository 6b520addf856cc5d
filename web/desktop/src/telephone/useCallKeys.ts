import { useShortcut } from '../keyboard/keys.ts'

interface CallKeys {
  readonly mute: (() => void) | null
  readonly hold: (() => void) | null
  readonly keypad: (() => void) | null
  readonly end: (() => void) | null
}

/// What the keys do with the call on the line, from anywhere. Null does nothing now.
export function useCallKeys(does: CallKeys): void {
  useShortcut('mute', does.mute)
  useShortcut('hold', does.hold)
  useShortcut('keypad', does.keypad)
  useShortcut('endCall', does.end)
}

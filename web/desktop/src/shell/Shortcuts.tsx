import { Modal } from '@mantine/core'
import { useEffect } from 'react'
import type { MessageKey } from '../i18n/language.ts'
import { Ltr, Say } from '../i18n/Say.tsx'
import { useClose } from '../session/PasswordDialog.tsx'

/// The names of keys are the same in every language.
const SHORTCUTS: readonly { readonly keys: readonly string[]; readonly does: MessageKey }[] = [
  { keys: ['Ctrl', '↵'], does: 'shortcuts.accept' },
  { keys: ['Shift', 'Esc'], does: 'shortcuts.reject' },
  { keys: ['Alt', '↑'], does: 'shortcuts.previous' },
  { keys: ['Alt', '↓'], does: 'shortcuts.next' },
  { keys: ['↵'], does: 'shortcuts.send' },
  { keys: ['Shift', '↵'], does: 'shortcuts.newLine' },
  { keys: ['Alt', 'C'], does: 'shortcuts.complete' },
  { keys: ['Alt', 'P'], does: 'shortcuts.postpone' },
  { keys: ['Alt', 'N'], does: 'shortcuts.dial' },
  { keys: ['Alt', 'M'], does: 'shortcuts.mute' },
  { keys: ['Alt', 'H'], does: 'shortcuts.hold' },
  { keys: ['Alt', 'K'], does: 'shortcuts.keypad' },
  { keys: ['Alt', 'X'], does: 'shortcuts.endCall' },
  { keys: ['/'], does: 'shortcuts.search' },
  { keys: ['?'], does: 'shortcuts.help' },
]

interface Props {
  readonly opened: boolean
  readonly onOpen: () => void
  readonly onClose: () => void
}

/// A sheet of what the keyboard can do, opened from the menu of help or by a question mark outside of a field.
export function Shortcuts({ opened, onOpen, onClose }: Props) {
  const close = useClose()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const writing = event.target instanceof HTMLElement && event.target.matches('input, textarea')
      if (event.key === '?' && !writing && !event.ctrlKey && !event.altKey && !event.metaKey) onOpen()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [onOpen])
  return (
    <Modal opened={opened} onClose={onClose} title={<Say k="shortcuts.title" />} closeButtonProps={close}>
      <dl className="shortcuts">
        {SHORTCUTS.map(({ keys, does }) => (
          <div key={does} className="row">
            <dt>
              <Say k={does} />
            </dt>
            <dd className="end">
              <Ltr>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </Ltr>
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}

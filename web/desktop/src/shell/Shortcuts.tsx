import { Modal } from '@mantine/core'
import { IconHelp } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { MessageKey } from '../i18n/language.ts'
import { Ltr, Say, useT } from '../i18n/Say.tsx'
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

/// A sheet of what the keyboard can do, opened by the button or by a question mark outside of a field.
export function Shortcuts() {
  const t = useT()
  const close = useClose()
  const [opened, setOpened] = useState(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const writing = event.target instanceof HTMLElement && event.target.matches('input, textarea')
      if (event.key === '?' && !writing && !event.ctrlKey && !event.altKey && !event.metaKey) setOpened(true)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  return (
    <>
      <button
        type="button"
        className="ib tall"
        aria-label={t('shortcuts.title')}
        title={t('shortcuts.title')}
        onClick={() => setOpened(true)}
      >
        <IconHelp size={16} aria-hidden />
      </button>
      <Modal opened={opened} onClose={() => setOpened(false)} title={<Say k="shortcuts.title" />} closeButtonProps={close}>
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
    </>
  )
}

import { IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { send } from '../api/http.ts'
import type { Id } from '../api/types.ts'
import { explain } from '../i18n/problems.ts'
import { Ltr, useT } from '../i18n/Say.tsx'
import { notice } from '../shell/notices.ts'

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const
const KNOWN: ReadonlySet<string> = new Set(KEYS)
/// As many as the line shows.
const SHOWN = 18

/// The keys of the telephone, by pointer or keyboard. They go out one after the other, in the order they were pressed.
export function Keypad({ interaction, onClose }: { readonly interaction: Id; readonly onClose: () => void }) {
  const t = useT()
  const [pressed, setPressed] = useState('')
  const pad = useRef<HTMLDivElement>(null)
  const going = useRef<Promise<unknown>>(Promise.resolve())
  useEffect(() => pad.current?.focus(), [])
  const press = (key: string) => {
    setPressed((before) => (before + key).slice(-SHOWN))
    going.current = going.current
      .then(() => send('POST', '/api/calls/{interaction}/keys', { path: { interaction }, body: { keys: key } }))
      .catch((error: unknown) => notice(explain(error, t)))
  }
  return (
    <div
      className="call-pop keypad"
      role="dialog"
      aria-label={t('call.keypad')}
      data-testid="keypad"
      tabIndex={-1}
      ref={pad}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
        else if (KNOWN.has(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) {
          event.preventDefault()
          press(event.key)
        }
      }}
    >
      <div className="row">
        <output className="keypad-pressed grow" aria-live="off">
          <Ltr>{pressed}</Ltr>
        </output>
        <button type="button" className="ib" aria-label={t('common.close')} onClick={onClose}>
          <IconX size={14} aria-hidden />
        </button>
      </div>
      <div className="keypad-keys" dir="ltr">
        {KEYS.map((key) => (
          <button key={key} type="button" onClick={() => press(key)}>
            {key}
          </button>
        ))}
      </div>
    </div>
  )
}

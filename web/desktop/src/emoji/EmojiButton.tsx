import { Popover } from '@mantine/core'
import { IconMoodSmile } from '@tabler/icons-react'
import { lazy, type RefObject, Suspense, useLayoutEffect, useRef, useState } from 'react'
import { useT } from '../i18n/Say.tsx'

const EmojiPicker = lazy(async () => ({ default: (await import('./EmojiPicker.tsx')).EmojiPicker }))

interface Props {
  /// Where the text is written.
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly text: string
  readonly onText: (text: string) => void
}

/// Puts an emoji where the cursor is.
export function EmojiButton({ field, text, onText }: Props) {
  const t = useT()
  const [opened, setOpened] = useState(false)
  const cursor = useRef<number | null>(null)
  useLayoutEffect(() => {
    if (cursor.current !== null) field.current?.setSelectionRange(cursor.current, cursor.current)
    cursor.current = null
  }, [field, text])
  const put = (sign: string) => {
    const from = field.current?.selectionStart ?? text.length
    const to = field.current?.selectionEnd ?? text.length
    cursor.current = from + sign.length
    setOpened(false)
    field.current?.focus()
    onText(text.slice(0, from) + sign + text.slice(to))
  }
  return (
    <Popover opened={opened} onChange={setOpened} onClose={() => field.current?.focus()} position="top-start" withinPortal>
      <Popover.Target>
        <button
          type="button"
          className="ib"
          data-testid="emoji"
          aria-label={t('composer.emoji')}
          title={t('composer.emoji')}
          onClick={() => setOpened(!opened)}
        >
          <IconMoodSmile size={16} stroke={1.75} aria-hidden />
        </button>
      </Popover.Target>
      <Popover.Dropdown data-testid="emoji-picker">
        <Suspense fallback={null}>
          <EmojiPicker onChoose={put} onClose={() => setOpened(false)} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}

import { Button } from '@mantine/core'
import { IconFile } from '@tabler/icons-react'
import { useRef } from 'react'
import type { MessageKey } from '../../i18n/language.ts'
import { Say, useT } from '../../i18n/Say.tsx'

interface Props {
  readonly says: MessageKey
  /// The name of the chosen file; null while there is none, or where it does not matter afterwards.
  readonly name: string | null
  readonly busy: boolean
  readonly testId: string
  readonly onPick: (file: File) => void
}

/// A button that asks for a file: the browser's own would speak the browser's language.
export function FilePick({ says, name, busy, testId, onPick }: Props) {
  const t = useT()
  const input = useRef<HTMLInputElement>(null)
  return (
    <span className="row g6 file-pick">
      <Button size="xs" loading={busy} leftSection={<IconFile size={14} aria-hidden />} onClick={() => input.current?.click()}>
        <Say k={says} />
      </Button>
      {name !== null && <bdi className="trunc">{name}</bdi>}
      <input
        ref={input}
        type="file"
        hidden
        tabIndex={-1}
        accept=".csv,.txt,text/csv,text/plain"
        aria-label={t(says)}
        data-testid={testId}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          event.currentTarget.value = ''
          if (file !== undefined) onPick(file)
        }}
      />
    </span>
  )
}

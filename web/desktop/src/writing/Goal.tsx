import { Button, Textarea, TextInput } from '@mantine/core'
import { IconInfoCircle, IconUserSearch } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { MessageKey } from '../i18n/language.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { written } from '../i18n/written.ts'
import { NOTE } from './begun.ts'

// What the dialogs are made of that ask to whom something goes, or who is to join in it.

interface SearchProps {
  readonly says: MessageKey
  readonly asks: MessageKey
  readonly testId: string
  readonly words: string
  readonly onWords: (words: string) => void
}

/// Those who are named so stand below.
export function GoalSearch({ says, asks, testId, words, onWords }: SearchProps) {
  const t = useT()
  return (
    <TextInput
      label={t(says)}
      placeholder={t(asks)}
      data-testid={testId}
      data-autofocus
      maxLength={80}
      leftSection={<IconUserSearch size={14} aria-hidden />}
      {...written(words)}
      value={words}
      onChange={(event) => onWords(event.currentTarget.value)}
    />
  )
}

interface OptionProps {
  readonly testId: string
  /// Why it cannot be chosen; null: it can.
  readonly why: string | null
  readonly chosen: boolean
  readonly onChoose: () => void
  readonly children: ReactNode
}

export function GoalOption({ testId, why, chosen, onChoose, children }: OptionProps) {
  return (
    <label className="goal" data-testid={testId} data-chosen={chosen || undefined} title={why ?? undefined}>
      <input type="radio" name="goal" checked={chosen} disabled={why !== null} onChange={onChoose} />
      {children}
    </label>
  )
}

interface NoteProps {
  readonly testId: string
  readonly note: string
  readonly onNote: (note: string) => void
}

/// A word for whoever is chosen.
export function GoalNote({ testId, note, onNote }: NoteProps) {
  const t = useT()
  return (
    <Textarea
      label={t('transfer.note')}
      data-testid={testId}
      autosize
      minRows={2}
      maxRows={6}
      maxLength={NOTE}
      {...written(note)}
      value={note}
      onChange={(event) => onNote(event.currentTarget.value)}
    />
  )
}

interface EndProps {
  readonly hint: ReactNode
  /// Null while nothing went wrong.
  readonly problem: string | null
  readonly submit: MessageKey
  readonly testId: string
  readonly chosen: boolean
  readonly busy: boolean
  readonly onClose: () => void
}

/// What will happen, what went wrong, and the two ways out.
export function GoalEnd({ hint, problem, submit, testId, chosen, busy, onClose }: EndProps) {
  return (
    <>
      <p className="hint">
        <IconInfoCircle size={12} stroke={2} aria-hidden />
        <span>{hint}</span>
      </p>
      {problem !== null && (
        <p className="hint err" role="alert">
          {problem}
        </p>
      )}
      <div className="row form-end">
        <Button onClick={onClose}>
          <Say k="common.cancel" />
        </Button>
        <Button type="submit" variant="filled" data-testid={testId} loading={busy} disabled={!chosen}>
          <Say k={submit} />
        </Button>
      </div>
    </>
  )
}

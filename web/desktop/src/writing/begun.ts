import type { Id } from '../api/types.ts'
import type { useDrafts } from '../conversation/drafts.ts'

/// Longer than this the server keeps no note.
export const NOTE = 500

type Drafts = ReturnType<typeof useDrafts.getState>

/// What has been begun in a conversation and not sent, of all channels; empty: nothing.
export function begunWords({ texts, mails }: Pick<Drafts, 'texts' | 'mails'>, conversation: Id): string {
  const own = Object.keys(texts)
    .filter((key) => key.startsWith(`${conversation}.`))
    .map((key) => texts[key] ?? '')
  return [...own, mails[conversation]?.text ?? '']
    .map((text) => text.trim())
    .filter(Boolean)
    .join('\n')
}

/// The note with these words behind it; null where they do not fit.
export function joined(note: string, words: string): string | null {
  const both = note.trim() === '' ? words : `${note.trim()}\n${words}`
  return both.length > NOTE ? null : both
}

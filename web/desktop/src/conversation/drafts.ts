import { create } from 'zustand'
import type { Id } from '../api/types.ts'
import { keep, recall } from '../session/storage.ts'

/// What is half-typed in each conversation. Kept across switching, reloading and a lost line.
interface Drafts {
  readonly user: Id | null
  readonly texts: Readonly<Record<Id, string>>
}

export const useDrafts = create<Drafts>(() => ({ user: null, texts: {} }))

const STORAGE = 'draft.'

export const drafts = {
  open(user: Id): void {
    useDrafts.setState({ user, texts: recall<string>(user, STORAGE) })
  },

  close(): void {
    useDrafts.setState({ user: null, texts: {} })
  },

  write(conversation: Id, text: string): void {
    const { user, texts } = useDrafts.getState()
    const { [conversation]: _, ...others } = texts
    useDrafts.setState({ texts: text === '' ? others : { ...others, [conversation]: text } })
    if (user !== null) keep(user, STORAGE + conversation, text === '' ? null : text)
  },
}

import { create } from 'zustand'
import type { Id } from '../api/types.ts'
import { keep, recall } from '../session/storage.ts'

/// What is half-typed in each conversation. Kept across switching, reloading and a lost line.
interface Drafts {
  readonly user: Id | null
  readonly texts: Readonly<Record<Id, string>>
}

export const useDrafts = create<Drafts>(() => ({ user: null, texts: {} }))

/// More conversations than an agent can hold in a week; the oldest drafts go first.
const MOST = 200
const STORAGE = 'drafts'

export const drafts = {
  open(user: Id): void {
    useDrafts.setState({ user, texts: recall<Record<Id, string>>(user, STORAGE) ?? {} })
  },

  close(): void {
    useDrafts.setState({ user: null, texts: {} })
  },

  write(conversation: Id, text: string): void {
    const { user, texts } = useDrafts.getState()
    const { [conversation]: _, ...others } = texts
    const next = text === '' ? others : { ...others, [conversation]: text }
    const kept = Object.fromEntries(Object.entries(next).slice(-MOST))
    useDrafts.setState({ texts: kept })
    if (user !== null) keep(user, STORAGE, Object.keys(kept).length === 0 ? null : kept)
  },
}

import { create } from 'zustand'
import type { Id } from '../api/types.ts'
import { useDesk } from '../desk/store.ts'
import { keep, recall } from '../session/storage.ts'

/// The service the user called with last, kept in this browser. Null before the first call.

const STORAGE = 'callService'

const useKept = create<{ readonly user: Id; readonly service: Id | null }>(() => ({ user: '', service: null }))

export function useLastService(): Id | null {
  const user = useDesk((desk) => desk.snapshot?.me.id ?? '')
  const kept = useKept()
  return kept.user === user ? kept.service : (recall<Id>(user, STORAGE)[''] ?? null)
}

export const lastService = {
  keep(service: Id): void {
    const user = useDesk.getState().snapshot?.me.id ?? ''
    useKept.setState({ user, service })
    keep(user, STORAGE, service)
  },
}

import { send } from '../api/http.ts'
import type { DeskSnapshot } from '../api/types.ts'
import { useDesk } from '../desk/store.ts'

/// Logging out with work in hand comes after that work: the state says so meanwhile, and it can be withdrawn.

const LEAVING = 'hiwar.leaving'

const outListeners = new Set<() => void>()

export function whenLeft(listener: () => void): () => void {
  outListeners.add(listener)
  return () => outListeners.delete(listener)
}

export async function leave(): Promise<void> {
  await send('PUT', '/api/desk/presence', { body: { state: 'LOGGED_OUT' } })
  const work = useDesk.getState().snapshot?.conversations.length ?? 0
  if (work === 0) await logOut()
  else sessionStorage.setItem(LEAVING, '1')
}

/// Called with every snapshot: goes out as soon as the floor has let the agent go.
export async function leaveWhenFree(snapshot: DeskSnapshot): Promise<void> {
  if (sessionStorage.getItem(LEAVING) === null) return
  if (snapshot.presence.state === 'LOGGED_OUT') await logOut()
  else if (snapshot.presence.next?.state !== 'LOGGED_OUT') sessionStorage.removeItem(LEAVING)
}

/// Ends the session of this browser.
export async function logOut(): Promise<void> {
  sessionStorage.removeItem(LEAVING)
  await send('POST', '/api/logout')
  for (const listener of outListeners) listener()
}

import { send } from '../api/http.ts'
import type { PresenceState } from '../api/types.ts'
import { whenInSync } from '../desk/store.ts'

/// As long as somebody who has just opened the page may wait for the line.
const FOR_THE_LINE_MS = 5_000

/// Who chooses before the desk is connected waits for it: the server makes nobody ready who is not there.
export async function choosePresence(state: PresenceState, reason: string | null = null): Promise<void> {
  await whenInSync(FOR_THE_LINE_MS)
  await send('PUT', '/api/desk/presence', { body: { state, reason } })
}

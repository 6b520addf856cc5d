import type { Id } from '../api/types.ts'
import { drafts } from '../conversation/drafts.ts'
import { outbox, type Post } from '../conversation/outbox.ts'
import { edits } from '../conversation/wrapup.ts'

/// What this browser keeps for the user of the desk: drafts, unsent messages, unsaved notes. Taken out before anything
/// of the desk is shown, so that nothing is typed over it, and put away when the desk is closed.

let owner: Id | null = null

export function takeOut(user: Id, by: Post): void {
  if (user === owner) return
  putAway()
  owner = user
  drafts.open(user)
  edits.open(user)
  outbox.open(user, by)
}

export function putAway(): void {
  owner = null
  drafts.close()
  edits.close()
  outbox.close()
}

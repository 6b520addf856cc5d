import type { ConversationView, Id } from '../api/types.ts'
import { choices } from '../writing/chosen.ts'
import { drafts, isAnyDrafted, useDrafts } from '../conversation/drafts.ts'
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

/// A conversation has left the desk. What is not sent or not saved stays: it may come back.
export function letGo(conversation: Id, held: readonly ConversationView[]): void {
  edits.keepOnly(new Set(held.flatMap((one) => one.interactions).map((one) => one.id)))
  if (!isAnyDrafted(useDrafts.getState(), conversation)) choices.forget(conversation)
}

export function putAway(): void {
  owner = null
  drafts.close()
  edits.close()
  outbox.close()
}

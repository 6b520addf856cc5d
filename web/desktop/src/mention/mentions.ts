import type { MentionView } from '../api/types.ts'

/// Where a note stands, for whoever may see its contact; null for others.
export function addressOf({ activity, contact }: MentionView): string | null {
  return activity === null || contact === null ? null : `/contacts/${contact.id}/activities/${activity}`
}

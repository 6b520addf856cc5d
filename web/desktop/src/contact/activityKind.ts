import type { ActivityView } from '../api/types.ts'

/// What an activity was, as a person would say it.
export type ActivityKind = 'CHAT' | 'CHAT_MISSED' | 'CALL_IN' | 'CALL_OUT' | 'CALL_MISSED' | 'CALL_NOT_REACHED'

export function kindOfActivity(activity: ActivityView): ActivityKind {
  const missed = activity.outcome === 'ABANDONED'
  if (activity.medium !== 'VOICE') return missed ? 'CHAT_MISSED' : 'CHAT'
  if (activity.direction !== 'OUTBOUND') return missed ? 'CALL_MISSED' : 'CALL_IN'
  return activity.endedAt !== null && activity.talkSeconds === null ? 'CALL_NOT_REACHED' : 'CALL_OUT'
}

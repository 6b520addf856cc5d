import type { ActivityView } from '../api/types.ts'
import { kindOf } from '../writing/kinds.ts'

/// What an activity was, as a person would say it. What is written is told apart by its channel.
export type ActivityKind = 'WRITTEN' | 'WRITTEN_MISSED' | 'CALL_IN' | 'CALL_OUT' | 'CALL_MISSED' | 'CALL_NOT_REACHED' | 'FOLLOW_UP'

export function kindOfActivity(activity: ActivityView): ActivityKind {
  if (activity.followUp !== null) return 'FOLLOW_UP'
  const missed = activity.outcome === 'ABANDONED'
  if (activity.medium !== 'VOICE') return missed && kindOf(activity) === 'WEB' ? 'WRITTEN_MISSED' : 'WRITTEN'
  if (activity.direction !== 'OUTBOUND') return missed ? 'CALL_MISSED' : 'CALL_IN'
  return activity.endedAt !== null && activity.talkSeconds === null ? 'CALL_NOT_REACHED' : 'CALL_OUT'
}

import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { get } from '../api/http.ts'
import type {
  CallingService,
  CallView,
  ConsultationView,
  ConversationView,
  DeskSnapshot,
  InteractionView,
  Me,
  SideCallView,
} from '../api/types.ts'
import { useDesk } from '../desk/store.ts'
import type { MessageKey } from '../i18n/language.ts'
import { useReachable } from './device.ts'
import { hush, mute, need, useTelephone } from './store.ts'

/// The calls of a desk. An agent has one at most: with a customer, or with a colleague.

export type Result = NonNullable<CallView['result']>

/// An interaction that is a call on the line now.
export interface LiveCall {
  readonly interaction: InteractionView
  readonly call: CallView
}

export function liveCallOf(conversation: ConversationView): LiveCall | null {
  for (const interaction of conversation.interactions) {
    const { call } = interaction
    if (interaction.state === 'ACTIVE' && call !== null && call.state !== 'ENDED') return { interaction, call }
  }
  return null
}

export function callInHand(snapshot: DeskSnapshot): LiveCall | null {
  for (const conversation of snapshot.conversations) {
    const live = liveCallOf(conversation)
    if (live !== null) return live
  }
  return null
}

/// The colleague or the number that is asked beside a call; what came of the last one is not one any more.
export function liveConsultationOf(call: CallView): ConsultationView | null {
  return call.consultation === null || call.consultation.state === 'ENDED' ? null : call.consultation
}

/// The call with a colleague that this agent speaks in, or waits for the colleague to answer.
export function sideCallInHand(snapshot: DeskSnapshot): SideCallView | null {
  const side = snapshot.sideCall
  if (side === null || side.state === 'ENDED') return null
  return side.state === 'RINGING' && side.direction === 'IN' ? null : side
}

export function sideCallRinging(snapshot: DeskSnapshot): SideCallView | null {
  const side = snapshot.sideCall
  return side !== null && side.state === 'RINGING' && side.direction === 'IN' ? side : null
}

function onCall(snapshot: DeskSnapshot | null): boolean {
  return snapshot !== null && (callInHand(snapshot) !== null || sideCallInHand(snapshot) !== null)
}

function muted(snapshot: DeskSnapshot | null): boolean {
  if (snapshot === null) return false
  return callInHand(snapshot)?.call.muted ?? sideCallInHand(snapshot)?.muted ?? false
}

/// What came of a call that nobody answered, or that ended otherwise than by hanging up.
export const RESULT_WORDS: Readonly<Record<Result, MessageKey>> = {
  BUSY: 'call.result.busy',
  NO_ANSWER: 'call.result.noAnswer',
  DECLINED: 'call.result.declined',
  NO_SUCH_NUMBER: 'call.result.noSuchNumber',
  UNREACHABLE: 'call.result.unreachable',
  NOT_ALLOWED: 'call.result.notAllowed',
  FAILED: 'call.result.failed',
  DROPPED: 'call.result.dropped',
  CANCELLED: 'call.result.cancelled',
}

export type CallPrivilege = Extract<
  Me['privileges'][number],
  'MAKE_CALLS' | 'TRANSFER_CALLS' | 'RECORD_CALLS' | 'LISTEN_TO_RECORDINGS'
>

export function useMay(privilege: CallPrivilege): boolean {
  return useDesk((desk) => desk.snapshot?.me.privileges.includes(privilege) ?? false)
}

const none: readonly CallingService[] = []

/// The services the agent may call with; empty until known, and for who may not.
export function useCallServices(): readonly CallingService[] {
  const may = useMay('MAKE_CALLS')
  const { data } = useQuery({
    queryKey: ['calls', 'services'],
    queryFn: () => get('/api/calls/services'),
    enabled: may,
    staleTime: 60_000,
  })
  return data ?? none
}

/// Why no call can be made now; null when one can.
export function useWhyNoCall(): MessageKey | null {
  const reachable = useReachable()
  const busy = useDesk((desk) => onCall(desk.snapshot))
  const synced = useDesk((desk) => desk.sync.state === 'IN_SYNC')
  if (busy) return 'call.whyOnCall'
  if (!synced) return 'wrapUp.whyNotInSync'
  return reachable ? null : 'call.whyNoPhone'
}

/// The microphone is open while there is a call, and silent while that is muted.
export function useSoundOfCalls(): void {
  const busy = useDesk((desk) => onCall(desk.snapshot))
  const shown = useDesk((desk) => muted(desk.snapshot))
  const silent = useTelephone((telephone) => telephone.hushed) || shown
  const microphone = useTelephone((telephone) => telephone.microphone)
  const line = useTelephone((telephone) => telephone.line.state)
  const speaking = busy && line === 'CONNECTED'
  useEffect(() => {
    void need('CALL', speaking)
  }, [speaking])
  useEffect(() => {
    if (shown || !busy) hush(false)
  }, [shown, busy])
  useEffect(() => mute(silent), [silent, microphone])
}

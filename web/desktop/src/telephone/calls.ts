import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { get } from '../api/http.ts'
import type { CallingService, CallView, ConversationView, DeskSnapshot, InteractionView, Me } from '../api/types.ts'
import { useDesk } from '../desk/store.ts'
import type { MessageKey } from '../i18n/language.ts'
import { mute, need, useTelephone } from './store.ts'

/// The calls of a desk. An agent has one at most.

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
  const line = useTelephone((telephone) => telephone.line.state)
  const busy = useDesk((desk) => desk.snapshot !== null && callInHand(desk.snapshot) !== null)
  const synced = useDesk((desk) => desk.sync.state === 'IN_SYNC')
  if (busy) return 'call.whyOnCall'
  if (!synced) return 'wrapUp.whyNotInSync'
  return line === 'CONNECTED' ? null : 'call.whyNoPhone'
}

/// The microphone is open while there is a call, and silent while that is muted.
export function useSoundOfCalls(): void {
  const busy = useDesk((desk) => desk.snapshot !== null && callInHand(desk.snapshot) !== null)
  const muted = useDesk((desk) => (desk.snapshot === null ? false : (callInHand(desk.snapshot)?.call.muted ?? false)))
  const microphone = useTelephone((telephone) => telephone.microphone)
  const line = useTelephone((telephone) => telephone.line.state)
  const speaking = busy && line === 'CONNECTED'
  useEffect(() => {
    void need('CALL', speaking)
  }, [speaking])
  useEffect(() => mute(muted), [muted, microphone])
}

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { get, Problem } from '../api/http.ts'
import type { ConversationView, Id } from '../api/types.ts'
import { useDesk } from '../desk/store.ts'
import type { MessageKey } from '../i18n/language.ts'
import type { Way } from './wire.ts'

/// How a customer can be reached, as the server judges it.

const none: readonly Way[] = []

export function useMayWrite(): boolean {
  return useDesk((desk) => (desk.snapshot?.me.privileges as readonly string[] | undefined)?.includes('WRITE_MESSAGES') ?? false)
}

/// Asked anew whenever something of the conversation has changed that decides about it: an interaction, or that the
/// customer has written. Empty until known.
export function useReach(contact: Id, conversation: ConversationView | null): readonly Way[] {
  const may = useMayWrite()
  const heard = conversation?.messages.findLast((message) => message.author.kind === 'CUSTOMER')?.seq ?? 0
  const stamp = conversation === null ? '' : `${conversation.version} ${heard}`
  const { data } = useQuery({
    queryKey: ['contacts', 'reach', contact, conversation?.id ?? '', stamp],
    queryFn: () =>
      get('/api/contacts/{contact}/reach', {
        path: { contact },
        ...(conversation === null ? {} : { query: { conversation: conversation.id } }),
      }),
    enabled: may,
    placeholderData: keepPreviousData,
    // Windows and templates change with the time alone.
    refetchInterval: 60_000,
    retry: (count, error) => count < 3 && !(error instanceof Problem && error.status < 500),
  })
  return data ?? none
}

interface Hindered {
  /// Two words, beside the channel.
  readonly short: MessageKey
  readonly sentence: MessageKey
}

const HINDRANCES: Readonly<Record<string, Hindered>> = {
  'no-address': { short: 'reach.noAddress', sentence: 'reach.noAddressWhy' },
  'opted-out': { short: 'reach.optedOut', sentence: 'reach.optedOutWhy' },
  'window-closed': { short: 'reach.windowClosed', sentence: 'reach.windowClosedWhy' },
  landline: { short: 'reach.landline', sentence: 'reach.landlineWhy' },
  'no-account': { short: 'reach.noAccount', sentence: 'reach.noAccountWhy' },
  'invalid-address': { short: 'reach.invalidAddress', sentence: 'reach.invalidAddressWhy' },
  'never-wrote': { short: 'reach.neverWrote', sentence: 'reach.neverWroteWhy' },
  'cannot-begin': { short: 'reach.neverWrote', sentence: 'reach.neverWroteWhy' },
  'no-visitor': { short: 'reach.noVisitor', sentence: 'reach.noVisitorWhy' },
  'with-colleague': { short: 'strip.withColleague', sentence: 'reach.withColleagueWhy' },
  'chat-ended': { short: 'reach.chatEnded', sentence: 'reach.chatEndedWhy' },
}

export function hindranceWords(code: string): Hindered {
  return HINDRANCES[code] ?? { short: 'reach.impossible', sentence: 'reach.impossibleWhy' }
}

import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { get } from '../api/http.ts'
import type { Id, UserPage, UserView } from '../api/types.ts'
import { type Period, since } from './channel/ledger.ts'

/// What administrators set up is read when it is looked at, and again after each change.

/// How often what changes by itself is looked at again.
const LOOK_EVERY_MS = 5_000

/// How they stand changes by itself.
export function useTrunks() {
  return useQuery({ queryKey: ['admin', 'trunks'], queryFn: () => get('/api/trunks'), refetchInterval: LOOK_EVERY_MS })
}

/// How they stand changes by itself.
export function useAccounts() {
  return useQuery({ queryKey: ['admin', 'accounts'], queryFn: () => get('/api/channel-accounts'), refetchInterval: LOOK_EVERY_MS })
}

/// Which channels there are, and to whom what comes in may go.
export function useChannels() {
  return useQuery({ queryKey: ['admin', 'channels'], queryFn: () => get('/api/channels') })
}

/// How the mails of services come to agents.
export function useMailServices() {
  return useQuery({ queryKey: ['admin', 'mail-services'], queryFn: () => get('/api/emails/services') })
}

/// What the provider of an account has approved.
export function useApprovedTemplates(account: Id) {
  return useQuery({
    queryKey: ['admin', 'approved-templates', account],
    queryFn: () => get('/api/channel-accounts/{account}/templates', { path: { account } }),
  })
}

/// The texts that agents write often.
export function useTemplates() {
  return useQuery({ queryKey: ['admin', 'templates'], queryFn: () => get('/api/templates') })
}

/// For what a template can be, and what can stand in it.
export function useTemplateChoices() {
  return useQuery({ queryKey: ['admin', 'template-choices'], queryFn: () => get('/api/template-choices') })
}

export function useLedger(period: Period) {
  return useQuery({
    queryKey: ['admin', 'ledger', period],
    queryFn: () => get('/api/ledger', { query: { from: since(period, Date.now()) } }),
    refetchInterval: LOOK_EVERY_MS,
    placeholderData: (before) => before,
  })
}

export function useSetAside() {
  return useInfiniteQuery({
    queryKey: ['admin', 'set-aside'],
    queryFn: ({ pageParam }) => get('/api/set-aside', { query: { cursor: pageParam } }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    refetchInterval: LOOK_EVERY_MS,
  })
}

export function useFailedDeliveries() {
  return useQuery({ queryKey: ['admin', 'failed-deliveries'], queryFn: () => get('/api/failed-deliveries'), refetchInterval: LOOK_EVERY_MS })
}

/// Where this server is reached; it changes only when it is started anew.
export function useOwnAddress() {
  return useQuery({
    queryKey: ['admin', 'own-address'],
    queryFn: () => get('/api/telephony-address'),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export function useNumbers() {
  return useQuery({ queryKey: ['admin', 'numbers'], queryFn: () => get('/api/phone-numbers') })
}

/// The services and languages to which the calls of a number may go.
export function useChoices() {
  return useQuery({ queryKey: ['admin', 'choices'], queryFn: () => get('/api/phone-numbers/choices') })
}

export function useLimits() {
  return useQuery({ queryKey: ['admin', 'limits'], queryFn: () => get('/api/call-limits') })
}

/// How long is kept what there is, and how much has gone.
export function useRetention() {
  return useQuery({ queryKey: ['admin', 'retention'], queryFn: () => get('/api/retention') })
}

export function useDestinations() {
  return useQuery({
    queryKey: ['admin', 'destinations'],
    queryFn: () => get('/api/call-limits/destinations'),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export function useVoice(service: Id) {
  return useQuery({
    queryKey: ['admin', 'voice', service],
    queryFn: () => get('/api/services/{service}/voice', { path: { service } }),
  })
}

/// Who may take calls with a telephone; all of them, page by page.
export function useUsers() {
  return useQuery({ queryKey: ['admin', 'users'], queryFn: allUsers })
}

async function allUsers(): Promise<readonly UserView[]> {
  const all: UserView[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const page: UserPage = await get('/api/users', { query: { cursor } })
    all.push(...page.items)
    cursor = page.next
  }
  return all
}

/// Whether they are registered changes by itself.
export function usePhones() {
  return useQuery({ queryKey: ['admin', 'phones'], queryFn: () => get('/api/phones'), refetchInterval: LOOK_EVERY_MS })
}

/// The chats of web pages.
export function useEntries() {
  return useQuery({ queryKey: ['admin', 'entries'], queryFn: () => get('/api/chat-entries') })
}

/// For what a chat of a web page can be.
export function useEntryChoices() {
  return useQuery({ queryKey: ['admin', 'entry-choices'], queryFn: () => get('/api/chat-entry-choices') })
}

/// Reads everything of administration again, and waits until what is on the screen is there.
export function useReadAgain(): () => Promise<void> {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: ['admin'] })
}

/// How a form is saved: what is on the screen is read again, and what was made is open then. `done` is null for what was
/// there before.
export function useKept(onMade: (id: Id) => void): (done: Promise<{ readonly id: Id } | null>) => Promise<void> {
  const readAgain = useReadAgain()
  return async (done) => {
    const made = await done
    await readAgain()
    if (made !== null) onMade(made.id)
  }
}

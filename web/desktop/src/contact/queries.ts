import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { get, Problem } from '../api/http.ts'
import type { AddressKind, Contact, Id } from '../api/types.ts'
import { useDesk, watchContacts } from '../desk/store.ts'
import { ALL, type ActivityFilter, questionOf } from './activityFilter.ts'

/// Contacts are read when looked at; what happens on the desk makes them be read again.

const LOOK_EVERY_MS = 10_000

/// Where a page begins; the first one has no cursor.
function begins(cursor: string): { readonly cursor?: string } {
  return cursor === '' ? {} : { cursor }
}

export function useContacts(query: string) {
  return useInfiniteQuery({
    queryKey: ['contacts', 'list', query],
    queryFn: ({ pageParam }) => get('/api/contacts', { query: { query, ...begins(pageParam) } }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })
}

/// @param watched whether somebody looks at it who is to learn soon that others have changed or deleted it
export function useContact(id: Id, watched = false) {
  return useQuery({
    queryKey: ['contacts', 'one', id],
    queryFn: (): Promise<Contact> => get('/api/contacts/{contact}', { path: { contact: id } }),
    refetchInterval: (query) => watched && !isGone(query.state.error) && LOOK_EVERY_MS,
  })
}

export function isGone(error: Error | null): boolean {
  return error instanceof Problem && error.status === 404
}

/// How much would go with a contact. Asked anew each time that somebody is about to delete it.
export function useErasure(id: Id) {
  return useQuery({
    queryKey: ['contacts', 'erasure', id],
    queryFn: () => get('/api/contacts/{contact}/erasure', { path: { contact: id } }),
    gcTime: 0,
  })
}

const STILL_GOING_MS = 2_000

/// Who is being deleted; read again while anybody is.
export function useGoingErasures(asked: boolean) {
  return useQuery({
    queryKey: ['contacts', 'going'],
    queryFn: () => get('/api/erasures'),
    enabled: asked,
    refetchInterval: (query) => (query.state.data?.length ?? 0) > 0 && STILL_GOING_MS,
  })
}

/// Others with an address of this contact.
export function useCandidates(id: Id, asked: boolean) {
  return useQuery({
    queryKey: ['contacts', 'candidates', id],
    queryFn: () => get('/api/contacts/{contact}/candidates', { path: { contact: id } }),
    enabled: asked,
  })
}

/// How much came from an address before it was known whose it is.
export function useEarlier(path: { readonly contact: Id; readonly kind: AddressKind; readonly value: string }) {
  return useQuery({
    queryKey: ['contacts', 'earlier', path.contact, path.kind, path.value],
    queryFn: () => get('/api/contacts/{contact}/addresses/{kind}/{value}/earlier', { path }),
  })
}

/// Who may be the same customer.
export function useDuplicates(id: Id, asked: boolean) {
  return useQuery({
    queryKey: ['contacts', 'duplicates', id],
    queryFn: () => get('/api/contacts/{contact}/duplicates', { path: { contact: id } }),
    enabled: asked,
  })
}

/// Who has gone into this contact, and can be parted from it again.
export function useMerges(id: Id) {
  return useQuery({
    queryKey: ['contacts', 'merges', id],
    queryFn: () => get('/api/contacts/{contact}/merges', { path: { contact: id } }),
  })
}

export function useMergePreview(kept: Id, other: Id) {
  return useQuery({
    queryKey: ['contacts', 'merge-preview', kept, other],
    queryFn: () => get('/api/contacts/{contact}/merge-preview/{duplicate}', { path: { contact: kept, duplicate: other } }),
  })
}

/// The first who fit; nobody while nothing is looked for.
export function useFound(query: string) {
  return useQuery({
    queryKey: ['contacts', 'found', query],
    queryFn: async () => (await get('/api/contacts', { query: { query } })).items,
    enabled: query !== '',
    placeholderData: keepPreviousData,
  })
}

/// What was before with a contact. While the next filter is asked, what fits the one before stays.
export function useActivities(contact: Id, filter: ActivityFilter = ALL) {
  const asked = questionOf(filter)
  return useInfiniteQuery({
    queryKey: ['contacts', 'activities', contact, asked],
    queryFn: ({ pageParam }) => get('/api/contacts/{contact}/activities', { path: { contact }, query: { ...begins(pageParam), ...asked } }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: (before, query) => (query?.queryKey[2] === contact ? before : undefined),
  })
}

/// What its activities can be told apart by; undefined while not known.
export function useActivityChoices(contact: Id) {
  return useQuery({
    queryKey: ['contacts', 'activity-choices', contact],
    queryFn: () => get('/api/contacts/{contact}/activity-choices', { path: { contact } }),
  }).data
}

export function useActivity(id: Id) {
  return useQuery({
    queryKey: ['contacts', 'activity', id],
    queryFn: () => get('/api/activities/{interaction}', { path: { interaction: id } }),
  })
}

/// Whatever changed with a contact of a conversation, or ended, is read anew; so is whoever was deleted or merged. Watches
/// as long as the desk is open.
export function useFreshContacts(): void {
  const queries = useQueryClient()
  const conversations = useDesk((desk) => desk.snapshot?.conversations)
  const known = useRef('')
  const now = (conversations ?? [])
    .map((one) => `${one.id} ${one.state} ${one.contact.id} ${one.contact.version} ${one.contact.addresses.length}`)
    .join()
  useEffect(() => {
    if (known.current !== '' && known.current !== now) void queries.invalidateQueries({ queryKey: ['contacts'] })
    known.current = now
  }, [queries, now])
  useEffect(
    () =>
      watchContacts((contacts) => {
        void queries.invalidateQueries({
          predicate: ({ queryKey: [about, what, id] }) => about === 'contacts' && (what === 'list' || contacts.has(String(id))),
        })
      }),
    [queries],
  )
}

import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { get, segment } from '../api/http.ts'
import type { Activity, ActivityDetail, Contact, ContactSummary, Id, Page } from '../api/types.ts'
import { useDesk } from '../desk/store.ts'

/// Contacts are read when looked at; what happens on the desk makes them be read again.

function cursor(from: string): string {
  return from === '' ? '' : `cursor=${encodeURIComponent(from)}`
}

export function useContacts(query: string) {
  return useInfiniteQuery({
    queryKey: ['contacts', 'list', query],
    queryFn: ({ pageParam }) =>
      get<Page<ContactSummary>>(`/api/contacts?query=${encodeURIComponent(query)}&${cursor(pageParam)}`),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })
}

export function useContact(id: Id) {
  return useQuery({
    queryKey: ['contacts', 'one', id],
    queryFn: () => get<Contact>(`/api/contacts/${segment(id)}`),
  })
}

export function useActivities(contact: Id) {
  return useInfiniteQuery({
    queryKey: ['contacts', 'activities', contact],
    queryFn: ({ pageParam }) =>
      get<Page<Activity>>(`/api/contacts/${segment(contact)}/activities?${cursor(pageParam)}`),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
}

export function useActivity(id: Id) {
  return useQuery({
    queryKey: ['contacts', 'activity', id],
    queryFn: () => get<ActivityDetail>(`/api/activities/${segment(id)}`),
  })
}

/// Whatever changed with a contact of a conversation, or ended, is read anew.
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
}

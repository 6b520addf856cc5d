import { useQuery } from '@tanstack/react-query'
import { get } from '../../api/http.ts'
import type { Id } from '../../api/types.ts'

export function useContactDetails(id: Id) {
  return useQuery({
    queryKey: ['contacts', 'details', id],
    queryFn: () => get('/api/contacts/{contact}/details', { path: { contact: id } }),
  })
}

/// The fields that contacts have here, those that are not shown among them.
export function useContactFields() {
  return useQuery({ queryKey: ['contacts', 'fields'], queryFn: () => get('/api/contact-fields') })
}

import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { get } from '../../api/http.ts'
import type { Id } from '../../api/types.ts'
import { midnight } from './detail.ts'

/// What the log is narrowed to; empty narrows nothing. Days are as a field for them has them.
export interface Narrowing {
  readonly by: Id
  readonly kind: string
  readonly first: string
  readonly last: string
}

/// How often the first page is looked at again; who reads on is left alone.
const LOOK_EVERY_MS = 5_000

export function useAuditLog({ by, kind, first, last }: Narrowing) {
  const from = midnight(first, 0)
  const to = midnight(last, 1)
  const narrowed = {
    ...(by === '' ? {} : { by }),
    ...(kind === '' ? {} : { kind }),
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
  }
  return useInfiniteQuery({
    queryKey: ['admin', 'audit-log', narrowed],
    queryFn: ({ pageParam }) => get('/api/audit-log', { query: { cursor: pageParam, ...narrowed } }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    refetchInterval: (query) => ((query.state.data?.pages.length ?? 0) > 1 ? false : LOOK_EVERY_MS),
    placeholderData: (before) => before,
  })
}

/// Whose doings can be looked for.
export function useAuditUsers() {
  return useQuery({ queryKey: ['admin', 'audit-users'], queryFn: () => get('/api/audit-log/users') })
}

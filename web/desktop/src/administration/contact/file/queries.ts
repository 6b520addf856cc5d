import { useQuery } from '@tanstack/react-query'
import { get } from '../../../api/http.ts'
import type { Id } from '../../../api/types.ts'

/// While a file is being brought in its progress is looked at so often.
const PROGRESS_EVERY_MS = 700

export function useContactImport(id: Id) {
  return useQuery({
    queryKey: ['admin', 'contact-import', id],
    queryFn: () => get('/api/contact-imports/{contactImport}', { path: { contactImport: id } }),
    refetchInterval: (query) => (query.state.data?.standing.state === 'RUNNING' || query.state.data === undefined ? PROGRESS_EVERY_MS : false),
  })
}

/// The newest first.
export function useContactImports() {
  return useQuery({
    queryKey: ['admin', 'contact-imports'],
    queryFn: () => get('/api/contact-imports'),
    refetchInterval: (query) => (query.state.data?.some((one) => one.state === 'RUNNING') === true ? PROGRESS_EVERY_MS : false),
  })
}

import { useQuery } from '@tanstack/react-query'
import { get } from '../../api/http.ts'
import type { Id } from '../../api/types.ts'

/// While a file is being imported its progress is looked at so often.
const PROGRESS_EVERY_MS = 700

export function useLists() {
  return useQuery({ queryKey: ['admin', 'lists'], queryFn: () => get('/api/lists') })
}

export function useTotals(list: Id) {
  return useQuery({ queryKey: ['admin', 'list-totals', list], queryFn: () => get('/api/lists/{list}/totals', { path: { list } }) })
}

export function useRecords(list: Id, query: string) {
  return useQuery({
    queryKey: ['admin', 'list-records', list, query],
    queryFn: () => get('/api/lists/{list}/records', { path: { list }, query: { query } }),
  })
}

export function useImport(id: Id) {
  return useQuery({
    queryKey: ['admin', 'import', id],
    queryFn: () => get('/api/imports/{import}', { path: { import: id } }),
    refetchInterval: (query) => (query.state.data?.standing.state === 'RUNNING' || query.state.data === undefined ? PROGRESS_EVERY_MS : false),
  })
}

/// The imports of a list, the newest first.
export function useImports(list: Id) {
  return useQuery({
    queryKey: ['admin', 'imports', list],
    queryFn: () => get('/api/lists/{list}/imports', { path: { list } }),
    refetchInterval: (query) => (query.state.data?.some((one) => one.state === 'RUNNING') === true ? PROGRESS_EVERY_MS : false),
  })
}

export function useImportFormats() {
  return useQuery({ queryKey: ['admin', 'import-formats'], queryFn: () => get('/api/import-formats') })
}

export function useDoNotCall() {
  return useQuery({ queryKey: ['admin', 'do-not-call'], queryFn: () => get('/api/do-not-call') })
}

export function useDoNotCallEntries(list: Id, query: string) {
  return useQuery({
    queryKey: ['admin', 'do-not-call-entries', list, query],
    queryFn: () => get('/api/do-not-call/{doNotCall}/entries', { path: { doNotCall: list }, query: { query } }),
  })
}

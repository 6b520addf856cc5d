import { useQuery } from '@tanstack/react-query'
import { get } from '../api/http.ts'
import type { Me } from '../api/types.ts'
import { useDesk } from '../desk/store.ts'

/// Who is logged in: as the desk says it or, for those who have none, as the server does. Undefined until it is known.
export function useMe(): Me | undefined {
  const { me } = useWhoIsHere()
  return me
}

/// Without a desk nobody tells when an administrator has changed something.
const LOOK_EVERY_MS = 15_000

/// The same, and why it is not known.
export function useWhoIsHere(): { readonly me: Me | undefined; readonly error: Error | null } {
  const atDesk = useDesk((desk) => desk.snapshot?.me)
  const withoutDesk = useDesk((desk) => desk.refused)
  const { data, error } = useQuery({ queryKey: ['me'], queryFn: () => get('/api/me'), enabled: withoutDesk, refetchInterval: LOOK_EVERY_MS })
  return { me: atDesk ?? data, error }
}

import { useQuery } from '@tanstack/react-query'
import { get } from '../api/http.ts'
import type { Id } from '../api/types.ts'

/// What stands below the mails that one begins: `-- ` on a line of its own, by which mail programs know it, and the text.

export const SIGNATURE = 'signature'

/// The text for an account of ours; null until it is known, or where there is no account.
export function useSignature(account: Id | null): string | null {
  const { data } = useQuery({
    queryKey: [SIGNATURE, account],
    queryFn: () => get('/api/emails/signatures/{account}', { path: { account: account ?? '' } }),
    enabled: account !== null,
    staleTime: 60_000,
  })
  return data?.text ?? null
}

function below(signature: string): string {
  return `\n\n-- \n${signature}`
}

/// A mail that begins with `text`, which is quoted or empty.
export function withSignature(text: string, signature: string | null): string {
  return signature === null || signature === '' ? text : below(signature) + text
}

/// The same mail with the signature of another account, where that of the one before still stands as it was.
export function withOther(text: string, before: string | null, after: string | null): string {
  if (before === null || before === '') return text
  return text.includes(below(before)) ? text.replace(below(before), () => withSignature('', after)) : text
}

/// Whether there is nothing but a signature.
export function isUnwritten(text: string, signature: string | null): boolean {
  return withOther(text, signature, '').trim() === ''
}

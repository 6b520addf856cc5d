import { clockOf } from '../i18n/formats.ts'
import { Ltr } from '../i18n/Say.tsx'
import type { Instant } from '../api/types.ts'
import { useNow } from './now.ts'

/// How long something has lasted.
export function Timer({ since, className }: { readonly since: Instant; readonly className?: string }) {
  const now = useNow()
  return <Ltr {...(className === undefined ? {} : { className })}>{clockOf(now - Date.parse(since))}</Ltr>
}

/// How long something still lasts; stands at 00:00 when it is over.
export function Countdown({ until }: { readonly until: Instant }) {
  const now = useNow()
  return <Ltr>{clockOf(Date.parse(until) - now)}</Ltr>
}

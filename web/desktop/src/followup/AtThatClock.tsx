import { Ltr } from '../i18n/Say.tsx'
import { localAt } from './followUps.ts'

/// The same instant at the clock by which it was agreed, where that is another one.
export function AtThatClock({ at, zone }: { readonly at: string; readonly zone: string }) {
  if (zone === Intl.DateTimeFormat().resolvedOptions().timeZone) return null
  return (
    <span className="subtle">
      {' · '}
      <Ltr>{`${localAt(Date.parse(at), zone).replace('T', ' ')} ${zone}`}</Ltr>
    </span>
  )
}

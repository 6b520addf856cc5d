import { IconPhoneIncoming, IconPhoneOutgoing, IconPhoneX } from '@tabler/icons-react'
import type { PastInternalCall } from '../api/types.ts'
import { useFormats } from '../i18n/formats.ts'
import type { MessageKey } from '../i18n/language.ts'
import { Ltr, useT } from '../i18n/Say.tsx'

/// Of a call with a colleague: when, which way, and whether anybody spoke.
export function LastCall({ call }: { readonly call: PastInternalCall }) {
  const t = useT()
  const formats = useFormats()
  const missed = call.seconds === null
  const Icon = missed ? IconPhoneX : call.direction === 'IN' ? IconPhoneIncoming : IconPhoneOutgoing
  const way: MessageKey = call.direction === 'OUT' ? 'colleagues.called' : missed ? 'colleagues.missed' : 'colleagues.calledYou'
  const today = formats.nearDay(call.began) === formats.nearDay(new Date().toISOString())
  return (
    <span className="micro subtle person-last">
      <Icon size={12} stroke={1.75} role="img" aria-label={t(way)} />
      {today ? <Ltr>{formats.time(call.began)}</Ltr> : formats.shortDay(call.began)}
    </span>
  )
}

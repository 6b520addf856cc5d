import { useLayoutEffect, useRef } from 'react'
import type { Instant } from '../api/types.ts'
import { clockOf } from '../i18n/formats.ts'
import { everySecond, thisSecond } from './now.ts'

interface Props {
  readonly className?: string
}

/// How long something has lasted.
export function Timer({ since, className }: Props & { readonly since: Instant }) {
  return <Clock at={Date.parse(since)} way={1} className={className} />
}

/// How long something still lasts; stands at 00:00 when it is over.
export function Countdown({ until, className }: Props & { readonly until: Instant }) {
  return <Clock at={Date.parse(until)} way={-1} className={className} />
}

interface ClockProps {
  /// In ms since 1970.
  readonly at: number
  /// 1: counts from there on; -1: counts down to it.
  readonly way: 1 | -1
  readonly className: string | undefined
}

/// Ticks beside React: a list of two hundred conversations has a clock in each, and only its digits change.
function Clock({ at, way, className }: ClockProps) {
  const place = useRef<HTMLElement>(null)
  useLayoutEffect(
    () =>
      everySecond((now) => {
        const digits = place.current?.firstChild
        const shown = clockOf((now - at) * way)
        if (digits != null && digits.nodeValue !== shown) digits.nodeValue = shown
      }),
    [at, way],
  )
  return (
    <bdi dir="ltr" ref={place} className={className}>
      {clockOf((thisSecond() - at) * way)}
    </bdi>
  )
}

import type { Instant } from '../api/types.ts'

/// The instant at which clocks in a zone show `local`, as 2026-11-22T10:00. Where they are put forward over it, as much
/// later as they are put; where they show it twice, the second time.
export function instantAt(local: string, zone: string): Instant {
  const wanted = Date.parse(`${local}Z`)
  return new Date(wanted - ahead(wanted - ahead(wanted, zone), zone)).toISOString()
}

/// How far the clocks of a zone are ahead of UTC, ms.
function ahead(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(at)
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((one) => one.type === type)?.value)
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'))
  return shown - Math.floor(at / 60_000) * 60_000
}

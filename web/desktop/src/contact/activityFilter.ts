/// Which activities are shown, as it stands in the address of the page. Empty: not asked.
export interface ActivityFilter {
  readonly channel: string
  /// The first day, as 2026-11-22.
  readonly from: string
  /// The last day, included.
  readonly until: string
  readonly agent: string
  readonly service: string
  readonly text: string
}

export type FilterPart = keyof ActivityFilter

export const PARTS: readonly FilterPart[] = ['text', 'channel', 'from', 'until', 'agent', 'service']
export const ALL: ActivityFilter = { channel: '', from: '', until: '', agent: '', service: '', text: '' }
/// As the server cuts it.
export const TEXT_LENGTH = 100

export function filterOf(params: URLSearchParams): ActivityFilter {
  const part = (name: FilterPart) => params.get(name)?.trim() ?? ''
  const id = (name: FilterPart) => (/^\d{1,19}$/.test(part(name)) ? part(name) : '')
  const day = (name: FilterPart) => (dayAt(part(name)) === null ? '' : part(name))
  return {
    channel: part('channel'),
    from: day('from'),
    until: day('until'),
    agent: id('agent'),
    service: id('service'),
    text: part('text').slice(0, TEXT_LENGTH),
  }
}

/// The parameters of the address with this filter in place of theirs.
export function withFilter(params: URLSearchParams, filter: ActivityFilter): URLSearchParams {
  const changed = new URLSearchParams(params)
  for (const part of PARTS) {
    if (filter[part] === '') changed.delete(part)
    else changed.set(part, filter[part])
  }
  return changed
}

export function isAsked(filter: ActivityFilter): boolean {
  return PARTS.some((part) => filter[part] !== '')
}

/// As the server is asked: days become instants by the clock of this browser.
export function questionOf(filter: ActivityFilter): Readonly<Record<string, string>> {
  const from = dayAt(filter.from)
  const until = dayAt(filter.until, 1)
  const asked = {
    channel: filter.channel,
    agent: filter.agent,
    service: filter.service,
    text: filter.text,
    from: from?.toISOString() ?? '',
    until: until?.toISOString() ?? '',
  }
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ''))
}

/// The midnight with which a day begins, some days later; null for what is no day.
export function dayAt(day: string, later = 0): Date | null {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day)
  if (parts === null) return null
  const [year, month, date] = parts.slice(1).map(Number) as [number, number, number]
  const whole = new Date(year, month - 1, date)
  if (whole.getMonth() !== month - 1 || whole.getDate() !== date) return null
  return new Date(year, month - 1, date + later)
}

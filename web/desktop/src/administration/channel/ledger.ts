import type { LedgerView } from '../../api/types.ts'
import type { MessageKey } from '../../i18n/language.ts'

export type LedgerLine = LedgerView['lines'][number]
export type Period = 'hour' | 'quarter' | 'day'

export const PERIODS: Readonly<Record<Period, { readonly says: MessageKey; readonly hours: number }>> = {
  hour: { says: 'ledger.hour', hours: 1 },
  quarter: { says: 'ledger.quarter', hours: 6 },
  day: { says: 'ledger.day', hours: 24 },
}

export function since(period: Period, now: number): string {
  return new Date(now - PERIODS[period].hours * 3_600_000).toISOString()
}

export const COUNTS = ['accepted', 'shown', 'queued', 'missed', 'waiting', 'news'] as const

/// One line for each account, in the order in which they first had something.
export function totals(lines: readonly LedgerLine[]): readonly LedgerLine[] {
  const all = new Map<string, LedgerLine>()
  for (const line of lines) {
    const before = all.get(line.account)
    all.set(line.account, before === undefined ? line : sum(before, line))
  }
  return [...all.values()]
}

function sum(one: LedgerLine, other: LedgerLine): LedgerLine {
  return {
    ...one,
    accepted: one.accepted + other.accepted,
    shown: one.shown + other.shown,
    queued: one.queued + other.queued,
    missed: one.missed + other.missed,
    waiting: one.waiting + other.waiting,
    news: one.news + other.news,
    nothing: sums(one.nothing, other.nothing),
    aside: sums(one.aside, other.aside),
    // Too much in one minute does not make up for too little in another.
    missing: Math.abs(one.missing) + Math.abs(other.missing),
  }
}

type Counts = Readonly<Record<string, number>>

function sums(one: Counts, other: Counts): Counts {
  const all: Record<string, number> = { ...one }
  for (const [reason, count] of Object.entries(other)) all[reason] = (all[reason] ?? 0) + count
  return all
}

export function count(counts: Counts): number {
  return Object.values(counts).reduce((before, one) => before + one, 0)
}

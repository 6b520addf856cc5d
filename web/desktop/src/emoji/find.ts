import { plain } from '../telephone/colleagues.ts'
import { EMOJI, type Emoji } from './list.ts'

/// Those of which every word begins a word of theirs, in either language and however it is written; all where nothing is
/// asked.
export function found(query: string, all: readonly Emoji[] = EMOJI): readonly Emoji[] {
  const wanted = plain(query).split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return all
  return all.filter(({ en, ar }) => {
    const words = plain(`${en} ${ar}`).split(/\s+/)
    return wanted.every((one) => words.some((word) => word.startsWith(one) || word.startsWith(`ال${one}`)))
  })
}

/// How the agent's own language calls it: Arabic names have more than one word where one says too little.
export function nameOf({ en, ar }: Emoji, language: string): string {
  return language === 'ar' ? ar : en
}

/// Where an arrow leads from place `at` of `count` in rows of `columns`. Null: it is no arrow.
export function moved(key: string, at: number, count: number, columns: number, rtl: boolean): number | null {
  const forward = rtl ? -1 : 1
  const step = { ArrowRight: forward, ArrowLeft: -forward, ArrowDown: columns, ArrowUp: -columns }[key]
  if (step === undefined) return null
  const next = at + step
  return next < 0 || next >= count ? at : next
}

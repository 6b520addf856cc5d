import { useMemo } from 'react'
import { useIntl } from 'react-intl'
import type { Instant, Language } from '../api/types.ts'
import { LOCALES, useLanguage } from './language.ts'
import type { Translate } from './Say.tsx'
import { useT } from './Say.tsx'

/// Dates and times as people of the language write them, in the time zone of the browser.
export interface Formats {
  /// 10:07
  time(at: Instant | number): string
  /// 10:07:12
  timeWithSeconds(at: number): string
  /// Today, 20 November · Thursday, 19 November
  day(at: Instant): string
  /// 14 Nov, with the year when it is not this one
  shortDay(at: Instant): string
  /// today · 14 Nov
  nearDay(at: Instant): string
  /// November · November 2025
  month(at: Instant): string
}

type Format = (at: Instant | number) => string

/// Made once, when it is needed first: making a formatter takes longer than drawing what it is for.
function formatIn(language: Language, options: Intl.DateTimeFormatOptions): Format {
  let formatter: Intl.DateTimeFormat | undefined
  return (at) => (formatter ??= new Intl.DateTimeFormat(LOCALES[language], options)).format(new Date(at))
}

const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

function ofLanguage(language: Language) {
  const format = (options: Intl.DateTimeFormatOptions) => formatIn(language, options)
  return {
    time: format(CLOCK),
    timeWithSeconds: format({ ...CLOCK, second: '2-digit' }),
    weekday: format({ weekday: 'long' }),
    dayAndMonth: format({ day: 'numeric', month: 'long' }),
    fullDay: format({ day: 'numeric', month: 'long', year: 'numeric' }),
    short: format({ day: 'numeric', month: 'short' }),
    shortWithYear: format({ day: 'numeric', month: 'short', year: 'numeric' }),
    month: format({ month: 'long' }),
    monthWithYear: format({ month: 'long', year: 'numeric' }),
  }
}

const FORMATS = { ar: ofLanguage('ar'), en: ofLanguage('en') } satisfies Record<Language, unknown>

function build(language: Language, t: Translate): Formats {
  const { time, timeWithSeconds, weekday, dayAndMonth, fullDay, short, shortWithYear, month, monthWithYear } = FORMATS[language]
  const thisYear = (at: Instant) => new Date(at).getFullYear() === new Date().getFullYear()
  const shortDay = (at: Instant) => (thisYear(at) ? short(at) : shortWithYear(at))
  return {
    time,
    timeWithSeconds,
    day(at) {
      const date = thisYear(at) ? dayAndMonth(at) : fullDay(at)
      switch (daysAgo(at)) {
        case 0:
          return t('day.today', { date })
        case 1:
          return t('day.yesterday', { date })
        default:
          return t('day.other', { weekday: weekday(at), date })
      }
    },
    shortDay,
    nearDay: (at) => (daysAgo(at) === 0 ? t('day.todayShort') : daysAgo(at) === 1 ? t('day.yesterdayShort') : shortDay(at)),
    month: (at) => (daysAgo(at) === 0 ? t('day.todayHeading') : thisYear(at) ? month(at) : monthWithYear(at)),
  }
}

/// Whole calendar days between then and now, in the browser's time zone.
export function daysAgo(at: Instant, now: Date = new Date()): number {
  const then = new Date(at)
  const midnight = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate())
  return Math.round((midnight(now) - midnight(then)) / 86_400_000)
}

export function useFormats(): Formats {
  const language = useLanguage((spoken) => spoken?.language ?? 'en')
  const { messages } = useIntl()
  const t = useT()
  return useMemo(() => build(language, t), [language, messages])
}

/// 04:12, or 1:04:12 from an hour on.
export function clockOf(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const two = (n: number) => String(n).padStart(2, '0')
  const minutes = Math.floor(seconds / 60)
  const hours = Math.floor(minutes / 60)
  return hours === 0
    ? `${two(minutes)}:${two(seconds % 60)}`
    : `${hours}:${two(minutes % 60)}:${two(seconds % 60)}`
}

import { Button } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useMemo } from 'react'
import { LOCALES, useLanguage } from '../../i18n/language.ts'
import { Say, useT } from '../../i18n/Say.tsx'
import type { HoursRow } from './settings.ts'
import { type Day, DAYS, type Kind, KINDS } from './types.ts'

interface Props {
  readonly rows: readonly HoursRow[]
  /// Whether each row says for which numbers it is, the preferred first.
  readonly kinds?: boolean
  readonly error: string | undefined
  readonly testId: string
  readonly onChange: (rows: readonly HoursRow[]) => void
}

/// A Monday: the names of the days come from the language.
const MONDAY = Date.UTC(2024, 0, 1)

function useDayNames(): (day: Day, style: 'short' | 'long') => string {
  const language = useLanguage((spoken) => spoken?.language ?? 'en')
  const named = useMemo(() => {
    const of = (style: 'short' | 'long') => new Intl.DateTimeFormat(LOCALES[language], { weekday: style, timeZone: 'UTC' })
    return { short: of('short'), long: of('long') }
  }, [language])
  return (day, style) => named[style].format(MONDAY + DAYS.indexOf(day) * 86_400_000)
}

/// Hours of the week, row by row.
export function HoursTable({ rows, kinds = false, error, testId, onChange }: Props) {
  const t = useT()
  const dayName = useDayNames()
  const set = (index: number, change: Partial<HoursRow>) => onChange(rows.map((one, at) => (at === index ? { ...one, ...change } : one)))
  const toggled = <T,>(all: readonly T[], one: T) => (all.includes(one) ? all.filter((each) => each !== one) : [...all, one])
  return (
    <div className="hours-table" data-testid={testId} aria-invalid={error !== undefined}>
      {rows.map((row, index) => (
        <fieldset key={index}>
          <legend className="unseen">
            <Say k="campaign.hoursRow" values={{ number: index + 1 }} />
          </legend>
          <div className="row">
            {row.dates.length > 0 ? (
              <span className="grow">{row.dates.join(', ')}</span>
            ) : (
              <div className="days grow">
                {DAYS.map((day) => (
                  <button
                    key={day}
                    type="button"
                    aria-pressed={row.days.includes(day)}
                    aria-label={dayName(day, 'long')}
                    title={dayName(day, 'long')}
                    onClick={() => set(index, { days: DAYS.filter((each) => toggled(row.days, day).includes(each)) })}
                  >
                    {dayName(day, 'short')}
                  </button>
                ))}
              </div>
            )}
            <input type="time" aria-label={t('campaign.from')} value={row.from} onChange={(event) => set(index, { from: event.currentTarget.value })} />
            <span aria-hidden>–</span>
            <input type="time" aria-label={t('campaign.to')} value={row.to} onChange={(event) => set(index, { to: event.currentTarget.value })} />
            <button
              type="button"
              className="ib"
              aria-label={t('campaign.removeRow', { number: index + 1 })}
              title={t('campaign.removeRow', { number: index + 1 })}
              onClick={() => onChange(rows.filter((_, at) => at !== index))}
            >
              <IconX size={14} aria-hidden />
            </button>
          </div>
          {kinds && (
            <div className="days" role="group" aria-label={t('campaign.kinds')}>
              {(Object.keys(KINDS) as Kind[]).map((kind) => {
                const place = row.kinds.indexOf(kind)
                return (
                  <button key={kind} type="button" aria-pressed={place >= 0} onClick={() => set(index, { kinds: toggled(row.kinds, kind) })}>
                    {place >= 0 && <b>{place + 1} · </b>}
                    <Say k={KINDS[kind]} />
                  </button>
                )
              })}
            </div>
          )}
        </fieldset>
      ))}
      <Button
        size="xs"
        leftSection={<IconPlus size={14} aria-hidden />}
        data-testid={`${testId}-add`}
        onClick={() =>
          onChange([...rows, { days: DAYS.slice(0, 5), from: '09:00', to: '17:00', kinds: kinds ? ['MOBILE', 'HOME', 'WORK', 'OTHER'] : [], dates: [] }])
        }
      >
        <Say k="campaign.addHours" />
      </Button>
      {error !== undefined && <p className="meta admin-error">{error}</p>}
    </div>
  )
}

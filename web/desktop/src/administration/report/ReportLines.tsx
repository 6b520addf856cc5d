import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { type IntlShape, useIntl } from 'react-intl'
import { get } from '../../api/http.ts'
import type { MessageKey } from '../../i18n/language.ts'
import { Say } from '../../i18n/Say.tsx'
import { Reading } from '../Sheet.tsx'
import { BY, type By, type Line, LOOK_EVERY_MS, type Query } from './report.ts'

interface Column {
  readonly says: MessageKey
  /// How it is counted.
  readonly help: MessageKey
  readonly of: (line: Line, intl: IntlShape) => ReactNode
}

/// Stands where there is nothing to divide by.
const NONE = '–'

const COLUMNS: readonly Column[] = [
  { says: 'report.previewed', help: 'report.help.previewed', of: (line, intl) => intl.formatNumber(line.previewed) },
  { says: 'report.completed', help: 'report.help.completed', of: (line, intl) => intl.formatNumber(line.completed) },
  { says: 'report.skipped', help: 'report.help.skipped', of: (line, intl) => intl.formatNumber(line.skipped) },
  {
    says: 'report.skippedShare',
    help: 'report.help.skippedShare',
    of: (line, intl) => (line.skippedShare === null ? NONE : intl.formatNumber(line.skippedShare, { style: 'percent', maximumFractionDigits: 1 })),
  },
  { says: 'report.rejected', help: 'report.help.rejected', of: (line, intl) => intl.formatNumber(line.rejected) },
  { says: 'report.expired', help: 'report.help.expired', of: (line, intl) => intl.formatNumber(line.expired) },
  {
    says: 'report.average',
    help: 'report.help.average',
    of: (line, intl) => (line.averagePreviewMs === null ? NONE : <Say k="report.seconds" values={{ seconds: intl.formatNumber(Math.round(line.averagePreviewMs / 1_000)) }} />),
  },
  { says: 'report.attempts', help: 'report.help.attempts', of: (line, intl) => intl.formatNumber(line.attempts) },
  { says: 'report.answered', help: 'report.help.answered', of: (line, intl) => intl.formatNumber(line.answered) },
]

interface Props {
  readonly query: Query
  readonly by: By
  /// Of an interval.
  readonly minutes: number
  /// Whether each column says how it is counted.
  readonly explained: boolean
}

/// The figures, line by line; read again every few seconds.
export function ReportLines({ query, by, minutes, explained }: Props) {
  const intl = useIntl()
  const asked = { ...query, by, minutes }
  const { data, error } = useQuery({
    queryKey: ['admin', 'report', asked],
    queryFn: () => get('/api/campaign-reports', { query: asked }),
    refetchInterval: LOOK_EVERY_MS,
    placeholderData: (before) => before,
  })
  if (data === undefined) return <Reading error={error} />
  const name = (line: Line) => {
    if (by === 'INTERVAL') return intl.formatDate(Number(line.key) * 1_000, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' })
    return line.name ?? <Say k="report.unnamed" />
  }
  return (
    <div className="report-scroll">
      <table className="report-table" data-testid="report-lines">
        <thead>
          <tr>
            <th scope="col">
              <Say k={BY[by]} />
            </th>
            {COLUMNS.map((one) => (
              <th key={one.says} scope="col">
                <Say k={one.says} />
              </th>
            ))}
          </tr>
          {explained && (
            <tr className="report-formulas" data-testid="report-formulas">
              <td>
                <Say k="report.help.time" />
              </td>
              {COLUMNS.map((one) => (
                <td key={one.says}>
                  <Say k={one.help} />
                </td>
              ))}
            </tr>
          )}
        </thead>
        <tbody>
          {data.lines.map((line) => (
            <tr key={line.key ?? ''}>
              <th scope="row">
                <bdi>{name(line)}</bdi>
              </th>
              {COLUMNS.map((one) => (
                <td key={one.says}>{one.of(line, intl)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {data.lines.length === 0 && (
        <p className="muted pad-s" role="status">
          <Say k="report.nothing" />
        </p>
      )}
    </div>
  )
}

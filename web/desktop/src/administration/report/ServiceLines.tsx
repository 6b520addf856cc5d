import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type IntlShape, useIntl } from 'react-intl'
import { get } from '../../api/http.ts'
import type { Answered } from '../../api/operations.ts'
import type { MessageKey } from '../../i18n/language.ts'
import { Say } from '../../i18n/Say.tsx'
import { Reading } from '../Sheet.tsx'
import { LOOK_EVERY_MS, zoneOfReader } from './report.ts'
import { Level, Target } from './ServiceLevel.tsx'

type Line = Answered<'GET', '/api/service-reports'>['lines'][number]

const HEADS: readonly { readonly says: MessageKey; readonly help: MessageKey }[] = [
  { says: 'report.received', help: 'report.help.received' },
  { says: 'report.answeredBy', help: 'report.help.answeredBy' },
  { says: 'report.abandoned', help: 'report.help.abandoned' },
  { says: 'report.waiting', help: 'report.help.waiting' },
  { says: 'report.averageWait', help: 'report.help.averageWait' },
  { says: 'report.level', help: 'report.help.level' },
  { says: 'report.target', help: 'report.help.target' },
]

interface Props {
  readonly from: string
  /// Each day of its own.
  readonly daily: boolean
}

/// What services received and how much of it was answered in time; read again every few seconds.
export function ServiceLines({ from, daily }: Props) {
  const intl = useIntl()
  const [explained, setExplained] = useState(false)
  const asked = { from, daily, zone: zoneOfReader() }
  const { data, error } = useQuery({
    queryKey: ['admin', 'service-report', asked],
    queryFn: () => get('/api/service-reports', { query: asked }),
    refetchInterval: LOOK_EVERY_MS,
    placeholderData: (before) => before,
  })
  if (data === undefined) return <Reading error={error} />
  return (
    <>
      <div className="report-scroll">
        <table className="report-table" data-testid="service-lines">
          <thead>
            <tr>
              <th scope="col">
                <Say k="report.service" />
              </th>
              {daily && (
                <th scope="col">
                  <Say k="report.day" />
                </th>
              )}
              {HEADS.map((one) => (
                <th key={one.says} scope="col">
                  <Say k={one.says} />
                </th>
              ))}
            </tr>
            {explained && (
              <tr className="report-formulas" data-testid="service-formulas">
                <td />
                {daily && <td />}
                {HEADS.map((one) => (
                  <td key={one.help}>
                    <Say k={one.help} />
                  </td>
                ))}
              </tr>
            )}
          </thead>
          <tbody>
            {data.lines.map((line) => (
              <OneLine key={`${line.service} ${line.day ?? ''}`} line={line} intl={intl} />
            ))}
          </tbody>
        </table>
        {data.lines.length === 0 && (
          <p className="muted pad-s" role="status">
            <Say k="report.nothing" />
          </p>
        )}
      </div>
      <Button size="xs" aria-expanded={explained} data-testid="service-explain" onClick={() => setExplained(!explained)}>
        <Say k={explained ? 'report.unexplain' : 'report.help'} />
      </Button>
    </>
  )
}

/// Stands where there is nothing to divide by.
const NONE = '–'

function OneLine({ line, intl }: { readonly line: Line; readonly intl: IntlShape }) {
  const { day, level, target, targetSeconds, averageWaitMs } = line
  return (
    <tr data-testid="service-line" data-service={line.service}>
      <th scope="row">
        <bdi>{line.name}</bdi>
      </th>
      {day !== null && <td>{intl.formatDate(`${day}T12:00:00Z`, { dateStyle: 'medium', timeZone: 'UTC' })}</td>}
      <td>{intl.formatNumber(line.received)}</td>
      <td>{intl.formatNumber(line.answered)}</td>
      <td>{intl.formatNumber(line.abandoned)}</td>
      <td>{intl.formatNumber(line.waiting)}</td>
      <td>{averageWaitMs === null ? NONE : <Say k="report.seconds" values={{ seconds: intl.formatNumber(Math.round(averageWaitMs / 1_000)) }} />}</td>
      <td>{level === null ? NONE : <Level level={level} target={target ?? 0} />}</td>
      <td>
        {target === null || targetSeconds === null ? (
          NONE
        ) : (
          <Target target={target} seconds={targetSeconds} />
        )}
      </td>
    </tr>
  )
}

import './campaign.css'
import { Button } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import { get } from '../../api/http.ts'
import type { Answered } from '../../api/operations.ts'
import type { Id } from '../../api/types.ts'
import { choiceName } from '../../i18n/choices.ts'
import type { MessageKey } from '../../i18n/language.ts'
import { Ltr, Say, useT } from '../../i18n/Say.tsx'
import { Choose } from '../fields.tsx'
import { Reading } from '../Sheet.tsx'
import { useCampaigns } from './queries.ts'

type Line = Answered<'GET', '/api/campaign-reports'>['lines'][number]
type Row = Answered<'GET', '/api/campaign-reports/rows'>['items'][number]
type Period = 'today' | 'week' | 'month'
type By = 'AGENT' | 'TEAM' | 'CAMPAIGN' | 'LIST' | 'INTERVAL'

const PERIODS: Readonly<Record<Period, { readonly says: MessageKey; readonly days: number }>> = {
  today: { says: 'report.today', days: 0 },
  week: { says: 'report.week', days: 6 },
  month: { says: 'report.month', days: 29 },
}

const BY: Readonly<Record<By, MessageKey>> = {
  AGENT: 'report.by.AGENT',
  TEAM: 'report.by.TEAM',
  CAMPAIGN: 'report.by.CAMPAIGN',
  LIST: 'report.by.LIST',
  INTERVAL: 'report.by.INTERVAL',
}

const KINDS: Readonly<Record<Row['kind'], MessageKey>> = {
  ATTEMPT: 'report.kind.ATTEMPT',
  SKIPPED: 'report.kind.SKIPPED',
  COMPLETED: 'report.kind.COMPLETED',
  REJECTED: 'report.kind.REJECTED',
  OFFER_EXPIRED: 'report.kind.OFFER_EXPIRED',
}

/// Stands for every campaign in a list whose other values are ids.
const ALL = ''
/// The live figures are read again so often.
const LOOK_EVERY_MS = 5_000

function beginning(period: Period): string {
  const day = new Date()
  day.setHours(0, 0, 0, 0)
  day.setDate(day.getDate() - PERIODS[period].days)
  return day.toISOString()
}

/// What was counted of campaigns, and the rows behind it.
export function ReportsSection() {
  const t = useT()
  const campaigns = useCampaigns()
  const [period, setPeriod] = useState<Period>('today')
  const [by, setBy] = useState<By>('AGENT')
  const [campaign, setCampaign] = useState<Id>(ALL)
  const [detailed, setDetailed] = useState(false)
  const query = { from: beginning(period), ...(campaign === ALL ? {} : { campaign }) }
  return (
    <div className="campaign report" data-testid="report">
      <header className="phead">
        <div className="grow">
          <h1>
            <Say k="admin.reports" />
          </h1>
        </div>
        <Button component="a" size="xs" href={`/api/campaign-reports/rows.csv?${new URLSearchParams(query).toString()}`} download data-testid="report-csv">
          <Say k="report.csv" />
        </Button>
      </header>
      <div className="row report-filters">
        <Choose
          aria-label={t('report.period')}
          value={period}
          data={(Object.keys(PERIODS) as Period[]).map((one) => ({ value: one, label: t(PERIODS[one].says) }))}
          data-testid="report-period"
          onChange={(one) => one !== null && setPeriod(one as Period)}
        />
        <Choose
          aria-label={t('admin.campaigns')}
          value={campaign}
          data={[{ value: ALL, label: t('report.allCampaigns') }, ...(campaigns.data ?? []).map((one) => ({ value: one.id, label: one.name }))]}
          data-testid="report-campaign"
          onChange={(one) => setCampaign(one ?? ALL)}
        />
        {!detailed && (
          <Choose
            aria-label={t('report.by')}
            value={by}
            data={(Object.keys(BY) as By[]).map((one) => ({ value: one, label: t(BY[one]) }))}
            data-testid="report-by"
            onChange={(one) => one !== null && setBy(one as By)}
          />
        )}
        <Button data-testid="report-detailed" aria-pressed={detailed} onClick={() => setDetailed(!detailed)}>
          <Say k={detailed ? 'report.figures' : 'report.rows'} />
        </Button>
      </div>
      <div className="report-body scroll">
        {detailed ? <Rows query={query} /> : <Lines query={{ ...query, by, minutes: period === 'today' ? 60 : 1_440 }} by={by} />}
        <details>
          <summary>
            <Say k="report.help" />
          </summary>
          <ul>
            {(['report.help.previewed', 'report.help.skipped', 'report.help.average', 'report.help.requests', 'report.help.attempts', 'report.help.time'] as const).map(
              (one) => (
                <li key={one}>
                  <Say k={one} />
                </li>
              ),
            )}
          </ul>
        </details>
      </div>
    </div>
  )
}

interface LinesProps {
  readonly query: { readonly from: string; readonly campaign?: Id; readonly by: By; readonly minutes: number }
  readonly by: By
}

function Lines({ query, by }: LinesProps) {
  const intl = useIntl()
  const { data, error } = useQuery({
    queryKey: ['admin', 'report', query],
    queryFn: () => get('/api/campaign-reports', { query }),
    refetchInterval: LOOK_EVERY_MS,
  })
  if (data === undefined) return <Reading error={error} />
  if (data.lines.length === 0)
    return (
      <p className="hint">
        <Say k="report.nothing" />
      </p>
    )
  const number = (value: number) => intl.formatNumber(value)
  const name = (line: Line) => {
    if (by === 'INTERVAL') return intl.formatDate(Number(line.key) * 1_000, { dateStyle: 'medium', timeStyle: 'short' })
    return line.name ?? <Say k="report.unnamed" />
  }
  return (
    <table className="report-table" data-testid="report-lines">
      <thead>
        <tr>
          {([BY[by], 'report.previewed', 'report.completed', 'report.skipped', 'report.skippedShare', 'report.rejected', 'report.expired', 'report.average', 'report.attempts', 'report.answered'] as const).map(
            (one) => (
              <th key={one} scope="col">
                <Say k={one} />
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {data.lines.map((line) => (
          <tr key={line.key ?? ''}>
            <th scope="row">
              <bdi>{name(line)}</bdi>
            </th>
            <td>{number(line.previewed)}</td>
            <td>{number(line.completed)}</td>
            <td>{number(line.skipped)}</td>
            <td>{line.skippedShare === null ? '–' : intl.formatNumber(line.skippedShare, { style: 'percent', maximumFractionDigits: 1 })}</td>
            <td>{number(line.rejected)}</td>
            <td>{number(line.expired)}</td>
            <td>{line.averagePreviewMs === null ? '–' : <Say k="report.seconds" values={{ seconds: number(Math.round(line.averagePreviewMs / 1_000)) }} />}</td>
            <td>{number(line.attempts)}</td>
            <td>{number(line.answered)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Rows({ query }: { readonly query: { readonly from: string; readonly campaign?: Id } }) {
  const t = useT()
  const intl = useIntl()
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['admin', 'report-rows', query],
    queryFn: ({ pageParam }) => get('/api/campaign-reports/rows', { query: { ...query, cursor: pageParam } }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
  if (data === undefined) return <Reading error={error} />
  const rows = data.pages.flatMap((page) => page.items)
  if (rows.length === 0)
    return (
      <p className="hint">
        <Say k="report.nothing" />
      </p>
    )
  const dispositionOf = (row: Row) => (row.disposition === null ? '' : choiceName({ name: null, code: row.disposition }, t))
  return (
    <>
      <table className="report-table" data-testid="report-rows">
        <thead>
          <tr>
            {(['report.time', 'report.kind', 'report.customer', 'report.number', 'report.by.AGENT', 'report.by.CAMPAIGN', 'report.disposition', 'report.talked', 'report.notes'] as const).map(
              (one) => (
                <th key={one} scope="col">
                  <Say k={one} />
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>{intl.formatDate(row.at, { dateStyle: 'medium', timeStyle: 'medium' })}</td>
              <td>
                <Say k={KINDS[row.kind]} />
              </td>
              <td>
                <bdi>{row.customer}</bdi>
              </td>
              <td>{row.number !== null && <Ltr>{row.number}</Ltr>}</td>
              <td>
                <bdi>{row.agent ?? ''}</bdi>
              </td>
              <td>
                <bdi>{row.campaign}</bdi>
              </td>
              <td>
                <bdi>{dispositionOf(row)}</bdi>
              </td>
              <td>{row.talkedSeconds === null ? '' : <Say k="report.seconds" values={{ seconds: intl.formatNumber(row.talkedSeconds) }} />}</td>
              <td>
                <bdi>{row.notes}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {hasNextPage && (
        <Button loading={isFetchingNextPage} data-testid="report-more" onClick={() => void fetchNextPage()}>
          <Say k="report.more" />
        </Button>
      )}
    </>
  )
}

import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useIntl } from 'react-intl'
import { get } from '../../api/http.ts'
import { choiceName } from '../../i18n/choices.ts'
import type { MessageKey } from '../../i18n/language.ts'
import { Ltr, Say, useT } from '../../i18n/Say.tsx'
import { WhyRecord } from '../campaign/WhyRecord.tsx'
import { Reading } from '../Sheet.tsx'
import { type Query, type Row } from './report.ts'

const KINDS: Readonly<Record<Row['kind'], MessageKey>> = {
  ATTEMPT: 'report.kind.ATTEMPT',
  SKIPPED: 'report.kind.SKIPPED',
  COMPLETED: 'report.kind.COMPLETED',
  REJECTED: 'report.kind.REJECTED',
  OFFER_EXPIRED: 'report.kind.OFFER_EXPIRED',
}

const HEADS: readonly MessageKey[] = [
  'report.time',
  'report.kind',
  'report.customer',
  'report.number',
  'report.by.AGENT',
  'report.by.CAMPAIGN',
  'report.by.LIST',
  'report.disposition',
  'report.talked',
  'report.notes',
]

/// What happened, one row for each attempt and each skip; the newest first.
export function ReportRows({ query }: { readonly query: Query }) {
  const t = useT()
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['admin', 'report-rows', query],
    queryFn: ({ pageParam }) => get('/api/campaign-reports/rows', { query: { ...query, cursor: pageParam } }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  })
  if (data === undefined) return <Reading error={error} />
  const rows = data.pages.flatMap((page) => page.items)
  return (
    <>
      <div className="report-scroll">
        <table className="report-table" data-testid="report-rows">
          <thead>
            <tr>
              {HEADS.map((one) => (
                <th key={one} scope="col">
                  <Say k={one} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <OneRow key={row.id} row={row} />
            ))}
          </tbody>
        </table>
        {rows.length === 0 && (
          <p className="muted pad-s" role="status">
            {t('report.nothing')}
          </p>
        )}
      </div>
      {hasNextPage && (
        <Button loading={isFetchingNextPage} data-testid="report-more" onClick={() => void fetchNextPage()}>
          <Say k="report.more" />
        </Button>
      )}
    </>
  )
}

function OneRow({ row }: { readonly row: Row }) {
  const t = useT()
  const intl = useIntl()
  const disposition = row.disposition === null ? '' : choiceName({ name: null, code: row.disposition }, t)
  return (
    <tr data-kind={row.kind}>
      <td>{intl.formatDate(row.at, { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' })}</td>
      <td>
        <Say k={KINDS[row.kind]} />
      </td>
      <td>
        <span className="row g2">
          <bdi className="trunc">{row.customer}</bdi>
          <WhyRecord
            record={row.record}
            customer={<bdi>{row.customer === '' ? (row.number ?? t('preview.noName')) : row.customer}</bdi>}
            campaigns={[{ id: row.campaignId, name: row.campaign }]}
          />
        </span>
      </td>
      <td>{row.number !== null && <Ltr>{row.number}</Ltr>}</td>
      <td>
        <bdi>{row.agent ?? ''}</bdi>
      </td>
      <td>
        <bdi>{row.campaign}</bdi>
      </td>
      <td>
        <bdi>{row.list}</bdi>
      </td>
      <td>
        <bdi>{disposition}</bdi>
      </td>
      <td>{row.talkedSeconds === null ? '' : <Say k="report.seconds" values={{ seconds: intl.formatNumber(row.talkedSeconds) }} />}</td>
      <td>
        <bdi>{row.notes}</bdi>
      </td>
    </tr>
  )
}

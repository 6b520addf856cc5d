import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { Ltr, Say, useT } from '../../i18n/Say.tsx'
import { WhyRecord } from '../campaign/WhyRecord.tsx'
import { Group } from '../fields.tsx'
import { useRecords, useTotals } from './queries.ts'
import type { ListView } from './types.ts'

/// Records that are shown at once; more are found by searching.
const SHOWN = 20

/// How a list stands, and the records in it.
export function RecordsPanel({ list }: { readonly list: ListView }) {
  const t = useT()
  const [query, setQuery] = useState('')
  const totals = useTotals(list.id)
  const records = useRecords(list.id, query.trim())
  const campaigns = (totals.data?.campaigns ?? []).map((one) => ({ id: one.campaign, name: one.name }))
  const names = list.fields.all.filter((field) => field.type !== 'PHONE')
  return (
    <Group heading="lists.records" hint="lists.recordsHint">
      <div className="list-counts" data-testid="list-totals">
        {totals.data !== undefined && (
          <>
            <span>
              <Say k="lists.total" values={{ count: totals.data.records }} />
            </span>
            {totals.data.campaigns.map((one) => (
              <span key={one.campaign}>
                <bdi>{one.name}</bdi>
                {': '}
                <Say k="lists.remaining" values={{ count: one.remaining }} />
              </span>
            ))}
          </>
        )}
      </div>
      <label className="search">
        <IconSearch size={14} aria-hidden />
        <input type="search" aria-label={t('lists.findRecord')} placeholder={t('lists.findRecord')} value={query} data-testid="list-search" onChange={(event) => setQuery(event.currentTarget.value)} />
      </label>
      {records.data !== undefined && records.data.items.length === 0 && (
        <p className="meta muted" role="status">
          <Say k={query.trim() === '' ? 'lists.noRecords' : 'admin.noneFound'} />
        </p>
      )}
      {records.data !== undefined && records.data.items.length > 0 && (
        <div className="list-table" data-testid="list-records">
          <table>
            <thead>
              <tr>
                <th>
                  <Say k="lists.type.PHONE" />
                </th>
                {names.map((field) => (
                  <th key={field.name}>
                    <bdi>{field.name}</bdi>
                  </th>
                ))}
                {campaigns.length > 0 && (
                  <th className="list-why">
                    <Say k="why.head" />
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {records.data.items.slice(0, SHOWN).map((record) => (
                <tr key={record.id}>
                  <td>
                    {record.numbers.map((number) => (
                      <div key={number.position}>
                        <Ltr>{number.number}</Ltr>
                      </div>
                    ))}
                  </td>
                  {names.map((field) => (
                    <td key={field.name}>
                      <bdi>{record.fields.find((one) => one.name === field.name)?.value ?? ''}</bdi>
                    </td>
                  ))}
                  {campaigns.length > 0 && (
                    <td className="list-why">
                      <WhyRecord
                        record={record.id}
                        customer={<bdi>{record.name === '' ? (record.numbers[0]?.number ?? t('preview.noName')) : record.name}</bdi>}
                        campaigns={campaigns}
                      />
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Group>
  )
}

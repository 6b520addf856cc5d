import './report.css'
import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Id } from '../../api/types.ts'
import type { MessageKey } from '../../i18n/language.ts'
import { Say, useT } from '../../i18n/Say.tsx'
import { Choose } from '../fields.tsx'
import { beginning, BY, type By, type Narrowed, NARROWED, type Period, PERIODS, type Query, useReportChoices } from './report.ts'
import { ReportLines } from './ReportLines.tsx'
import { ReportRows } from './ReportRows.tsx'

/// Stands for all of a kind in a list whose other values are ids.
const ALL = ''

const ALL_OF: Readonly<Record<Narrowed, MessageKey>> = {
  campaign: 'report.allCampaigns',
  list: 'report.allLists',
  team: 'report.allTeams',
  agent: 'report.allAgents',
}

const NAMES: Readonly<Record<Narrowed, MessageKey>> = {
  campaign: 'report.by.CAMPAIGN',
  list: 'report.by.LIST',
  team: 'report.by.TEAM',
  agent: 'report.by.AGENT',
}

type Chosen = Readonly<Record<Narrowed, Id>>

/// What was counted of campaigns, and the rows behind it.
export function ReportsSection() {
  const t = useT()
  const [period, setPeriod] = useState<Period>('today')
  const [by, setBy] = useState<By>('AGENT')
  const [chosen, setChosen] = useState<Chosen>({ campaign: ALL, list: ALL, team: ALL, agent: ALL })
  const [detailed, setDetailed] = useState(false)
  const [explained, setExplained] = useState(false)
  const narrowed = Object.fromEntries(NARROWED.filter((one) => chosen[one] !== ALL).map((one) => [one, chosen[one]]))
  const query: Query = { from: beginning(period), ...narrowed }
  return (
    <div className="report" data-testid="report">
      <header className="phead">
        <div className="grow">
          <h1>
            <Say k="admin.reports" />
          </h1>
          <div className="meta muted">
            <Say k={detailed ? 'report.rowsHint' : 'report.live'} />
          </div>
        </div>
        <div role="group" aria-label={t('report.shown')} className="row g3">
          <Button size="xs" data-testid="report-figures" aria-pressed={!detailed} variant={detailed ? 'default' : 'light'} onClick={() => setDetailed(false)}>
            <Say k="report.figures" />
          </Button>
          <Button size="xs" data-testid="report-detailed" aria-pressed={detailed} variant={detailed ? 'light' : 'default'} onClick={() => setDetailed(true)}>
            <Say k="report.rows" />
          </Button>
        </div>
        <Button component="a" size="xs" href={`/api/campaign-reports/rows.csv?${new URLSearchParams(query).toString()}`} download data-testid="report-csv">
          <Say k="report.csv" />
        </Button>
      </header>
      <div className="report-filters">
        <Choose
          label={<Say k="report.period" />}
          value={period}
          data={(Object.keys(PERIODS) as Period[]).map((one) => ({ value: one, label: t(PERIODS[one].says) }))}
          data-testid="report-period"
          onChange={(one) => one !== null && setPeriod(one as Period)}
        />
        <Narrowing chosen={chosen} onChange={setChosen} />
        {!detailed && (
          <Choose
            label={<Say k="report.by" />}
            value={by}
            data={(Object.keys(BY) as By[]).map((one) => ({ value: one, label: t(BY[one]) }))}
            data-testid="report-by"
            onChange={(one) => one !== null && setBy(one as By)}
          />
        )}
      </div>
      <div className="report-body scroll">
        {detailed ? <ReportRows query={query} /> : <ReportLines query={query} by={by} minutes={period === 'today' ? 60 : 1_440} explained={explained} />}
        {!detailed && (
          <Button size="xs" aria-expanded={explained} data-testid="report-explain" onClick={() => setExplained(!explained)}>
            <Say k={explained ? 'report.unexplain' : 'report.help'} />
          </Button>
        )}
      </div>
    </div>
  )
}

function Narrowing({ chosen, onChange }: { readonly chosen: Chosen; readonly onChange: (chosen: Chosen) => void }) {
  const t = useT()
  const choices = useReportChoices()
  const of = choices.data
  const data: Readonly<Record<Narrowed, readonly { readonly id: Id; readonly name: string }[]>> = {
    campaign: of?.campaigns ?? [],
    list: of?.lists ?? [],
    team: of?.teams ?? [],
    agent: of?.agents ?? [],
  }
  return NARROWED.map((one) => (
    <Choose
      key={one}
      label={<Say k={NAMES[one]} />}
      value={chosen[one]}
      searchable
      nothingFoundMessage={t('admin.noneFound')}
      data={[{ value: ALL, label: t(ALL_OF[one]) }, ...data[one].map((each) => ({ value: each.id, label: each.name }))]}
      data-testid={`report-${one}`}
      onChange={(id) => onChange({ ...chosen, [one]: id ?? ALL })}
    />
  ))
}

import './report.css'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import type { Id } from '../../api/types.ts'
import type { MessageKey } from '../../i18n/language.ts'
import { Say, useT } from '../../i18n/Say.tsx'
import { Choose } from '../fields.tsx'
import { beginning, BY, type By, type Narrowed, NARROWED, type Period, PERIODS, type Query, useReportChoices, zoneOfReader } from './report.ts'
import { ReportLines } from './ReportLines.tsx'
import { ReportRows } from './ReportRows.tsx'
import { ServiceLines } from './ServiceLines.tsx'

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

type About = 'campaigns' | 'services'

/// What was counted of campaigns, with the rows behind it, and of services.
export function ReportsSection() {
  const [params, setParams] = useSearchParams()
  const change = (of: About) => setParams({ of }, { replace: true })
  return params.get('of') === 'services' ? <OfServices onChange={change} /> : <OfCampaigns onChange={change} />
}

const ABOUT: Readonly<Record<About, MessageKey>> = { campaigns: 'report.ofCampaigns', services: 'report.ofServices' }

function AboutChoice({ about, onChange }: { readonly about: About; readonly onChange: (about: About) => void }) {
  const t = useT()
  return (
    <div role="group" aria-label={t('report.about')} className="row g3">
      {(Object.keys(ABOUT) as About[]).map((one) => (
        <Button key={one} size="xs" data-testid={`report-of-${one}`} aria-pressed={one === about} variant={one === about ? 'light' : 'default'} onClick={() => onChange(one)}>
          <Say k={ABOUT[one]} />
        </Button>
      ))}
    </div>
  )
}

interface AboutProps {
  readonly onChange: (about: About) => void
}

function PeriodChoice({ period, onChange }: { readonly period: Period; readonly onChange: (period: Period) => void }) {
  const t = useT()
  return (
    <Choose
      label={<Say k="report.period" />}
      value={period}
      data={(Object.keys(PERIODS) as Period[]).map((one) => ({ value: one, label: t(PERIODS[one].says) }))}
      data-testid="report-period"
      onChange={(one) => one !== null && onChange(one as Period)}
    />
  )
}

function OfServices({ onChange }: AboutProps) {
  const [period, setPeriod] = useState<Period>('today')
  const [daily, setDaily] = useState(false)
  const from = beginning(period)
  return (
    <div className="report" data-testid="report">
      <header className="phead">
        <div className="grow">
          <h1>
            <Say k="admin.reports" />
          </h1>
          <div className="meta muted">
            <Say k="report.live" />
          </div>
        </div>
        <AboutChoice about="services" onChange={onChange} />
        <Button component="a" size="xs" href={`/api/service-reports/lines.csv?${new URLSearchParams({ from, zone: zoneOfReader() }).toString()}`} download data-testid="service-csv">
          <Say k="report.csv" />
        </Button>
      </header>
      <div className="report-filters">
        <PeriodChoice period={period} onChange={setPeriod} />
        <label className="row g3 report-daily">
          <input type="checkbox" checked={daily} data-testid="service-daily" onChange={(event) => setDaily(event.currentTarget.checked)} />
          <Say k="report.daily" />
        </label>
      </div>
      <div className="report-body scroll">
        <ServiceLines from={from} daily={daily} />
      </div>
    </div>
  )
}

function OfCampaigns({ onChange }: AboutProps) {
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
        <AboutChoice about="campaigns" onChange={onChange} />
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
        <PeriodChoice period={period} onChange={setPeriod} />
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

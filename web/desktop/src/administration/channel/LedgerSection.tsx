import '../report/report.css'
import './channel.css'
import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import { Link } from 'react-router'
import type { LedgerView } from '../../api/types.ts'
import type { MessageKey } from '../../i18n/language.ts'
import { Say, useT } from '../../i18n/Say.tsx'
import { KIND_ICON, KIND_WORD, kindOfChannel } from '../../writing/kinds.ts'
import { Choose } from '../fields.tsx'
import { useLedger } from '../queries.ts'
import { Reading } from '../Sheet.tsx'
import { count, COUNTS, type LedgerLine, type Period, PERIODS, totals } from './ledger.ts'
import { asideWords } from './words.ts'

const HEADS: readonly MessageKey[] = [
  'ledger.account',
  'ledger.accepted',
  'ledger.shown',
  'ledger.queued',
  'ledger.missed',
  'ledger.waiting',
  'ledger.news',
  'ledger.nothing',
  'ledger.aside',
  'ledger.missing',
]

/// What came in, and what became of it: both are counted apart and have to agree.
export function LedgerSection() {
  const t = useT()
  const [period, setPeriod] = useState<Period>('hour')
  const [byMinute, setByMinute] = useState(false)
  const { data, error } = useLedger(period)
  return (
    <div className="report" data-testid="ledger">
      <header className="phead">
        <div className="grow">
          <h1>
            <Say k="admin.ledger" />
          </h1>
          <div className="meta muted">
            <Say k="ledger.hint" />
          </div>
        </div>
      </header>
      <div className="report-filters">
        <Choose
          label={<Say k="report.period" />}
          value={period}
          data={(Object.keys(PERIODS) as Period[]).map((one) => ({ value: one, label: t(PERIODS[one].says) }))}
          data-testid="ledger-period"
          onChange={(one) => one !== null && setPeriod(one as Period)}
        />
      </div>
      {data === undefined ? (
        <Reading error={error} />
      ) : (
        <div className="report-body scroll">
          <Verdict ledger={data} />
          <Lines lines={byMinute ? data.lines : totals(data.lines)} byMinute={byMinute} />
          <Button size="xs" aria-pressed={byMinute} data-testid="ledger-minutes" onClick={() => setByMinute(!byMinute)}>
            <Say k={byMinute ? 'ledger.byAccount' : 'ledger.byMinute'} />
          </Button>
        </div>
      )}
    </div>
  )
}

function Verdict({ ledger: { missing, stuckSince } }: { readonly ledger: LedgerView }) {
  const intl = useIntl()
  const good = missing === 0 && stuckSince === null
  return (
    <div role={good ? 'status' : 'alert'} data-testid="ledger-verdict" data-good={good}>
      {missing !== 0 && (
        <p className="admin-answer bad">
          <IconAlertTriangle size={16} aria-hidden />
          <span>
            <Say k="ledger.wrong" values={{ count: missing }} />
          </span>
        </p>
      )}
      {stuckSince !== null && (
        <p className="admin-answer bad">
          <IconAlertTriangle size={16} aria-hidden />
          <span>
            <Say k="ledger.stuck" values={{ at: intl.formatDate(stuckSince, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' }) }} />
          </span>
        </p>
      )}
      {good && (
        <p className="admin-answer good">
          <IconCircleCheck size={16} aria-hidden />
          <span>
            <Say k="ledger.good" />
          </span>
        </p>
      )}
    </div>
  )
}

function Lines({ lines, byMinute }: { readonly lines: readonly LedgerLine[]; readonly byMinute: boolean }) {
  const intl = useIntl()
  const heads: readonly MessageKey[] = byMinute ? ['ledger.minute', ...HEADS] : HEADS
  return (
    <div className="report-scroll">
      <table className="report-table ledger-lines" data-testid="ledger-lines">
        <thead>
          <tr>
            {heads.map((one) => (
              <th key={one} scope="col">
                <Say k={one} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.account} ${byMinute ? line.minute : ''}`} className={line.missing === 0 ? '' : 'ledger-wrong'}>
              {byMinute && <td>{intl.formatDate(line.minute, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' })}</td>}
              <th scope="row">
                <NamedAccount name={line.name} channel={line.channel} />
              </th>
              {COUNTS.map((one) => (
                <td key={one}>{intl.formatNumber(line[one])}</td>
              ))}
              <td>{intl.formatNumber(count(line.nothing))}</td>
              <td>
                {count(line.aside) === 0 ? intl.formatNumber(0) : <Link to="/administration/set-aside">{intl.formatNumber(count(line.aside))}</Link>}
                {Object.entries(line.aside).map(([reason, items]) => (
                  <span key={reason} className="ledger-reasons">
                    <Say k={asideWords(reason)} values={{ reason }} /> ({intl.formatNumber(items)})
                  </span>
                ))}
              </td>
              <td>{intl.formatNumber(line.missing)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {lines.length === 0 && (
        <p className="muted pad-s" role="status">
          <Say k="ledger.empty" />
        </p>
      )}
    </div>
  )
}

/// An account by its name, with the mark of its channel.
export function NamedAccount({ name, channel }: { readonly name: string; readonly channel: string }) {
  const t = useT()
  const kind = kindOfChannel(channel)
  const Icon = KIND_ICON[kind]
  return (
    <span className="account-title">
      <Icon size={16} stroke={1.75} role="img" aria-label={t(KIND_WORD[kind])} />
      <bdi>{name}</bdi>
    </span>
  )
}

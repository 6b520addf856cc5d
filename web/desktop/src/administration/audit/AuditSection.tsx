import '../report/report.css'
import './audit.css'
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import { Link } from 'react-router'
import type { AuditEventView } from '../../api/types.ts'
import { Ltr, Say, useT } from '../../i18n/Say.tsx'
import { Choose } from '../fields.tsx'
import { useByName } from '../names.ts'
import { Reading } from '../Sheet.tsx'
import { detailOf, nameOf } from './detail.ts'
import { type Narrowing, useAuditLog, useAuditUsers } from './queries.ts'
import { kindOf, KINDS, sentenceFor } from './words.ts'

const EVERYTHING: Narrowing = { by: '', kind: '', first: '', last: '' }

/// Who did what to what, newest first.
export function AuditSection() {
  const [narrowed, setNarrowed] = useState(EVERYTHING)
  const log = useAuditLog(narrowed)
  const events = log.data?.pages.flatMap((page) => page.items)
  return (
    <div className="report" data-testid="audit-log">
      <header className="phead">
        <div className="grow">
          <h1>
            <Say k="audit.title" />
          </h1>
          <div className="meta muted">
            <Say k="audit.hint" />
          </div>
        </div>
      </header>
      <Filters value={narrowed} onChange={setNarrowed} />
      <div className="report-body scroll">
        {events === undefined ? (
          <Reading error={log.error} />
        ) : events.length === 0 ? (
          <p className="muted" role="status" data-testid="audit-none">
            <Say k="audit.none" />
          </p>
        ) : (
          <div className="report-scroll">
            <table className="report-table">
              <thead>
                <tr>
                  <th scope="col">
                    <Say k="report.time" />
                  </th>
                  <th scope="col">
                    <Say k="audit.what" />
                  </th>
                </tr>
              </thead>
              <tbody>
                {events.map((one) => (
                  <Event key={one.id} event={one} />
                ))}
              </tbody>
            </table>
          </div>
        )}
        {log.hasNextPage && (
          <Button size="xs" loading={log.isFetchingNextPage} data-testid="audit-more" onClick={() => void log.fetchNextPage()}>
            <Say k="report.more" />
          </Button>
        )}
      </div>
    </div>
  )
}

function Filters({ value, onChange }: { readonly value: Narrowing; readonly onChange: (value: Narrowing) => void }) {
  const t = useT()
  const byName = useByName()
  const users = useAuditUsers()
  const kinds = byName(
    Object.entries(KINDS).map(([kind, { word }]) => ({ value: kind, label: t(word) })),
    (one) => one.label,
  )
  return (
    <div className="report-filters">
      <Choose
        label={<Say k="audit.who" />}
        value={value.by}
        searchable
        nothingFoundMessage={t('admin.noneFound')}
        data={[{ value: '', label: t('audit.everybody') }, ...byName(users.data ?? [], (one) => one.name).map((one) => ({ value: one.id, label: one.name }))]}
        data-testid="audit-by"
        onChange={(by) => onChange({ ...value, by: by ?? '' })}
      />
      <Choose
        label={<Say k="audit.kind" />}
        value={value.kind}
        searchable
        nothingFoundMessage={t('admin.noneFound')}
        data={[{ value: '', label: t('audit.everything') }, ...kinds]}
        data-testid="audit-kind"
        onChange={(kind) => onChange({ ...value, kind: kind ?? '' })}
      />
      <TextInput
        type="date"
        label={<Say k="audit.first" />}
        value={value.first}
        max={value.last === '' ? undefined : value.last}
        data-testid="audit-first"
        onChange={(event) => onChange({ ...value, first: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={<Say k="audit.last" />}
        value={value.last}
        min={value.first === '' ? undefined : value.first}
        data-testid="audit-last"
        onChange={(event) => onChange({ ...value, last: event.currentTarget.value })}
      />
    </div>
  )
}

function Event({ event }: { readonly event: AuditEventView }) {
  const t = useT()
  const intl = useIntl()
  const detail = detailOf(event, t, (words) => intl.formatList(words))
  return (
    <tr data-testid="audit-event" data-what={event.what}>
      <td>{intl.formatDate(event.at, { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' })}</td>
      <td className="audit-what">
        <Say
          k={sentenceFor(event.what)}
          values={{
            who: <Who key="w" event={event} />,
            thing: <Thing key="t" event={event} />,
            name: <Name key="n" event={event} />,
            what: <Ltr key="c">{event.what}</Ltr>,
          }}
        />
        {detail !== '' && <span className="audit-detail">{detail}</span>}
      </td>
    </tr>
  )
}

function Who({ event: { by } }: { readonly event: AuditEventView }) {
  if (by === null) return <Say k="audit.system" />
  return (
    <b>
      <bdi>{by.name}</bdi>
    </b>
  )
}

function Thing({ event }: { readonly event: AuditEventView }) {
  const thing = KINDS[kindOf(event.what)]?.thing
  if (thing === undefined) return <Name event={event} />
  return <Say k={thing} values={{ name: <Name key="n" event={event} /> }} />
}

/// Leads to what can be opened.
function Name({ event }: { readonly event: AuditEventView }) {
  const t = useT()
  const name = nameOf(event, t)
  const shown = name === null ? <Ltr>{`#${event.subject.id}`}</Ltr> : <bdi>{name}</bdi>
  const at = ADDRESSES[kindOf(event.what)]
  return at === undefined ? shown : <Link to={at + event.subject.id}>{shown}</Link>
}

/// Where things are opened, in front of their ids. What was removed is said there to be gone.
const ADDRESSES: Readonly<Record<string, string>> = {
  user: '/administration/users/',
  team: '/administration/teams/',
  skill: '/administration/skills/',
  contact: '/contacts/',
  campaign: '/administration/campaigns/',
  'calling-list': '/administration/lists/',
  'do-not-call': '/administration/do-not-call/',
  trunk: '/administration/trunks/',
  'phone-number': '/administration/numbers/',
  phone: '/administration/phones/',
  template: '/administration/templates/',
  'channel-account': '/administration/accounts/',
}

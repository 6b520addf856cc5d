import './followup.css'
import { Button } from '@mantine/core'
import { IconCalendarTime } from '@tabler/icons-react'
import { Link, useNavigate } from 'react-router'
import type { PlannedFollowUp } from '../api/types.ts'
import { Avatar } from '../contact/Avatar.tsx'
import { nameOf } from '../contact/names.ts'
import { useNow } from '../desk/now.ts'
import { useFormats } from '../i18n/formats.ts'
import { explain } from '../i18n/problems.ts'
import { Ltr, Say, useT } from '../i18n/Say.tsx'
import { AtThatClock } from './AtThatClock.tsx'
import { FollowUpActions } from './FollowUpActions.tsx'
import { StandingTag } from './FollowUpDetail.tsx'
import { GROUP_WORD, GROUPS, groupOf } from './followUps.ts'
import { useMyFollowUps } from './queries.ts'

/// What the agent has still to do: what is overdue, then day by day.
export function FollowUpsPage() {
  const t = useT()
  const { data, error } = useMyFollowUps()
  return (
    <main className="main follow-ups">
      <section className="sheet scroll" data-testid="follow-ups" tabIndex={-1} aria-label={t('followUp.mine')}>
        <h1>
          <Say k="followUp.mine" />
        </h1>
        {error !== null && <p className="hint err">{explain(error, t)}</p>}
        {data === undefined ? error === null && <p className="hint slow">{t('common.loading')}</p> : data.length === 0 ? <Nothing /> : <Groups planned={data} />}
      </section>
    </main>
  )
}

function Groups({ planned }: { readonly planned: readonly PlannedFollowUp[] }) {
  const now = useNow()
  return GROUPS.map((group) => {
    const own = planned.filter(({ followUp }) => groupOf(followUp, now) === group)
    return own.length === 0 ? null : (
      <section key={group} data-testid={`follow-ups-${group}`}>
        <h3 className="label">
          <Say k={GROUP_WORD[group]} /> <span className="subtle">{own.length}</span>
        </h3>
        <ul>
          {own.map((one) => (
            <Line key={one.followUp.id} planned={one} />
          ))}
        </ul>
      </section>
    )
  })
}

function Line({ planned: { followUp, contact } }: { readonly planned: PlannedFollowUp }) {
  const t = useT()
  const formats = useFormats()
  return (
    <li className="follow-up-line" data-testid="follow-up" data-follow-up={followUp.id}>
      <Avatar contact={contact} />
      <div className="grow">
        <div className="row g3">
          <Link className="med trunc" to={`/contacts/${contact.id}/activities/${followUp.id}`}>
            <bdi>{nameOf(contact, t)}</bdi>
          </Link>
          <StandingTag followUp={followUp} />
        </div>
        <div className="meta muted">
          {formats.day(followUp.dueAt)} · <Ltr>{formats.time(followUp.dueAt)}</Ltr>
          <AtThatClock at={followUp.dueAt} zone={followUp.zone} />
        </div>
        {followUp.note !== '' && (
          <p className="words" dir="auto">
            {followUp.note}
          </p>
        )}
      </div>
      <FollowUpActions followUp={followUp} />
    </li>
  )
}

function Nothing() {
  const navigate = useNavigate()
  return (
    <div className="empty">
      <span className="art">
        <IconCalendarTime size={32} stroke={1.4} aria-hidden />
      </span>
      <h2>
        <Say k="followUp.noneTitle" />
      </h2>
      <p>
        <Say k="followUp.noneText" />
      </p>
      <div className="row">
        <Button size="xs" onClick={() => void navigate('/contacts')}>
          <Say k="followUp.toContacts" />
        </Button>
      </div>
    </div>
  )
}

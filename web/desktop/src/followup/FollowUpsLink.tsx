import { IconCalendarTime } from '@tabler/icons-react'
import { NavLink } from 'react-router'
import { useNow } from '../desk/now.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { standingOf } from './followUps.ts'
import { usePlanned } from './queries.ts'

/// The way to what there is to do, with the number of what is overdue.
export function FollowUpsLink() {
  const t = useT()
  const now = useNow()
  const overdue = usePlanned().filter(({ followUp }) => standingOf(followUp, now) === 'overdue').length
  return (
    <NavLink to="/follow-ups" title={t('followUp.many')} data-testid="rail-follow-ups">
      <span className="unseen">
        <Say k="followUp.railCount" values={{ overdue }} />
      </span>
      <IconCalendarTime size={20} stroke={1.75} aria-hidden />
      {overdue > 0 && (
        <span className="badge" aria-hidden>
          {overdue}
        </span>
      )}
    </NavLink>
  )
}

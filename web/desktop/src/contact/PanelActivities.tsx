import { IconArrowLeft } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { ContactSummary, Id } from '../api/types.ts'
import { HelpLink } from '../help/HelpLink.tsx'
import { Say } from '../i18n/Say.tsx'
import { ActivityDetail } from './ActivityDetail.tsx'
import { filterOf, withFilter } from './activityFilter.ts'
import { ActivityFilters } from './ActivityFilters.tsx'
import { ActivityList } from './ActivityList.tsx'

/// What was before, beside the conversation that goes on: it is looked for and read without leaving it.
export function PanelActivities({ contact }: { readonly contact: ContactSummary }) {
  const [params, setParams] = useSearchParams()
  const [read, setRead] = useState<Id | null>(null)
  const filter = filterOf(params)
  if (read !== null) return <PanelActivity contact={contact} activity={read} onBack={() => setRead(null)} onOpen={setRead} />
  return (
    <>
      <ActivityFilters contact={contact.id} filter={filter} onChange={(wanted) => setParams(withFilter(params, wanted), { replace: true })} />
      <ActivityList contact={contact.id} most={null} selected={null} filter={filter} onOpen={setRead} />
      <p className="pad-s">
        <HelpLink screen="contacts" />
      </p>
    </>
  )
}

interface OneProps {
  readonly contact: ContactSummary
  readonly activity: Id
  readonly onBack: () => void
  readonly onOpen: (activity: Id) => void
}

/// One of them in full, with the way back and the way to its place in Contacts.
export function PanelActivity({ contact, activity, onBack, onOpen }: OneProps) {
  return (
    <div className="panel-activity" data-testid="panel-activity">
      <div className="row">
        <button type="button" className="flat link grow" data-testid="panel-activity-back" autoFocus onClick={onBack}>
          <IconArrowLeft size={14} className="flip" aria-hidden />
          <Say k="activities.back" />
        </button>
        <Link className="meta" to={`/contacts/${contact.id}/activities/${activity}`}>
          <Say k="activities.inContacts" />
        </Link>
      </div>
      <ActivityDetail key={activity} id={activity} contact={contact} onOpen={onOpen} />
    </div>
  )
}

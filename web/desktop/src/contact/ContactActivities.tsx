import { Button } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useNavigate, useSearchParams } from 'react-router'
import type { Contact, Id } from '../api/types.ts'
import { Say } from '../i18n/Say.tsx'
import { ActivityDetail } from './ActivityDetail.tsx'
import { ALL, type ActivityFilter, filterOf, isAsked, withFilter } from './activityFilter.ts'
import { ActivityFilters } from './ActivityFilters.tsx'
import { ActivityList } from './ActivityList.tsx'
import { useActivities } from './queries.ts'

/// The activities of a contact and, beside them, the one that is read: the newest unless another is asked for.
export function ContactActivities({ contact, asked }: { readonly contact: Contact; readonly asked: Id | null }) {
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const filter = filterOf(params)
  const { data, hasNextPage } = useActivities(contact.id, filter)
  const first = data?.pages.flatMap((page) => page.items)[0]?.id ?? null
  const shown = asked ?? first
  const none = data !== undefined && first === null && !hasNextPage
  const go = (to: string, search: URLSearchParams, replace = false) =>
    void navigate({ pathname: `/contacts/${contact.id}/activities${to}`, search: search.toString() }, { replace })
  // What was read may not fit any more: the newest that does is shown.
  const ask = (wanted: ActivityFilter) => go('', withFilter(params, wanted), true)
  if (none && shown === null && !isAsked(filter)) {
    return <ActivityList contact={contact.id} most={null} selected={null} onOpen={() => undefined} />
  }
  return (
    <div className="activities-split">
      <div className="activities-side scroll">
        <ActivityFilters contact={contact.id} filter={filter} onChange={ask} />
        <ActivityList contact={contact.id} most={null} selected={shown} filter={filter} onOpen={(activity) => go(`/${activity}`, params)} />
      </div>
      {shown === null ? none && <NothingFits onClear={() => ask(ALL)} /> : <ActivityDetail key={shown} id={shown} contact={contact} />}
    </div>
  )
}

function NothingFits({ onClear }: { readonly onClear: () => void }) {
  return (
    <div className="empty" data-testid="activities-none-fit">
      <span className="art">
        <IconSearch size={32} stroke={1.4} aria-hidden />
      </span>
      <h2>
        <Say k="activities.noneFitTitle" />
      </h2>
      <p>
        <Say k="activities.noneFitText" />
      </p>
      <div className="row">
        <Button size="xs" onClick={onClear}>
          <Say k="activities.clearAll" />
        </Button>
      </div>
    </div>
  )
}

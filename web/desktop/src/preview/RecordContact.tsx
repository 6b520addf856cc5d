import { Link, useNavigate } from 'react-router'
import { ActivityList } from '../contact/ActivityList.tsx'
import { Say } from '../i18n/Say.tsx'
import type { RecordView } from './preview.ts'

/// How many of the contact's latest activities stand in the panel.
const RECENT = 3

interface Props {
  readonly contact: NonNullable<RecordView['contact']>
}

/// The stored contact that the record's number belongs to, and what was before with them over all channels.
export function RecordContact({ contact }: Props) {
  const navigate = useNavigate()
  return (
    <div className="group" data-testid="record-contact">
      <div className="label">
        <Say k="preview.knownAs" />
        <Link className="end" to={`/contacts/${contact.id}/activities`} data-testid="record-contact-activities">
          <Say k="activities.all" />
        </Link>
      </div>
      <Link className="record-contact" to={`/contacts/${contact.id}`} data-testid="record-contact-name">
        <bdi>{contact.name}</bdi>
      </Link>
      <ActivityList
        contact={contact.id}
        most={RECENT}
        selected={null}
        compact
        onOpen={(activity) => void navigate(`/contacts/${contact.id}/activities/${activity}`)}
      />
    </div>
  )
}

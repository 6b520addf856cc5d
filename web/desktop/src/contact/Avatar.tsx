import { IconUser } from '@tabler/icons-react'
import { useState } from 'react'
import type { ContactSummary, Id } from '../api/types.ts'
import { initial } from './names.ts'

interface Props {
  readonly contact: Pick<ContactSummary, 'id' | 'name' | 'photo'>
  readonly large?: boolean
}

/// The photo of a contact; where there is none, or it does not come, the first letter of the name.
export function Avatar({ contact, large = false }: Props) {
  const { id, name, photo } = contact
  const [lost, setLost] = useState<Id | null>(null)
  return (
    <span className={large ? 'avatar lg' : 'avatar'} aria-hidden data-testid="avatar">
      {photo !== null && photo !== lost ? (
        <img key={photo} src={`/api/contacts/${id}/photos/${photo}`} alt="" onError={() => setLost(photo)} />
      ) : name === null ? (
        <IconUser size={large ? 20 : 16} stroke={1.75} />
      ) : (
        initial(name)
      )}
    </span>
  )
}

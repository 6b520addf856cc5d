import { IconUser } from '@tabler/icons-react'
import type { ContactSummary } from '../api/types.ts'
import { initial } from './names.ts'

export function Avatar({ contact, large = false }: { readonly contact: ContactSummary; readonly large?: boolean }) {
  return (
    <span className={large ? 'avatar lg' : 'avatar'} aria-hidden>
      {contact.name === null ? <IconUser size={large ? 20 : 16} stroke={1.75} /> : initial(contact.name)}
    </span>
  )
}

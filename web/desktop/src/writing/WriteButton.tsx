import { Button } from '@mantine/core'
import { IconPencilPlus } from '@tabler/icons-react'
import type { ContactSummary } from '../api/types.ts'
import { Say } from '../i18n/Say.tsx'
import { useContact } from '../contact/queries.ts'
import { isByAccount, isOpen } from './choice.ts'
import { writeTo } from './dialog.ts'
import { useMayWrite, useReach } from './reach.ts'

interface Props {
  readonly contact: ContactSummary
  /// What is suggested first; null: what reaches them best.
  readonly channel: string | null
  readonly to: string | null
}

/// Writes anew to whom something was past with. Not there where there is nothing to write by.
export function WriteButton({ contact, channel, to }: Props) {
  const may = useMayWrite()
  const ways = useReach(contact.id, null)
  const preferred = useContact(contact.id).data?.preferredChannel ?? null
  // What the customer wants goes before what was used last.
  const suggested = ways.some((way) => way.channel === preferred && isOpen(way)) ? preferred : channel
  if (!may || !ways.some(isByAccount)) return null
  return (
    <Button
      size="xs"
      data-testid="write-again"
      leftSection={<IconPencilPlus size={14} aria-hidden />}
      onClick={() => writeTo({ contact, channel: suggested, to: suggested === channel ? to : null })}
    >
      <Say k="write.again" />
    </Button>
  )
}

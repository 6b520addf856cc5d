import './giveaway.css'
import { Button } from '@mantine/core'
import { IconArrowForwardUp } from '@tabler/icons-react'
import { useState } from 'react'
import type { ConversationView, InteractionView } from '../api/types.ts'
import { useDesk } from '../desk/store.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { useMay } from '../telephone/calls.ts'
import { GiveAwayDialog } from './GiveAwayDialog.tsx'

/// What is written and in this agent's hands: a call is transferred where it is heard.
export function giveable({ interactions }: ConversationView): readonly InteractionView[] {
  return interactions.filter((one) => one.state === 'ACTIVE' && one.medium !== 'VOICE')
}

/// Gives what is written to a service or to a colleague. Nothing where nothing is written, and for who may not.
export function GiveAway({ conversation }: { readonly conversation: ConversationView }) {
  const t = useT()
  const may = useMay('TRANSFER_CALLS')
  const synced = useDesk((desk) => desk.sync.state === 'IN_SYNC')
  const [open, setOpen] = useState(false)
  const written = giveable(conversation)
  if (!may || written.length === 0) return null
  return (
    <>
      <Button
        size="xs"
        data-testid="give-away"
        disabled={!synced}
        title={synced ? undefined : t('wrapUp.whyNotInSync')}
        leftSection={<IconArrowForwardUp size={14} className="flip" aria-hidden />}
        onClick={() => setOpen(true)}
      >
        <Say k="call.transfer" />
      </Button>
      {open && <GiveAwayDialog conversation={conversation} written={written} onClose={() => setOpen(false)} />}
    </>
  )
}

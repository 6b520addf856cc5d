import { Button } from '@mantine/core'
import { IconHeadset } from '@tabler/icons-react'
import { useState } from 'react'
import { Say } from '../i18n/Say.tsx'
import { useTelephoneState } from './device.ts'
import { TelephoneDialog } from './TelephoneDialog.tsx'

/// Before the first call: no call comes until the microphone is allowed. Says nothing once it is.
export function PhoneNote() {
  const [opened, setOpened] = useState(false)
  const state = useTelephoneState()
  return (
    <>
      {state === 'ASK' && (
        <div className="phone-note">
          <IconHeadset size={16} aria-hidden />
          <span>
            <Say k="phone.note" />
          </span>
          <Button size="xs" onClick={() => setOpened(true)}>
            <Say k="phone.setUp" />
          </Button>
        </div>
      )}
      <TelephoneDialog opened={opened} onClose={() => setOpened(false)} />
    </>
  )
}

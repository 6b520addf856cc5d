import { IconHeadset } from '@tabler/icons-react'
import { useState } from 'react'
import { useT } from '../i18n/Say.tsx'
import { useTelephoneState, works } from './device.ts'
import { STATE_WORDS } from './state.ts'
import { TelephoneDialog } from './TelephoneDialog.tsx'

/// Whether calls reach this user, at a glance; opens the check of the telephone.
export function TelephoneButton() {
  const t = useT()
  const [opened, setOpened] = useState(false)
  const state = useTelephoneState()
  const words = t('phone.button', { state: t(STATE_WORDS[state]) })
  return (
    <>
      <button
        type="button"
        className={works(state) ? 'ib tall phone-state on' : 'ib tall phone-state'}
        data-testid="telephone"
        data-state={state}
        aria-label={words}
        title={words}
        onClick={() => setOpened(true)}
      >
        <IconHeadset size={16} aria-hidden />
        <i aria-hidden />
      </button>
      <TelephoneDialog opened={opened} onClose={() => setOpened(false)} />
    </>
  )
}

import { Button, Modal, Select } from '@mantine/core'
import { IconChevronDown, IconHeadset, IconMicrophone, IconVolume } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { Say, useT } from '../i18n/Say.tsx'
import { ringOnce } from '../offer/ring.ts'
import { useClose } from '../shell/useClose.ts'
import { useCommand } from '../shell/useCommand.ts'
import { useDevice, useIsHere, useTelephoneState, works } from './device.ts'
import { DeviceChoice } from './DeviceChoice.tsx'
import { Level } from './Level.tsx'
import { type Microphone, microphones } from './microphone.ts'
import { STATE_SENTENCES, STATE_WORDS } from './state.ts'
import { allow, chooseMicrophone, need, takeHere, useTelephone } from './store.ts'

/// The check before the first call: may the page hear, does it hear, can one be heard ringing.
export function TelephoneDialog({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const close = useClose()
  return (
    <Modal opened={opened} onClose={onClose} title={<Say k="phone.title" />} closeButtonProps={close}>
      {opened && <Check />}
    </Modal>
  )
}

function Check() {
  const device = useDevice()
  const state = useTelephoneState()
  const here = useIsHere()
  const granted = useTelephone((telephone) => telephone.permission === 'GRANTED')
  const allowed = here && granted
  useEffect(() => {
    if (allowed) void need('TRIAL', true)
    return () => void need('TRIAL', false)
  }, [allowed])
  return (
    <div className="form" data-testid="telephone-check">
      <p className={works(state) ? 'phone-line on' : 'phone-line'} role="status">
        <IconHeadset size={16} aria-hidden />
        <span>
          <b>
            <Say k={STATE_WORDS[state]} />
          </b>
          <span className="muted">
            <Say k={STATE_SENTENCES[state]} />
          </span>
        </span>
      </p>
      {device !== null && <DeviceChoice device={device} />}
      {state === 'ASK' && <Allow />}
      {state === 'ELSEWHERE' && (
        <Button onClick={takeHere}>
          <Say k="phone.takeHere" />
        </Button>
      )}
      {allowed && <Choice />}
      <div className="row">
        <span className="muted grow">
          <Say k="phone.ringSound" />
        </span>
        <Button size="xs" leftSection={<IconVolume size={14} aria-hidden />} onClick={() => ringOnce('CUSTOMER')}>
          <Say k="offer.testSound" />
        </Button>
      </div>
    </div>
  )
}

function Allow() {
  const { run, busy } = useCommand(allow)
  return (
    <Button variant="filled" data-testid="telephone-allow" loading={busy} onClick={() => void run()}>
      <Say k="phone.allow" />
    </Button>
  )
}

/// Which microphone, and whether it hears.
function Choice() {
  const t = useT()
  const chosen = useTelephone((telephone) => telephone.chosen)
  const microphone = useTelephone((telephone) => telephone.microphone)
  const [all, setAll] = useState<readonly Microphone[]>([])
  useEffect(() => {
    const look = () => void microphones().then(setAll)
    look()
    navigator.mediaDevices.addEventListener('devicechange', look)
    return () => navigator.mediaDevices.removeEventListener('devicechange', look)
  }, [microphone])
  const used = microphone?.getAudioTracks()[0]?.getSettings().deviceId
  return (
    <>
      <Select
        label={<Say k="phone.microphone" />}
        leftSection={<IconMicrophone size={14} aria-hidden />}
        rightSection={<IconChevronDown size={14} aria-hidden />}
        rightSectionPointerEvents="none"
        placeholder={t('phone.noMicrophoneNamed')}
        data={all.map((one) => ({ value: one.id, label: one.name }))}
        value={used ?? chosen}
        allowDeselect={false}
        onChange={(id) => {
          if (id !== null) void chooseMicrophone(id)
        }}
      />
      <div className="row phone-trial">
        <span className="muted grow">
          <Say k="phone.speak" />
        </span>
        <Level />
      </div>
    </>
  )
}

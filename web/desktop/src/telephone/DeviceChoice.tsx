import { Button, Select, TextInput } from '@mantine/core'
import { IconChevronDown, IconDeviceLandlinePhone } from '@tabler/icons-react'
import { useState } from 'react'
import type { DeviceView } from '../api/types.ts'
import { useDesk } from '../desk/store.ts'
import type { MessageKey } from '../i18n/language.ts'
import { explain } from '../i18n/problems.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { LEFT_TO_RIGHT } from '../i18n/written.ts'
import { useCommand } from '../shell/useCommand.ts'
import { callInHand, sideCallInHand } from './calls.ts'
import { type DeviceWish, useChooseDevice } from './device.ts'

/// What calls come to: this page, a telephone on the desk, or a number of one's own. It counts at once; not during a
/// call.
export function DeviceChoice({ device }: { readonly device: DeviceView }) {
  const t = useT()
  const choose = useChooseDevice()
  const [numbering, setNumbering] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const { run, busy } = useCommand(
    (wish: DeviceWish) => choose(wish).then(() => setNumbering(false)),
    (error) => setProblem(explain(error, t)),
  )
  const onCall = useDesk(
    ({ snapshot }) => snapshot !== null && (callInHand(snapshot) !== null || sideCallInHand(snapshot) !== null),
  )
  const pick = (value: string | null) => {
    setProblem(null)
    setNumbering(value === NUMBER)
    if (value === null || value === NUMBER || value === valueOf(device)) return
    void run(value === BROWSER ? { kind: 'BROWSER', phone: null, number: null } : { kind: 'PHONE', phone: value, number: null })
  }
  return (
    <>
      <Select
        label={<Say k="device.label" />}
        leftSection={<IconDeviceLandlinePhone size={14} aria-hidden />}
        rightSection={<IconChevronDown size={14} aria-hidden />}
        rightSectionPointerEvents="none"
        data-testid="device"
        data={[
          { value: BROWSER, label: t('device.browser') },
          ...device.phones.map((phone) => ({
            value: phone.id,
            label: t(phone.registered ? 'device.phone' : 'device.phoneAway', { name: phone.name }),
          })),
          { value: NUMBER, label: t('device.number') },
        ]}
        value={numbering ? NUMBER : valueOf(device)}
        allowDeselect={false}
        disabled={busy || onCall}
        description={onCall ? t('device.whyOnCall') : undefined}
        error={numbering ? null : problem}
        onChange={pick}
      />
      {(numbering || device.kind === 'NUMBER') && (
        <OwnNumber
          key={device.number}
          number={device.number ?? ''}
          why={onCall ? 'device.whyOnCall' : null}
          problem={problem}
          busy={busy}
          onChoose={(number) => {
            setProblem(null)
            void run({ kind: 'NUMBER', phone: null, number })
          }}
        />
      )}
    </>
  )
}

const BROWSER = 'BROWSER'
const NUMBER = 'NUMBER'

function valueOf(device: DeviceView): string {
  return device.kind === 'PHONE' ? (device.phone ?? BROWSER) : device.kind
}

interface OwnNumberProps {
  readonly number: string
  /// Why it cannot be changed; null when it can.
  readonly why: MessageKey | null
  readonly problem: string | null
  readonly busy: boolean
  readonly onChoose: (number: string) => void
}

function OwnNumber({ number, why, problem, busy, onChoose }: OwnNumberProps) {
  const t = useT()
  const [text, setText] = useState(number)
  const same = text.trim() === number
  return (
    <form
      className="row transfer-number"
      onSubmit={(event) => {
        event.preventDefault()
        if (!same && text.trim() !== '') onChoose(text.trim())
      }}
    >
      <TextInput
        className="grow"
        aria-label={t('device.number')}
        placeholder={t('dial.number')}
        inputMode="tel"
        maxLength={40}
        {...LEFT_TO_RIGHT}
        data-testid="device-number"
        value={text}
        error={problem}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" loading={busy} disabled={why !== null || same || text.trim() === ''} title={why === null ? undefined : t(why)}>
        <Say k="common.save" />
      </Button>
    </form>
  )
}

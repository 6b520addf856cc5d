import { Button, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { send } from '../api/http.ts'
import { serverNow } from '../desk/store.ts'
import type { MessageKey } from '../i18n/language.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { useCommand } from '../shell/useCommand.ts'
import { LocalTime } from './Numbers.tsx'
import type { Reviewed } from './preview.ts'
import { instantAt } from './zones.ts'

const HOUR_MS = 3_600_000
const AFTER: readonly { readonly key: MessageKey; readonly ms: number }[] = [
  { key: 'preview.in1Hour', ms: HOUR_MS },
  { key: 'preview.in3Hours', ms: 3 * HOUR_MS },
  { key: 'preview.inADay', ms: 24 * HOUR_MS },
  { key: 'preview.in2Days', ms: 48 * HOUR_MS },
  { key: 'preview.inAWeek', ms: 7 * 24 * HOUR_MS },
]
/// Beside the times from now: a time, or a window, that is written.
const AT = 'AT'
const BETWEEN = 'BETWEEN'
/// Beside the numbers of the record: one that is written.
const OTHER = 'OTHER'
const NUMBER_LENGTH = 32
/// Around a number in a text that runs from right to left.
const ISOLATE = '\u2066'
const END = '\u2069'

/// What is agreed on: when, at which number, with whom.
export function NextCallForm({ reviewed }: { readonly reviewed: Reviewed }) {
  const t = useT()
  const { preview, record } = reviewed
  const [when, setWhen] = useState<string | null>(null)
  const [from, setFrom] = useState('')
  const [until, setUntil] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const [typed, setTyped] = useState('')
  const [onlyMe, setOnlyMe] = useState(false)
  const number = chosen === OTHER ? typed.trim() : chosen
  const zone = zoneOf(reviewed, number)
  const time = timeOf(when, from, until, zone)
  const { run, busy } = useCommand(() =>
    send('PUT', '/api/previews/{preview}/next-call', {
      path: { preview: preview.id },
      body: { at: null, from: null, until: null, ...time, number, onlyMe },
    }),
  )
  return (
    <>
      <Select
        aria-label={t('preview.nextCallWhen')}
        placeholder={t('preview.nextCallWhen')}
        data-testid="next-call-when"
        data={[
          ...AFTER.map((one) => ({ value: String(one.ms), label: t(one.key) })),
          { value: AT, label: t('preview.nextCallAt') },
          { value: BETWEEN, label: t('preview.nextCallBetween') },
        ]}
        value={when}
        onChange={setWhen}
      />
      {(when === AT || when === BETWEEN) && (
        <>
          <Moment k={when === AT ? 'preview.nextCallAt' : 'preview.nextCallFrom'} testId="next-call-from" value={from} onChange={setFrom} />
          {when === BETWEEN && (
            <Moment k="preview.nextCallUntil" testId="next-call-until" value={until} onChange={setUntil} />
          )}
          <p className="hint">
            <span>
              <Say k="preview.customersClock" values={{ time: <LocalTime key="t" zone={zone} /> }} />
            </span>
          </p>
        </>
      )}
      <Select
        aria-label={t('preview.whichNumber')}
        placeholder={t('preview.nextCallNumber')}
        data-testid="next-call-number"
        data={[
          ...record.numbers.map((one) => ({ value: one.number, label: `${ISOLATE}${one.number}${END}` })),
          ...(record.mayDialOther ? [{ value: OTHER, label: t('preview.otherNumber') }] : []),
        ]}
        value={chosen}
        clearable
        onChange={setChosen}
      />
      {chosen === OTHER && (
        <TextInput
          type="tel"
          dir="ltr"
          aria-label={t('preview.otherNumber')}
          data-testid="next-call-other"
          maxLength={NUMBER_LENGTH}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      <label className="row g3">
        <input
          type="checkbox"
          checked={onlyMe}
          data-testid="next-call-only-me"
          onChange={(event) => setOnlyMe(event.currentTarget.checked)}
        />
        <Say k="preview.onlyMe" />
      </label>
      <Button disabled={time === null || number === ''} loading={busy} data-testid="next-call-agree" onClick={() => void run()}>
        <Say k="preview.agree" />
      </Button>
    </>
  )
}

interface MomentProps {
  readonly k: MessageKey
  readonly testId: string
  readonly value: string
  readonly onChange: (value: string) => void
}

function Moment({ k, testId, value, onChange }: MomentProps) {
  const t = useT()
  return (
    <TextInput
      type="datetime-local"
      dir="ltr"
      label={t(k)}
      data-testid={testId}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

/// By whose clock a time is meant: the customer's, at the number that is to be called.
function zoneOf({ record }: Reviewed, number: string | null): string {
  const of =
    record.numbers.find((one) => one.number === number) ?? record.numbers.find((one) => one.recommended) ?? record.numbers[0]
  return of?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
}

/// As the server is told; null while nothing whole is chosen.
function timeOf(when: string | null, from: string, until: string, zone: string) {
  if (when === null) return null
  if (when === AT) return from === '' ? null : { at: instantAt(from, zone) }
  if (when === BETWEEN) return from === '' || until === '' ? null : { from: instantAt(from, zone), until: instantAt(until, zone) }
  return { at: new Date(serverNow() + Number(when)).toISOString() }
}

import { Button, Checkbox, Select } from '@mantine/core'
import { useState } from 'react'
import { send } from '../api/http.ts'
import type { Instant } from '../api/types.ts'
import { serverNow } from '../desk/store.ts'
import { LOCALES, useLanguage } from '../i18n/language.ts'
import type { MessageKey } from '../i18n/language.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { useCommand } from '../shell/useCommand.ts'
import type { Reviewed } from './preview.ts'

const HOUR_MS = 3_600_000
const AFTER: readonly { readonly key: MessageKey; readonly ms: number }[] = [
  { key: 'preview.in1Hour', ms: HOUR_MS },
  { key: 'preview.in3Hours', ms: 3 * HOUR_MS },
  { key: 'preview.inADay', ms: 24 * HOUR_MS },
  { key: 'preview.in2Days', ms: 48 * HOUR_MS },
  { key: 'preview.inAWeek', ms: 7 * 24 * HOUR_MS },
]

/// When the customer is to be called again, by the customer's own clock; for an hour from then on before all others.
export function NextCall({ reviewed }: { readonly reviewed: Reviewed }) {
  const t = useT()
  const { preview, record } = reviewed
  const [after, setAfter] = useState<string | null>(null)
  const [number, setNumber] = useState<string | null>(null)
  const [onlyMe, setOnlyMe] = useState(false)
  const clock = useCustomersClock(record.numbers.find((one) => one.recommended)?.zone ?? record.numbers[0]?.zone)
  const path = { preview: preview.id }
  const agreeing = useCommand(() => {
    const at = new Date(serverNow() + Number(after)).toISOString()
    return send('PUT', '/api/previews/{preview}/next-call', { path, body: { at, from: null, until: null, number, onlyMe } })
  })
  const forgetting = useCommand(() => send('DELETE', '/api/previews/{preview}/next-call', { path }))
  return (
    <section className="dock" aria-label={t('preview.nextCall')} data-testid="next-call">
      <h3>
        <Say k="preview.nextCall" />
      </h3>
      {record.nextCall === null ? (
        <>
          <Select
            aria-label={t('preview.nextCallWhen')}
            placeholder={t('preview.nextCallWhen')}
            data-testid="next-call-when"
            data={AFTER.map((one) => ({ value: String(one.ms), label: t(one.key) }))}
            value={after}
            onChange={setAfter}
          />
          <Select
            aria-label={t('preview.nextCallNumber')}
            placeholder={t('preview.nextCallNumber')}
            data-testid="next-call-number"
            data={record.numbers.map((one) => ({ value: one.number, label: one.number }))}
            value={number}
            clearable
            onChange={setNumber}
          />
          <Checkbox
            label={t('preview.onlyMe')}
            checked={onlyMe}
            data-testid="next-call-only-me"
            onChange={(event) => setOnlyMe(event.currentTarget.checked)}
          />
          <Button disabled={after === null} loading={agreeing.busy} data-testid="next-call-agree" onClick={() => void agreeing.run()}>
            <Say k="preview.agree" />
          </Button>
        </>
      ) : (
        <div className="row">
          <span data-testid="next-call-agreed">{clock(record.nextCall.from)}</span>
          <Button size="xs" className="end" loading={forgetting.busy} data-testid="next-call-forget" onClick={() => void forgetting.run()}>
            <Say k="preview.forget" />
          </Button>
        </div>
      )}
    </section>
  )
}

function useCustomersClock(zone: string | undefined): (at: Instant) => string {
  const language = useLanguage((spoken) => spoken?.language ?? 'en')
  const format = new Intl.DateTimeFormat(LOCALES[language], {
    weekday: 'long',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
    ...(zone === undefined ? {} : { timeZone: zone }),
  })
  return (at) => format.format(new Date(at))
}

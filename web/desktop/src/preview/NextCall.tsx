import { Button } from '@mantine/core'
import { Suspense } from 'react'
import { send } from '../api/http.ts'
import type { Instant } from '../api/types.ts'
import { LOCALES, useLanguage } from '../i18n/language.ts'
import { Ltr, Say, useT } from '../i18n/Say.tsx'
import { seldom } from '../seldom.ts'
import { useCommand } from '../shell/useCommand.ts'
import type { RecordView, Reviewed } from './preview.ts'

const NextCallForm = seldom((later) => later.NextCallForm)

type Agreed = NonNullable<RecordView['nextCall']>

/// When the customer is to be called again, by the customer's own clock; in that time before all others.
export function NextCall({ reviewed }: { readonly reviewed: Reviewed }) {
  const t = useT()
  const { nextCall } = reviewed.record
  return (
    <section className="next-call" aria-label={t('preview.nextCall')} data-testid="next-call">
      <div className="label">
        <Say k="preview.nextCall" />
      </div>
      {nextCall === null ? (
        <Suspense fallback={null}>
          <NextCallForm reviewed={reviewed} />
        </Suspense>
      ) : <AgreedOn preview={reviewed.preview.id} call={nextCall} />}
    </section>
  )
}

function AgreedOn({ preview, call }: { readonly preview: string; readonly call: Agreed }) {
  const window = useCustomersClock(call.zone)
  const { run, busy } = useCommand(() => send('DELETE', '/api/previews/{preview}/next-call', { path: { preview } }))
  return (
    <div className="row">
      <div className="grow">
        <div data-testid="next-call-agreed">{window(call.from, call.until)}</div>
        <div className="micro muted">
          {call.number === null ? <Say k="preview.nextCallNumber" /> : <Ltr className="num">{call.number}</Ltr>}
          {' · '}
          <Say k={call.onlyMe ? 'preview.onlyMe' : 'preview.anybody'} />
        </div>
      </div>
      <Button size="xs" loading={busy} data-testid="next-call-forget" onClick={() => void run()}>
        <Say k="preview.forget" />
      </Button>
    </div>
  )
}

function useCustomersClock(zone: string): (from: Instant, until: Instant) => string {
  const language = useLanguage((spoken) => spoken?.language ?? 'en')
  const format = new Intl.DateTimeFormat(LOCALES[language], {
    weekday: 'long',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
    timeZone: zone,
  })
  return (from, until) => format.formatRange(new Date(from), new Date(until))
}

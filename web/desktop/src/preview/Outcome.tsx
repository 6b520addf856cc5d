import { Button, Select, Textarea } from '@mantine/core'
import { useRef, useState } from 'react'
import { send } from '../api/http.ts'
import { LIMITS } from '../api/types.ts'
import { useDesk } from '../desk/store.ts'
import { HelpLink } from '../help/HelpLink.tsx'
import { choiceName } from '../i18n/choices.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { written } from '../i18n/written.ts'
import { KeyNames } from '../keyboard/KeyNames.tsx'
import { useShortcut } from '../keyboard/keys.ts'
import { useCommand } from '../shell/useCommand.ts'
import type { Reviewed } from './preview.ts'

/// The ways out of a review without a call: complete with a disposition, or skip.
export function Outcome({ reviewed }: { readonly reviewed: Reviewed }) {
  const t = useT()
  const { preview, record } = reviewed
  const [disposition, setDisposition] = useState(record.defaultDisposition)
  const [notes, setNotes] = useState('')
  const [reason, setReason] = useState<string | null>(null)
  const synced = useDesk((desk) => desk.sync.state === 'IN_SYNC')
  const path = { preview: preview.id }
  const completing = useCommand(() => send('POST', '/api/previews/{preview}/complete', { path, body: { disposition, notes } }))
  const skipping = useCommand(() => send('POST', '/api/previews/{preview}/skip', { path, body: { reason } }))
  const free = synced && preview.state === 'REVIEWING' && !completing.busy && !skipping.busy
  const missing = record.explicitDisposition && disposition === null
  const field = useRef<HTMLInputElement>(null)
  useShortcut('result', () => field.current?.focus())
  useShortcut('complete', free && !missing ? () => void completing.run() : null)
  useShortcut('skip', free && record.skipAllowed ? () => void skipping.run() : null)
  return (
    <section className="dock" aria-label={t('preview.outcome')} data-testid="preview-outcome">
      <Select
        ref={field}
        aria-label={t('wrapUp.disposition')}
        placeholder={t('wrapUp.chooseDisposition')}
        data-testid="preview-disposition"
        data={record.dispositions.map((one) => ({ value: one.id, label: choiceName(one, t) }))}
        value={disposition}
        onChange={setDisposition}
      />
      <Textarea
        aria-label={t('wrapUp.notes')}
        placeholder={t('wrapUp.notes')}
        data-testid="preview-notes"
        {...written(notes)}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={LIMITS.notes}
        value={notes}
        onChange={(event) => setNotes(event.currentTarget.value)}
      />
      <Button
        fullWidth
        variant="filled"
        data-testid="preview-complete"
        disabled={!free || missing}
        loading={completing.busy}
        onClick={() => void completing.run()}
        rightSection={
          <span aria-hidden>
            <KeyNames of="complete" />
          </span>
        }
      >
        <Say k="preview.complete" />
      </Button>
      {record.skipAllowed && (
        <>
          {record.skipReasons.length > 0 && (
            <Select
              aria-label={t('preview.skipReason')}
              placeholder={t('preview.skipReason')}
              data-testid="skip-reason"
              data={[...record.skipReasons]}
              value={reason}
              clearable
              onChange={setReason}
            />
          )}
          <Button fullWidth data-testid="preview-skip" disabled={!free} loading={skipping.busy} onClick={() => void skipping.run()}>
            <Say k="preview.skip" />
          </Button>
        </>
      )}
      <HelpLink screen="preview" />
      {record.help !== '' && (
        <p className="hint">
          <span data-testid="preview-help">
            <Say k="preview.help" values={{ whom: <bdi key="w">{record.help}</bdi> }} />
          </span>
        </p>
      )}
    </section>
  )
}

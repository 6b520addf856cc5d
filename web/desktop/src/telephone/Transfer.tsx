import { Button, TextInput } from '@mantine/core'
import { IconArrowForwardUp, IconPhone, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { send } from '../api/http.ts'
import type { InteractionView } from '../api/types.ts'
import { explain } from '../i18n/problems.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { LEFT_TO_RIGHT } from '../i18n/written.ts'
import { useCommand } from '../shell/useCommand.ts'
import { useCallServices } from './calls.ts'

/// Gives the call away at once: into the queue of a service, or to another number.
export function Transfer({ interaction, onClose }: { readonly interaction: InteractionView; readonly onClose: () => void }) {
  const t = useT()
  const services = useCallServices().filter((one) => one.id !== interaction.service.id)
  const [number, setNumber] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const { run, busy } = useCommand(
    (to: { readonly service: string } | { readonly number: string }) =>
      send('POST', '/api/calls/{interaction}/transfer', { path: { interaction: interaction.id }, body: to }).then(onClose),
    (error) => setProblem(explain(error, t)),
  )
  return (
    <div
      className="call-pop transfer"
      role="dialog"
      aria-label={t('call.transfer')}
      data-testid="transfer"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <div className="row">
        <h3 className="grow">
          <Say k="call.transferTo" />
        </h3>
        <button type="button" className="ib" aria-label={t('common.close')} onClick={onClose}>
          <IconX size={14} aria-hidden />
        </button>
      </div>
      <form
        className="row transfer-number"
        onSubmit={(event) => {
          event.preventDefault()
          setProblem(null)
          void run({ number: number.trim() })
        }}
      >
        <TextInput
          className="grow"
          aria-label={t('dial.number')}
          placeholder={t('dial.number')}
          autoFocus
          inputMode="tel"
          {...LEFT_TO_RIGHT}
          leftSection={<IconPhone size={14} aria-hidden />}
          value={number}
          error={problem}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <Button type="submit" loading={busy} disabled={number.trim() === ''}>
          <Say k="call.transfer" />
        </Button>
      </form>
      {services.length > 0 && (
        <>
          <div className="label">
            <Say k="call.toService" />
          </div>
          <ul className="transfer-services">
            {services.map((one) => (
              <li key={one.id}>
                <button type="button" className="transfer-service" disabled={busy} onClick={() => void run({ service: one.id })}>
                  <span className="grow trunc">
                    <bdi>{one.name}</bdi>
                  </span>
                  <IconArrowForwardUp size={14} className="flip" aria-hidden />
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="hint">
        <Say k="call.transferEnds" />
      </p>
    </div>
  )
}

import { IconAlertCircle, IconCheck, IconChecks, IconClock, IconRefresh } from '@tabler/icons-react'
import { send } from '../api/http.ts'
import type { Id } from '../api/types.ts'
import type { MessageKey } from '../i18n/language.ts'
import { Say } from '../i18n/Say.tsx'
import { useCommand } from '../shell/useCommand.ts'
import { failureWords } from './failures.ts'
import type { DeliveryView } from './wire.ts'

interface Props {
  readonly delivery: DeliveryView
  /// Where it may be tried again; null: nowhere from here.
  readonly message: { readonly conversation: Id; readonly seq: number } | null
}

const STATE_WORDS: Readonly<Record<DeliveryView['state'], MessageKey>> = {
  WAITING: 'delivery.state.waiting',
  SENT: 'delivery.state.sent',
  DELIVERED: 'delivery.state.delivered',
  READ: 'delivery.state.read',
  FAILED: 'delivery.state.failed',
}

const ICONS = { WAITING: IconClock, SENT: IconCheck, DELIVERED: IconChecks, READ: IconChecks, FAILED: IconAlertCircle } as const

/// What has become of a message that went out, in a word and a sign; of one that failed why, and *try again*.
export function DeliveryMark({ delivery, message }: Props) {
  const { state, failure } = delivery
  const Icon = ICONS[state]
  return (
    <span className={`delivered ${state.toLowerCase()}`} data-testid="delivery" data-state={state}>
      <Icon size={12} stroke={2} aria-hidden />
      <span>
        <Say k={STATE_WORDS[state]} />
        {failure !== null && (
          <>
            {': '}
            <Say k={failureWords(failure)} />
          </>
        )}
      </span>
      {state === 'FAILED' && message !== null && <TryAgain {...message} />}
    </span>
  )
}

function TryAgain({ conversation, seq }: { readonly conversation: Id; readonly seq: number }) {
  const { run, busy } = useCommand(() => send('POST', '/api/messages/{conversation}/{seq}/retry', { path: { conversation, seq } }))
  return (
    <button type="button" className="flat link" data-testid="send-again" disabled={busy} onClick={() => void run()}>
      <IconRefresh size={12} stroke={2} aria-hidden />
      <Say k="delivery.tryAgain" />
    </button>
  )
}

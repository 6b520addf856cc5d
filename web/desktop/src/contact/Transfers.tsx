import '../queue/queue.css'
import { IconArrowForwardUp } from '@tabler/icons-react'
import type { ActivityView, TransferView } from '../api/types.ts'
import { Say } from '../i18n/Say.tsx'

/// To whom it was given away, by whom, and with which words. Nothing when it never was.
export function Transfers({ activity }: { readonly activity: Pick<ActivityView, 'transfers'> }) {
  if (activity.transfers.length === 0) return null
  return (
    <ul className="postponed" data-testid="transfers">
      {activity.transfers.map((one) => (
        <li key={one.at} className="meta muted">
          <IconArrowForwardUp size={14} stroke={1.75} className="flip" aria-hidden />
          <span>
            <Say k="transfer.done" />
            {' · '}
            <TransferredWords transfer={one} />
            {one.returnedAt !== null && (
              <>
                {' · '}
                <ReturnedWords transfer={one} />
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

/// Who, to whom, and the note.
export function TransferredWords({ transfer }: { readonly transfer: TransferView }) {
  const { agent, service, colleague, note } = transfer
  return (
    <>
      <Say k="transfer.by" values={{ name: <bdi key="n">{agent.name}</bdi>, to: <bdi key="t">{(service ?? colleague)?.name}</bdi> }} />
      {note !== '' && (
        <>
          {': '}
          <bdi className="transfer-note">{note}</bdi>
        </>
      )}
    </>
  )
}

export function ReturnedWords({ transfer }: { readonly transfer: TransferView }) {
  return <Say k="transfer.returned" values={{ to: <bdi key="t">{transfer.colleague?.name}</bdi>, name: <bdi key="n">{transfer.agent.name}</bdi> }} />
}

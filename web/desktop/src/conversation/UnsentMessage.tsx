import { IconAlertCircle, IconArrowBackUp, IconClock, IconRefresh } from '@tabler/icons-react'
import { sentenceOf } from '../i18n/problems.ts'
import { Say } from '../i18n/Say.tsx'
import { FileChips } from '../writing/FileChips.tsx'
import { takeBack } from '../writing/takeBack.ts'
import { type Outgoing, outbox } from './outbox.ts'

/// A message the server has not confirmed: outlined, and saying what becomes of it.
export function UnsentMessage({ entry }: { readonly entry: Outgoing }) {
  return (
    <div className={entry.road?.kind === 'NOTE' ? 'said out noted' : 'said out'} data-testid="message" data-author="AGENT" data-delivery={entry.delivery}>
      <div className={entry.delivery === 'SENDING' || entry.delivery === 'STORED' ? 'bubble going' : 'bubble unsent'}>
        {entry.road?.kind === 'EMAIL' && (
          <b dir="auto" className="unsent-subject">
            {entry.road.subject}
          </b>
        )}
        <span dir="auto">{entry.text}</span>
      </div>
      <FileChips files={entry.road?.files ?? []} />
      <div className={entry.delivery === 'NOT_STORED' || entry.delivery === 'REFUSED' ? 'by bad' : 'by due'}>
        <DeliveryWords entry={entry} />
      </div>
    </div>
  )
}

function DeliveryWords({ entry }: { readonly entry: Outgoing }) {
  switch (entry.delivery) {
    case 'STORED':
    case 'SENDING':
      return (
        <span className="slow">
          <Say k="delivery.sending" />
        </span>
      )
    case 'WAITING':
      return (
        <>
          <IconClock size={12} stroke={2} aria-hidden />
          <Say k="delivery.waiting" />
        </>
      )
    case 'NOT_STORED':
      return (
        <>
          <IconAlertCircle size={12} stroke={2} aria-hidden />
          <Say k="delivery.notStored" />
          <button type="button" className="flat link" onClick={() => outbox.retry(entry.id)}>
            <IconRefresh size={12} stroke={2} aria-hidden />
            <Say k="delivery.tryAgain" />
          </button>
        </>
      )
    case 'REFUSED':
      return (
        <>
          <IconAlertCircle size={12} stroke={2} aria-hidden />
          <Say k="delivery.refused" values={{ why: <Say key="w" k={sentenceOf(entry.problem ?? '')} /> }} />
          <button type="button" className="flat link" onClick={() => takeBack(entry)}>
            <IconArrowBackUp size={12} stroke={2} className="flip" aria-hidden />
            <Say k="delivery.takeBack" />
          </button>
        </>
      )
  }
}

import { IconArrowNarrowRight } from '@tabler/icons-react'
import { choiceName } from '../i18n/choices.ts'
import { clockOf, useFormats } from '../i18n/formats.ts'
import type { MessageKey } from '../i18n/language.ts'
import { Ltr, Say, useT } from '../i18n/Say.tsx'
import type { HistoryEntry } from './preview.ts'

/// What was done with this record in this campaign, the newest first.
export function History({ entries }: { readonly entries: readonly HistoryEntry[] }) {
  return (
    <div className="group" data-testid="record-history">
      <h3>
        <Say k="preview.historyHeading" />
      </h3>
      {entries.length === 0 ? (
        <p className="muted" data-testid="history-none">
          <Say k="preview.historyNone" />
        </p>
      ) : (
        <ol className="record-history">
          {entries.map((entry) => (
            <Entry key={`${entry.at} ${entry.kind}`} entry={entry} />
          ))}
        </ol>
      )}
    </div>
  )
}

function Entry({ entry }: { readonly entry: HistoryEntry }) {
  const t = useT()
  const formats = useFormats()
  // The call that it follows from stands below, with its disposition and its notes.
  const rescheduled = entry.kind === 'RESCHEDULED'
  const told = rescheduled ? null : entry.disposition
  return (
    <li data-testid="history-entry">
      <div className="row g2">
        <b>{told === null ? <Say k={KINDS[entry.kind]} /> : <bdi>{choiceName(told, t)}</bdi>}</b>
        <span className="end micro subtle">
          {formats.nearDay(entry.at)} <Ltr>{formats.time(entry.at)}</Ltr>
        </span>
      </div>
      <div className="micro muted">
        {entry.number !== null && (
          <>
            <Ltr className="num">{entry.number}</Ltr>
            {' · '}
          </>
        )}
        {entry.agent === null ? <Say k="preview.bySystem" /> : <bdi>{entry.agent}</bdi>}
        {entry.automatic && (
          <>
            {' · '}
            <Say k="preview.automatic" />
          </>
        )}
        {entry.seconds !== null && (
          <>
            {' · '}
            <Ltr>{clockOf(entry.seconds * 1000)}</Ltr>
          </>
        )}
      </div>
      {entry.changes.map((one) => (
        <p key={one.field} className="micro" data-testid="history-change">
          <bdi>{one.field}</bdi>
          {': '}
          {one.was === '' ? <Say k="preview.nothing" /> : <bdi className="was">{one.was}</bdi>}
          {' '}
          <IconArrowNarrowRight size={12} className="flip" role="img" aria-label={t('preview.becomes')} />
          {' '}
          {one.now === '' ? <Say k="preview.nothing" /> : <bdi>{one.now}</bdi>}
        </p>
      ))}
      {entry.notes !== '' && !rescheduled && <p dir="auto">{entry.notes}</p>}
    </li>
  )
}

const KINDS: Readonly<Record<HistoryEntry['kind'], MessageKey>> = {
  ATTEMPT: 'preview.history.attempt',
  SKIP: 'preview.history.skip',
  COMPLETED: 'preview.history.completed',
  RESCHEDULED: 'preview.history.rescheduled',
  REJECTED: 'preview.history.rejected',
  EXPIRED: 'preview.history.expired',
  LOST: 'preview.history.lost',
  ENDED_BY_SYSTEM: 'preview.history.ended',
  CORRECTED: 'preview.history.corrected',
}

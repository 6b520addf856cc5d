import { IconClipboardText } from '@tabler/icons-react'
import type { Id } from '../api/types.ts'
import { Timer } from '../desk/Timer.tsx'
import { Say, useT } from '../i18n/Say.tsx'
import { customerOf, type Reviewed, STATE_WORDS } from './preview.ts'

interface Props {
  readonly reviewed: Reviewed
  readonly selected: boolean
  readonly onSelect: (record: Id) => void
}

/// The record under review among the active conversations.
export function RecordEntry({ reviewed, selected, onSelect }: Props) {
  const t = useT()
  const { preview } = reviewed
  return (
    <li
      className={selected ? 'item on' : 'item'}
      role="option"
      aria-selected={selected}
      tabIndex={selected ? 0 : -1}
      data-testid="record-entry"
      data-conversation={preview.id}
      data-state={preview.state}
      onClick={() => onSelect(preview.id)}
    >
      <span className="glyph">
        <IconClipboardText size={16} stroke={1.75} role="img" aria-label={t('preview.record')} />
      </span>
      <span className="name trunc">
        <bdi>{customerOf(preview) ?? t('preview.noName')}</bdi>
      </span>
      <span className="tm" title={t('conversations.sinceState')}>
        <Timer since={preview.since} />
      </span>
      <span className="snippet">
        <span className="trunc">
          <Say k="preview.title" />
        </span>
      </span>
      <span className="foot">
        <bdi className="trunc">{preview.campaign.name}</bdi>
        <span aria-hidden>·</span>
        <Say k={STATE_WORDS[preview.state]} />
      </span>
    </li>
  )
}

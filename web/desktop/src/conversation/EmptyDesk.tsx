import { Button } from '@mantine/core'
import { IconBell, IconVolume } from '@tabler/icons-react'
import type { DeskSnapshot } from '../api/types.ts'
import { send } from '../api/http.ts'
import { HelpLink } from '../help/HelpLink.tsx'
import type { MessageKey } from '../i18n/language.ts'
import { Say } from '../i18n/Say.tsx'
import { askToNotify, useNotifying } from '../offer/notification.ts'
import { ringOnce } from '../offer/ring.ts'
import { PhoneNote } from '../telephone/PhoneNote.tsx'
import { useCommand } from '../shell/useCommand.ts'

/// Nothing in hand: what to do, or that there is nothing to do.
export function EmptyDesk({ snapshot }: { readonly snapshot: DeskSnapshot }) {
  const ready = snapshot.presence.state === 'READY'
  const notifying = useNotifying()
  const { run, busy } = useCommand(() => send('PUT', '/api/desk/presence', { body: { state: 'READY' } }))
  const title: MessageKey = ready ? 'empty.readyTitle' : 'empty.notReadyTitle'
  const text: MessageKey = ready ? 'empty.readyText' : 'empty.notReadyText'
  return (
    <div className="empty">
      <span className="art">
        <svg width="64" height="72" viewBox="0 0 64 72" fill="none" strokeLinecap="round" strokeWidth="3" aria-hidden>
          <circle cx="20" cy="14" r="7" stroke="var(--border-control)" />
          <path d="M20 27v37" stroke="var(--border-strong)" />
          <circle cx="44" cy="58" r="7" stroke="var(--accent)" />
          <path d="M44 45V8" stroke="var(--accent)" opacity=".45" />
        </svg>
      </span>
      <h2>
        <Say k={title} />
      </h2>
      <p>
        <Say k={text} />
      </p>
      <div className="row">
        {!ready && (
          <Button variant="filled" loading={busy} onClick={() => void run()}>
            <Say k="empty.goReady" />
          </Button>
        )}
        <Button leftSection={<IconVolume size={14} aria-hidden />} onClick={() => ringOnce('CUSTOMER')}>
          <Say k="offer.testSound" />
        </Button>
        {notifying === 'default' && (
          <Button leftSection={<IconBell size={14} aria-hidden />} onClick={() => void askToNotify()}>
            <Say k="offer.allowNotifications" />
          </Button>
        )}
      </div>
      <PhoneNote />
      <HelpLink screen="conversations" />
    </div>
  )
}

import '../followup/followup.css'
import { Button } from '@mantine/core'
import { IconAt, IconX } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useLocation, useNavigate } from 'react-router'
import type { MentionView } from '../api/types.ts'
import { nameOf } from '../contact/names.ts'
import { useFormats } from '../i18n/formats.ts'
import { Ltr, Say, useT } from '../i18n/Say.tsx'
import { announce } from '../offer/notification.ts'
import { useCommand } from '../shell/useCommand.ts'
import { addressOf } from './mentions.ts'
import { seen, useMentions } from './queries.ts'

/// As many are shown at once; the page has them all.
const SHOWN = 2

/// Notes that name the agent, until they have looked at them. Whoever looks at the page of them needs no telling.
export function MentionNews() {
  const t = useT()
  const { items } = useMentions()
  const { pathname } = useLocation()
  const news = items.filter((one) => one.seenAt === null)
  if (news.length === 0 || pathname === '/mentions') return null
  return (
    <section aria-label={t('note.mentions')} role="status" className="together">
      {news.slice(0, SHOWN).map((one) => (
        <News key={one.message} mention={one} />
      ))}
    </section>
  )
}

function News({ mention }: { readonly mention: MentionView }) {
  const t = useT()
  const formats = useFormats()
  const navigate = useNavigate()
  const { message, by, text, at, contact } = mention
  const title = t('mention.by', { name: by.name })
  const to = addressOf(mention)
  const { run, busy } = useCommand(() => seen(message))
  useEffect(() => announce({ title, body: text, tag: `mention-${message}` }), [title, text, message])
  return (
    <article className="reminder" data-testid="mention-news" data-mention={message}>
      <div className="row g3">
        <IconAt size={16} aria-hidden />
        <span className="med grow">{title}</span>
        <button type="button" className="ib" aria-label={t('mention.seen')} title={t('mention.seen')} data-testid="mention-dismiss" disabled={busy} onClick={() => void run()}>
          <IconX size={14} aria-hidden />
        </button>
      </div>
      <div className="meta muted">
        {contact !== null && (
          <>
            <bdi>{nameOf(contact, t)}</bdi>
            {' · '}
          </>
        )}
        <Ltr>{formats.time(at)}</Ltr>
      </div>
      <p className="words reminder-note" dir="auto">
        {text}
      </p>
      <div className="row g3">
        <Button
          size="xs"
          variant="filled"
          data-testid="mention-open"
          onClick={() => {
            void run()
            void navigate(to ?? '/mentions')
          }}
        >
          <Say k="mention.open" />
        </Button>
      </div>
    </article>
  )
}

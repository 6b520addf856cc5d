import '../followup/followup.css'
import { Button } from '@mantine/core'
import { IconAt } from '@tabler/icons-react'
import { Link } from 'react-router'
import type { MentionView } from '../api/types.ts'
import { Avatar } from '../contact/Avatar.tsx'
import { nameOf } from '../contact/names.ts'
import { useFormats } from '../i18n/formats.ts'
import { Ltr, Say, useT } from '../i18n/Say.tsx'
import { useCommand } from '../shell/useCommand.ts'
import { addressOf } from './mentions.ts'
import { seen, useMentions } from './queries.ts'

/// The notes in which colleagues have named the agent, newest first.
export function MentionsPage() {
  const t = useT()
  const { items, known } = useMentions()
  return (
    <main className="main follow-ups">
      <section className="sheet scroll" data-testid="mentions" tabIndex={-1} aria-label={t('note.mentions')}>
        <h1>
          <Say k="note.mentions" />
        </h1>
        {!known ? (
          <p className="hint slow">{t('common.loading')}</p>
        ) : items.length === 0 ? (
          <Nothing />
        ) : (
          <section>
            <ul>
              {items.map((one) => (
                <Line key={one.message} mention={one} />
              ))}
            </ul>
          </section>
        )}
      </section>
    </main>
  )
}

function Line({ mention }: { readonly mention: MentionView }) {
  const t = useT()
  const formats = useFormats()
  const { message, by, text, at, contact, seenAt } = mention
  const to = addressOf(mention)
  const { run, busy } = useCommand(() => seen(message))
  return (
    <li className="follow-up-line" data-testid="mention" data-mention={message} data-seen={seenAt !== null}>
      {contact === null ? <IconAt size={20} aria-hidden /> : <Avatar contact={contact} />}
      <div className="grow">
        <div className="row g3">
          {contact !== null && to !== null ? (
            <Link className="med trunc" to={to} onClick={() => seenAt === null && void run()}>
              <bdi>{nameOf(contact, t)}</bdi>
            </Link>
          ) : (
            <span className="muted">
              <Say k="mention.notYours" />
            </span>
          )}
          {seenAt === null && (
            <span className="tag ringing">
              <Say k="mention.new" />
            </span>
          )}
        </div>
        <div className="meta muted">
          <bdi>{by.name}</bdi>
          {' · '}
          {formats.day(at)} · <Ltr>{formats.time(at)}</Ltr>
        </div>
        <p className="words" dir="auto">
          {text}
        </p>
      </div>
      {seenAt === null && (
        <Button size="xs" loading={busy} data-testid="mention-seen" onClick={() => void run()}>
          <Say k="mention.seen" />
        </Button>
      )}
    </li>
  )
}

function Nothing() {
  return (
    <div className="empty">
      <span className="art">
        <IconAt size={32} stroke={1.4} aria-hidden />
      </span>
      <h2>
        <Say k="mention.noneTitle" />
      </h2>
      <p>
        <Say k="mention.noneText" />
      </p>
    </div>
  )
}

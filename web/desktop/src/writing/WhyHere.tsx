import { Menu } from '@mantine/core'
import { IconArrowBackUp, IconArrowMerge, IconArrowsSplit2, IconInfoCircle } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { get, send } from '../api/http.ts'
import type { Id, MessageView } from '../api/types.ts'
import { useFormats } from '../i18n/formats.ts'
import type { MessageKey } from '../i18n/language.ts'
import { Ltr, Say, useT } from '../i18n/Say.tsx'
import { useCommand } from '../shell/useCommand.ts'
import type { EmailView } from './wire.ts'

interface Props {
  readonly message: MessageView
  readonly email: EmailView
  /// Null: it is past, and stays where it is.
  readonly conversation: Id | null
}

/// Why a mail is in its thread, and with one click that it is another matter, or belongs to another thread.
export function WhyHere({ message, email, conversation }: Props) {
  const t = useT()
  const [open, setOpen] = useState(false)
  return (
    <Menu position="bottom-start" withinPortal opened={open} onChange={setOpen}>
      <Menu.Target>
        <button type="button" className="flat link" data-testid="email-why">
          <IconInfoCircle size={14} aria-hidden />
          <Say k="mail.why" />
        </button>
      </Menu.Target>
      <Menu.Dropdown className="mail-why" data-testid="email-why-menu" aria-label={t('mail.why')}>
        <p className="mail-why-words" data-testid="email-why-words" data-why={email.why}>
          <Say k={WORDS[email.why]} />
        </p>
        {conversation !== null && <Actions message={message} email={email} conversation={conversation} open={open} />}
      </Menu.Dropdown>
    </Menu>
  )
}

const WORDS: Readonly<Record<EmailView['why'], MessageKey>> = {
  TOKEN: 'mail.why.token',
  ANSWERS: 'mail.why.answers',
  REFERS: 'mail.why.refers',
  SUBJECT: 'mail.why.subject',
  OTHER_SENDER: 'mail.why.otherSender',
  NEW: 'mail.why.new',
  OURS: 'mail.why.ours',
  AUTOMATIC: 'mail.why.automatic',
}

/// What an agent has said about the thread, at every mail of it.
export function Changed({ email, changed }: { readonly email: EmailView; readonly changed: NonNullable<EmailView['changed']> }) {
  const t = useT()
  const formats = useFormats()
  const Icon = changed.kind === 'SPLIT' ? IconArrowsSplit2 : IconArrowMerge
  return (
    <div className="mail-changed" data-testid="email-changed" data-kind={changed.kind} data-thread={email.thread}>
      <Icon size={12} stroke={2} className="flip" aria-hidden />
      <span>
        <Say
          k={changed.kind === 'SPLIT' ? 'mail.changed.split' : 'mail.changed.merged'}
          values={{
            subject: <bdi key="s">{changed.other === '' ? t('mail.noSubject') : changed.other}</bdi>,
            who: <bdi key="w">{changed.by ?? t('timeline.agent')}</bdi>,
            time: <Ltr key="t">{formats.time(changed.at)}</Ltr>,
          }}
        />
      </span>
    </div>
  )
}

interface ActionsProps extends Props {
  readonly conversation: Id
  readonly open: boolean
}

function Actions({ message, email, conversation, open }: ActionsProps) {
  const queries = useQueryClient()
  const path = { conversation, message: message.id }
  const { data: others } = useQuery({
    queryKey: ['other-threads', message.id, email.thread],
    queryFn: () => get('/api/conversations/{conversation}/emails/{message}/other-threads', { path }),
    enabled: open,
    staleTime: 0,
  })
  const { run, busy } = useCommand(async (change: () => Promise<unknown>) => {
    try {
      await change()
    } finally {
      await queries.invalidateQueries({ queryKey: ['email'] })
    }
  })
  return (
    <>
      <Menu.Item
        data-testid="email-split"
        disabled={busy}
        leftSection={<IconArrowsSplit2 size={14} className="flip" aria-hidden />}
        onClick={() => void run(() => send('POST', '/api/conversations/{conversation}/emails/{message}/split', { path }))}
      >
        <Say k="mail.split" />
      </Menu.Item>
      {email.changed != null && (
        <Menu.Item
          data-testid="email-undo"
          disabled={busy}
          leftSection={<IconArrowBackUp size={14} className="flip" aria-hidden />}
          onClick={() => void run(() => send('POST', '/api/conversations/{conversation}/emails/{message}/undo', { path }))}
        >
          <Say k={email.changed.kind === 'SPLIT' ? 'mail.undoSplit' : 'mail.undoMerge'} />
        </Menu.Item>
      )}
      {others !== undefined && others.length > 0 && (
        <>
          <Menu.Divider />
          <Menu.Label>
            <Say k="mail.mergeInto" />
          </Menu.Label>
          {others.map((one) => (
            <Menu.Item
              key={one.thread}
              data-testid="email-merge"
              disabled={busy}
              leftSection={<IconArrowMerge size={14} className="flip" aria-hidden />}
              onClick={() => void run(() => send('POST', '/api/conversations/{conversation}/emails/{message}/merge', { path, body: { into: one.thread } }))}
            >
              <span className="trunc mail-why-thread" dir="auto">
                {one.subject === '' ? <Say k="mail.noSubject" /> : one.subject}
              </span>
              <span className="meta subtle">
                <Say k="mail.count" values={{ count: one.mails }} />
              </span>
            </Menu.Item>
          ))}
        </>
      )}
    </>
  )
}

import './queue.css'
import { Button } from '@mantine/core'
import { IconClockPause, IconInbox } from '@tabler/icons-react'
import { type ReactNode, useEffect } from 'react'
import { Link } from 'react-router'
import { Problem, send } from '../api/http.ts'
import type { Id, Instant, MailHead, PostponedMail, WaitingMail } from '../api/types.ts'
import { useNow } from '../desk/now.ts'
import { serverNow, useDesk } from '../desk/store.ts'
import { useFormats } from '../i18n/formats.ts'
import type { MessageKey } from '../i18n/language.ts'
import { explain } from '../i18n/problems.ts'
import { Ltr, Say, useT } from '../i18n/Say.tsx'
import { notice } from '../shell/notices.ts'
import { useCommand } from '../shell/useCommand.ts'
import { useMailQueue, useQueueAgain } from './queries.ts'

/// Mails that wait for hands, in the order in which they should be taken, and those that this agent has set aside.
export function QueuePage() {
  const t = useT()
  const { data, error } = useMailQueue(true)
  useEffect(() => {
    document.title = t('queue.pageTitle')
    return () => {
      document.title = t('app.name')
    }
  }, [t])
  return (
    <main className="main">
      <section className="sheet queue scroll" aria-label={t('queue.title')} data-testid="queue">
        <Head first={data?.waiting[0]?.mail.interaction ?? null} />
        {error !== null && <p className="hint err pad-s">{explain(error, t)}</p>}
        {data === undefined && error === null && (
          <p className="hint slow pad">
            <Say k="common.loading" />
          </p>
        )}
        {data !== undefined && <Waiting waiting={data.waiting} all={data.all} />}
        {data !== undefined && data.postponed.length > 0 && <Postponed postponed={data.postponed} />}
      </section>
    </main>
  )
}

function Head({ first }: { readonly first: Id | null }) {
  const held = useDesk((desk) => desk.snapshot?.conversations.flatMap((one) => one.interactions).filter((one) => one.medium === 'EMAIL' && one.state === 'ACTIVE').length ?? 0)
  const { take, busy } = useTake()
  return (
    <header className="queue-head">
      <div className="grow">
        <h2>
          <Say k="queue.title" />
        </h2>
        <p className="meta muted">
          {held === 0 ? (
            <Say k="queue.hint" />
          ) : (
            <Link to="/conversations" className="link" data-testid="queue-held">
              <Say k="queue.held" values={{ count: held }} />
            </Link>
          )}
        </p>
      </div>
      {first !== null && (
        <Button variant="filled" data-testid="take-next" loading={busy} onClick={() => void take(first)}>
          <Say k="queue.takeNext" />
        </Button>
      )}
    </header>
  )
}

/// The agent has it at once; who is too late hears so, and sees the list as it is now.
function useTake(): { readonly take: (interaction: Id) => Promise<void>; readonly busy: boolean } {
  const t = useT()
  const again = useQueueAgain()
  const { run, busy } = useCommand(
    (interaction: Id) => send('POST', '/api/queue/{interaction}/take', { path: { interaction } }),
    (error) => notice(error instanceof Problem && error.code === 'not-found' ? t('problem.mailGone') : explain(error, t)),
  )
  return {
    busy,
    take: async (interaction) => {
      await run(interaction)
      await again()
    },
  }
}

function Waiting({ waiting, all }: { readonly waiting: readonly WaitingMail[]; readonly all: number }) {
  const t = useT()
  if (waiting.length === 0) {
    return (
      <div className="empty queue-empty" data-testid="queue-empty">
        <span className="art">
          <IconInbox size={32} stroke={1.4} aria-hidden />
        </span>
        <h2>
          <Say k="queue.emptyTitle" />
        </h2>
        <p>
          <Say k="queue.emptyText" />
        </p>
      </div>
    )
  }
  return (
    <>
      <ul className="queue-list" aria-label={t('queue.waiting')}>
        {waiting.map((one) => (
          <Row key={one.mail.interaction} mail={one.mail} word="queue.take" testId="waiting-mail">
            {one.precedence > 0 && (
              <span className="tag warn">
                <Say k={one.precedence === 1 ? 'mailService.high' : 'mailService.urgent'} />
              </span>
            )}
            <Due due={one.due} />
          </Row>
        ))}
      </ul>
      {all > waiting.length && (
        <p className="hint pad">
          <Say k="queue.more" values={{ count: all - waiting.length }} />
        </p>
      )}
    </>
  )
}

function Postponed({ postponed }: { readonly postponed: readonly PostponedMail[] }) {
  const t = useT()
  const formats = useFormats()
  return (
    <>
      <h3 className="queue-part">
        <IconClockPause size={16} stroke={1.75} aria-hidden />
        <Say k="queue.postponed" />
      </h3>
      <ul className="queue-list" aria-label={t('queue.postponed')}>
        {postponed.map((one) => (
          <Row key={one.mail.interaction} mail={one.mail} word="queue.takeNow" testId="postponed-mail">
            <span>
              <Say k="queue.until" values={{ day: formats.nearDay(one.until), time: <Ltr key="t">{formats.time(one.until)}</Ltr> }} />
            </span>
            {one.note !== '' && (
              <span className="trunc subtle" dir="auto">
                {one.note}
              </span>
            )}
          </Row>
        ))}
      </ul>
    </>
  )
}

interface RowProps {
  readonly mail: MailHead
  readonly word: MessageKey
  readonly testId: string
  readonly children: ReactNode
}

function Row({ mail, word, testId, children }: RowProps) {
  const t = useT()
  const formats = useFormats()
  const { take, busy } = useTake()
  const who = mail.name ?? mail.party
  const subject = mail.subject === '' ? t('queue.noSubject') : mail.subject
  return (
    <li className="queue-row" data-testid={testId} data-interaction={mail.interaction}>
      <div className="queue-words">
        <div className="row">
          <b className="trunc" dir="auto">
            {subject}
          </b>
        </div>
        <div className="meta muted queue-facts">
          <bdi>{who}</bdi>
          {mail.name !== null && <Ltr>{mail.party}</Ltr>}
          <bdi>{mail.service.name}</bdi>
          <span>
            <Say k="queue.since" values={{ day: formats.nearDay(mail.arrivedAt), time: <Ltr key="t">{formats.time(mail.arrivedAt)}</Ltr> }} />
          </span>
        </div>
        <div className="meta queue-facts">{children}</div>
      </div>
      <Button size="xs" data-testid="take" loading={busy} aria-label={t('queue.takeOf', { subject })} onClick={() => void take(mail.interaction)}>
        <Say k={word} />
      </Button>
    </li>
  )
}

/// Until when an answer was promised.
function Due({ due }: { readonly due: Instant }) {
  const formats = useFormats()
  useNow()
  const over = Date.parse(due) <= serverNow()
  const values = { day: formats.nearDay(due), time: <Ltr key="t">{formats.time(due)}</Ltr> }
  return (
    <span className={over ? 'bad' : undefined}>
      <Say k={over ? 'queue.overdue' : 'queue.due'} values={values} />
    </span>
  )
}

import { IconArrowBackUp, IconArrowBackUpDouble, IconArrowForwardUp, IconMailOpened } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { send } from '../api/http.ts'
import type { Id, MessageView } from '../api/types.ts'
import { drafts, type Mail, useDrafts } from '../conversation/drafts.ts'
import { Say } from '../i18n/Say.tsx'
import { seldom } from '../seldom.ts'
import { useCommand } from '../shell/useCommand.ts'
import { choices } from './chosen.ts'
import { DeliveryMark } from './DeliveryMark.tsx'
import { useEmail } from './email.ts'
import { FileChips } from './FileChips.tsx'
import { forwarded, hasOthers, replyTo } from './mail.ts'
import { People, SenderMarks } from './People.tsx'
import { isUnwritten, useSignature, withSignature } from './signature.ts'
import { Changed, WhyHere } from './WhyHere.tsx'
import type { AccountName, EmailView } from './wire.ts'

const EmailReader = seldom((later) => later.EmailReader)

interface Props {
  readonly message: MessageView
  readonly account: AccountName | null
  /// Where it is answered; null: it is past, and is only read.
  readonly conversation: Id | null
  /// Which thread its interaction is about; null: it is past.
  readonly thread: Id | null
}

/// A mail on the line of time: what about, from whom to whom, how it begins; the whole of it on request.
export function EmailCard({ message, account, conversation, thread }: Props) {
  const [open, setOpen] = useState(false)
  const email = useEmail(message.id, `${message.interaction} ${thread ?? ''}`)
  return (
    <div className="mail-card" data-testid="email">
      <div className="row g3">
        <b className="trunc grow" dir="auto" data-testid="email-subject">
          {email === undefined || email.subject === '' ? <Say k="mail.noSubject" /> : email.subject}
        </b>
        {message.delivery != null && (
          <DeliveryMark delivery={message.delivery} message={conversation === null ? null : { conversation, seq: message.seq }} />
        )}
      </div>
      {email !== undefined && <People email={email} />}
      {email !== undefined && <SenderMarks email={email} />}
      {email?.changed != null && <Changed email={email} changed={email.changed} />}
      <p className="mail-text" dir="auto">
        {message.text}
      </p>
      <FileChips files={message.files ?? []} />
      <div className="mail-actions">
        <button type="button" className="flat link" data-testid="email-open" onClick={() => setOpen(true)}>
          <IconMailOpened size={14} aria-hidden />
          <Say k="mail.open" />
        </button>
        {conversation !== null && email !== undefined && message.author.kind !== 'SYSTEM' && <Answers message={message} email={email} own={account} place={conversation} />}
        {email !== undefined && <WhyHere message={message} email={email} conversation={conversation} />}
      </div>
      {open && email !== undefined && (
        <Suspense fallback={null}>
          <EmailReader message={message} email={email} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  )
}

interface AnswersProps {
  readonly message: MessageView
  readonly email: EmailView
  readonly own: AccountName | null
  readonly place: Id
}

function Answers({ message, email, own, place }: AnswersProps) {
  const signature = useSignature(own?.id ?? null)
  const begin = (mail: Mail) => {
    const typed = useDrafts.getState().mails[place]?.text ?? ''
    drafts.mail(place, { ...mail, text: isUnwritten(typed, signature) ? withSignature(mail.text, signature) : typed })
    choices.write(place, { channel: EMAIL, to: null, account: own?.id ?? null })
  }
  // What came with it goes along, once.
  const { run: forward, busy } = useCommand(async () => {
    const before = useDrafts.getState().mails[place]
    const begun = before?.quoted === message.id && before.inReplyTo === null
    const files = !begun && (message.files ?? []).some((file) => file.state === 'READY')
      ? await send('POST', '/api/attachments/copies', { body: { message: message.id } })
      : []
    drafts.attach(place, EMAIL, [...drafts.files(place, EMAIL), ...files])
    begin(forwarded(email, message.id))
  })
  return (
    <>
      <button type="button" className="flat link" data-testid="email-reply" onClick={() => begin(replyTo(email, message.id, false))}>
        <IconArrowBackUp size={14} className="flip" aria-hidden />
        <Say k="mail.reply" />
      </button>
      {hasOthers(email) && (
        <button type="button" className="flat link" data-testid="email-reply-all" onClick={() => begin(replyTo(email, message.id, true))}>
          <IconArrowBackUpDouble size={14} className="flip" aria-hidden />
          <Say k="mail.replyAll" />
        </button>
      )}
      <button type="button" className="flat link" data-testid="email-forward" disabled={busy} onClick={() => void forward()}>
        <IconArrowForwardUp size={14} className="flip" aria-hidden />
        <Say k="mail.forward" />
      </button>
    </>
  )
}

const EMAIL = 'email'

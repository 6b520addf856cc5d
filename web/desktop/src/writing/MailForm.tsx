import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { IconChevronDown, IconQuote, IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { Id, MessageView } from '../api/types.ts'
import { draftOf, drafts, type Mail, useDrafts } from '../conversation/drafts.ts'
import type { MessageKey } from '../i18n/language.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { LEFT_TO_RIGHT, written } from '../i18n/written.ts'
import { AttachButton, AttachedFiles } from './Attach.tsx'
import type { Tab } from './choice.ts'
import { useEmail } from './email.ts'
import { addressesIn, newMail, replyTo } from './mail.ts'
import type { SentRoad } from './road.ts'
import { isUnwritten, useSignature, withOther, withSignature } from './signature.ts'
import { TemplateButton } from './TemplateButton.tsx'
import { isSlash, useCursor } from './TextForm.tsx'
import { useIsUploading } from './uploads.ts'
import type { Way } from './wire.ts'

interface Props {
  readonly place: string
  readonly contact: Id
  /// Null: none goes on.
  readonly conversation: Id | null
  readonly tab: Tab
  readonly way: Way
  readonly name: string
  /// The mail that is answered unless the agent does otherwise; null: none.
  readonly answering: MessageView | null
  readonly busy?: boolean
  readonly onWay: (way: Way) => void
  readonly onSend: (text: string, road: SentRoad, live: string | null) => void
}

/// A mail. It begins as an answer to the customer's last one, or to the address of the contact (S0-73).
export function MailForm({ place, contact, conversation, tab, way, name, answering, busy = false, onWay, onSend }: Props) {
  const t = useT()
  const signature = useSignature(way.account.id)
  const mail = useMail(place, way, answering, signature)
  const uploading = useIsUploading(draftOf(place, tab.channel))
  const [copying, setCopying] = useState(false)
  const [slash, setSlash] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  useCursor(place, field)
  const change = (changed: Partial<Mail>) => drafts.mail(place, { ...mail, ...changed })
  const to = addressesIn(mail.to)
  const cc = addressesIn(mail.cc)
  const why = whyNot(mail, way, signature, uploading)
  const submit = () => {
    if (why !== null || busy) return
    const { subject, text, inReplyTo, quoted } = mail
    const files = drafts.files(place, tab.channel)
    onSend(text.trim(), { kind: 'EMAIL', account: way.account.id, to: to.good, cc: cc.good, subject: subject.trim(), inReplyTo, quoted: quoted ?? null, files }, way.live)
  }
  return (
    <div className="mail-form">
      <div className="mail-fields">
        <label className="mail-field">
          <Say k="mail.to" />
          <AddressField testId="mail-to" k="mail.to" value={mail.to} bad={to.bad} onChange={(value) => change({ to: value })} />
          {!copying && mail.cc === '' && (
            <button type="button" className="flat link" data-testid="mail-add-cc" onClick={() => setCopying(true)}>
              <Say k="mail.cc" />
            </button>
          )}
        </label>
        {(copying || mail.cc !== '') && (
          <label className="mail-field">
            <Say k="mail.cc" />
            <AddressField testId="mail-cc" k="mail.cc" value={mail.cc} bad={cc.bad} onChange={(value) => change({ cc: value })} />
          </label>
        )}
        <label className="mail-field">
          <Say k="mail.subject" />
          <TextInput
            variant="unstyled"
            className="grow"
            aria-label={t('mail.subject')}
            data-testid="mail-subject"
            {...written(mail.subject)}
            maxLength={MOST_SUBJECT}
            value={mail.subject}
            onChange={(event) => change({ subject: event.currentTarget.value })}
          />
          <From tab={tab} way={way} onWay={onWay} />
        </label>
      </div>
      <Textarea
        ref={field}
        variant="unstyled"
        autosize
        minRows={4}
        maxRows={12}
        {...written(mail.text)}
        className="composer-text"
        data-testid="composer"
        data-autofocus
        aria-label={t('mail.label', { name })}
        placeholder={t('mail.placeholder')}
        value={mail.text}
        onChange={(event) => {
          const next = event.currentTarget.value
          if (isSlash(mail.text, next)) setSlash(true)
          change({ text: next })
        }}
      />
      {mail.quoted != null && <Quoted message={mail.quoted} onDrop={() => change({ quoted: null })} />}
      <AttachedFiles place={place} channel={tab.channel} />
      <div className="composer-bar">
        {way.files > 0 && <AttachButton place={place} channel={tab.channel} most={way.files} />}
        <TemplateButton
          where={{ contact, conversation, channel: tab.channel, account: way.account.id }}
          field={field}
          text={mail.text}
          onText={(text) => drafts.mail(place, { ...latest(place, mail), text })}
          onSubject={(subject) => {
            const now = latest(place, mail)
            if (now.subject.trim() === '') drafts.mail(place, { ...now, subject })
          }}
          slash={slash}
          onSlash={setSlash}
        />
        {mail.inReplyTo !== null && (
          <span className="meta subtle trunc">
            <Say k="mail.answers" />
            {' · '}
            <button type="button" className="flat link" data-testid="mail-new" onClick={() => change({ inReplyTo: null, subject: '', quoted: null })}>
              <Say k="mail.newInstead" />
            </button>
          </span>
        )}
        <Button
          variant="filled"
          className="send end"
          data-testid="send"
          loading={busy}
          disabled={why !== null}
          title={why === null ? undefined : t(why)}
          onClick={submit}
        >
          <Say k="composer.sendEmail" />
        </Button>
      </div>
    </div>
  )
}

/// As it stands at this moment: the text of a template may have been put in since it was drawn.
function latest(place: string, drawn: Mail): Mail {
  return useDrafts.getState().mails[place] ?? drawn
}

/// As long as one line of a mail may be.
const MOST_SUBJECT = 900

/// The signature is there from the beginning, to be seen and changed; with another account it is another one.
function useMail(place: string, way: Way, answering: MessageView | null, signature: string | null): Mail {
  const draft = useDrafts((all) => all.mails[place])
  const before = useRef(signature)
  useEffect(() => {
    if (signature === null || before.current === signature) return
    const typed = useDrafts.getState().mails[place]
    if (typed !== undefined) drafts.mail(place, { ...typed, text: withOther(typed.text, before.current, signature) })
    before.current = signature
  }, [place, signature])
  const email = useEmail(draft === undefined ? (answering?.id ?? null) : null)
  if (draft !== undefined) return draft
  const begun = answering !== null && email !== undefined ? replyTo(email, answering.id, false) : newMail(way.address?.value ?? null)
  return { ...begun, text: withSignature(begun.text, signature) }
}

function whyNot(mail: Mail, way: Way, signature: string | null, uploading: boolean): MessageKey | null {
  const to = addressesIn(mail.to)
  if (to.good.length === 0 && to.bad.length === 0) return 'mail.whyNobody'
  if (to.bad.length > 0 || addressesIn(mail.cc).bad.length > 0) return 'mail.whyAddress'
  // What is passed on says enough.
  const passedOn = mail.quoted != null && mail.inReplyTo === null
  if (isUnwritten(mail.text, signature) && !passedOn) return 'composer.whyEmpty'
  if (mail.text.trim().length > way.characters) return 'composer.whyTooLong'
  return uploading ? 'files.whyUploading' : null
}

/// What stands below the text when it is sent.
function Quoted({ message, onDrop }: { readonly message: Id; readonly onDrop: () => void }) {
  const t = useT()
  const email = useEmail(message)
  const who = email === undefined ? '' : (email.from.name ?? email.from.address)
  const says = t('mail.dropQuoted')
  return (
    <div className="mail-quoted meta subtle" data-testid="mail-quoted">
      <IconQuote size={14} className="flip" aria-hidden />
      <span className="trunc">
        <Say k="mail.quoted" values={{ who: <bdi key="w">{who}</bdi> }} />
      </span>
      <button type="button" className="ib file-drop" data-testid="mail-drop-quoted" aria-label={says} title={says} onClick={onDrop}>
        <IconX size={12} stroke={2} aria-hidden />
      </button>
    </div>
  )
}

interface FieldProps {
  readonly testId: string
  readonly k: MessageKey
  readonly value: string
  readonly bad: readonly string[]
  readonly onChange: (value: string) => void
}

/// What is no address is said after the field has been left: nobody is told off while typing.
function AddressField({ testId, k, value, bad, onChange }: FieldProps) {
  const t = useT()
  const [left, setLeft] = useState(false)
  const wrong = left ? bad[0] : undefined
  return (
    <TextInput
      variant="unstyled"
      className="grow"
      aria-label={t(k)}
      data-testid={testId}
      {...LEFT_TO_RIGHT}
      maxLength={MOST_ADDRESSES}
      value={value}
      error={wrong === undefined ? undefined : t('mail.noAddress', { text: wrong })}
      onFocus={() => setLeft(false)}
      onBlur={() => setLeft(true)}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

const MOST_ADDRESSES = 4_000

/// From which mailbox of ours, where there are several.
function From({ tab, way, onWay }: Pick<Props, 'tab' | 'way' | 'onWay'>) {
  const t = useT()
  const accounts = tab.ways.filter((one, index) => tab.ways.findIndex((each) => each.account.id === one.account.id) === index)
  if (accounts.length < 2) {
    return (
      <span className="meta subtle trunc mail-from">
        <Say k="composer.from" values={{ account: <bdi key="a">{way.account.name}</bdi> }} />
      </span>
    )
  }
  return (
    <Select
      size="xs"
      className="mail-from"
      aria-label={t('mail.from')}
      data-testid="mail-from"
      data={accounts.map(({ account }) => ({ value: account.id, label: account.name }))}
      value={way.account.id}
      allowDeselect={false}
      rightSection={<IconChevronDown size={14} aria-hidden />}
      rightSectionPointerEvents="none"
      onChange={(id) => {
        const chosen = accounts.find((one) => one.account.id === id)
        if (chosen !== undefined) onWay(chosen)
      }}
    />
  )
}

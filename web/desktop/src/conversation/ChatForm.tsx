import { Button, Textarea } from '@mantine/core'
import { IconCornerDownLeft } from '@tabler/icons-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { type ConversationView, type InteractionView, LIMITS } from '../api/types.ts'
import { nameOf } from '../contact/names.ts'
import { sayTyping, useDesk } from '../desk/store.ts'
import { EmojiButton } from '../emoji/EmojiButton.tsx'
import { Say, useT } from '../i18n/Say.tsx'
import { written } from '../i18n/written.ts'
import { WEB } from '../writing/choice.ts'
import { AttachButton, AttachedFiles } from '../writing/Attach.tsx'
import { TemplateButton } from '../writing/TemplateButton.tsx'
import { isSlash, NewLine, sends, useCursor } from '../writing/TextForm.tsx'
import { useIsUploading } from '../writing/uploads.ts'
import type { FileView } from '../writing/wire.ts'
import { draftOf, drafts, useDrafts } from './drafts.ts'
import { GiveNumber } from './GiveNumber.tsx'
import { outbox } from './outbox.ts'

/// The customer is told of typing at most this often.
const TYPING_EVERY_MS = 3_000
/// From here on the composer counts what is left.
const COUNT_FROM = LIMITS.message - 500

/// Of one message.
const MOST_FILES = 20
const none: readonly FileView[] = []

/// Stands for the words of a message that has none.
function namesOf(files: readonly FileView[]): string {
  return files.map((file) => file.name).join(', ').slice(0, LIMITS.message)
}

interface LiveProps {
  readonly conversation: ConversationView
  readonly live: InteractionView
}

/// What is said in the web chat goes by the desk's own line, and the customer sees that the agent types.
export function ChatForm({ conversation, live }: LiveProps) {
  const t = useT()
  const text = useDrafts((all) => all.texts[draftOf(conversation.id, WEB)] ?? '')
  const connected = useDesk((desk) => desk.sync.state !== 'CONNECTING')
  const saidTyping = useRef(0)
  const field = useRef<HTMLTextAreaElement>(null)
  const [slash, setSlash] = useState(false)
  useCursor(conversation.id, field)
  const files = useDrafts((all) => all.files[draftOf(conversation.id, WEB)] ?? none)
  const uploading = useIsUploading(draftOf(conversation.id, WEB))
  const left = LIMITS.message - text.length
  const ready = (text.trim() !== '' || files.length > 0) && left >= 0 && !uploading
  const submit = () => {
    if (!ready) return
    const words = text.trim() === '' ? namesOf(files) : text.trim()
    outbox.write({ conversation: conversation.id, interaction: live.id, text: words, ...(files.length > 0 && { road: { kind: 'CHAT', files } }) })
    drafts.write(conversation.id, WEB, '')
    drafts.attach(conversation.id, WEB, [])
    field.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!sends(event)) return
    event.preventDefault()
    // It is meant for the list of templates, which is on its way.
    if (!slash) submit()
  }
  const onChange = (next: string) => {
    if (isSlash(text, next)) setSlash(true)
    drafts.write(conversation.id, WEB, next)
    if (next === '' || next === '/' || Date.now() - saidTyping.current < TYPING_EVERY_MS) return
    saidTyping.current = Date.now()
    sayTyping(conversation.id)
  }
  return (
    <>
      <Textarea
        ref={field}
        variant="unstyled"
        autosize
        minRows={2}
        maxRows={8}
        {...written(text)}
        className="composer-text"
        data-testid="composer"
        aria-label={t('composer.label', { name: nameOf(conversation.contact, t) })}
        placeholder={t('composer.placeholder')}
        value={text}
        onKeyDown={onKeyDown}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <AttachedFiles place={conversation.id} channel={WEB} />
      <div className="composer-bar">
        <AttachButton place={conversation.id} channel={WEB} most={MOST_FILES} />
        <EmojiButton field={field} text={text} onText={(next) => drafts.write(conversation.id, WEB, next)} />
        <TemplateButton
          where={{ contact: conversation.contact.id, conversation: conversation.id, channel: WEB, account: null }}
          field={field}
          text={text}
          onText={(next) => drafts.write(conversation.id, WEB, next)}
          slash={slash}
          onSlash={setSlash}
        />
        {live.state === 'ACTIVE' && <GiveNumber conversation={conversation.id} onDone={() => field.current?.focus()} />}
        {text.length > COUNT_FROM && (
          <span className={left < 0 ? 'meta over' : 'meta subtle'} role={left < 0 ? 'alert' : undefined}>
            {left < 0 ? <Say k="composer.tooLong" values={{ count: -left }} /> : <Say k="composer.left" values={{ count: left }} />}
          </span>
        )}
        <NewLine />
        <Button
          variant="filled"
          className="send"
          data-testid="send"
          disabled={!ready}
          title={ready ? undefined : t(uploading ? 'files.whyUploading' : left < 0 ? 'composer.whyTooLong' : 'composer.whyEmpty')}
          onClick={submit}
          rightSection={
            <kbd aria-hidden>
              <IconCornerDownLeft size={10} stroke={2} />
            </kbd>
          }
        >
          <Say k={connected ? 'composer.send' : 'composer.sendWhenBack'} />
        </Button>
      </div>
    </>
  )
}

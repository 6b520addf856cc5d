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
import { TemplateButton } from '../writing/TemplateButton.tsx'
import { isSlash, NewLine, sends, useCursor } from '../writing/TextForm.tsx'
import { draftOf, drafts, useDrafts } from './drafts.ts'
import { GiveNumber } from './GiveNumber.tsx'
import { outbox } from './outbox.ts'

/// The customer is told of typing at most this often.
const TYPING_EVERY_MS = 3_000
/// From here on the composer counts what is left.
const COUNT_FROM = LIMITS.message - 500

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
  const left = LIMITS.message - text.length
  const ready = text.trim() !== '' && left >= 0
  const submit = () => {
    if (!ready) return
    outbox.write({ conversation: conversation.id, interaction: live.id, text: text.trim() })
    drafts.write(conversation.id, WEB, '')
    field.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!sends(event)) return
    event.preventDefault()
    submit()
  }
  const onChange = (next: string) => {
    if (isSlash(text, next)) {
      setSlash(true)
      return
    }
    drafts.write(conversation.id, WEB, next)
    if (next === '' || Date.now() - saidTyping.current < TYPING_EVERY_MS) return
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
      <div className="composer-bar">
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
          title={ready ? undefined : t(left < 0 ? 'composer.whyTooLong' : 'composer.whyEmpty')}
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

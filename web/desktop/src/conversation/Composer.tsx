import { Button, Textarea } from '@mantine/core'
import { IconCornerDownLeft, IconInfoCircle, IconMessageCircle } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { type ConversationView, type InteractionView, LIMITS } from '../api/types.ts'
import { nameOf } from '../contact/names.ts'
import { sayTyping, useDesk } from '../desk/store.ts'
import type { MessageKey } from '../i18n/language.ts'
import { Ltr, Say, useT } from '../i18n/Say.tsx'
import { written } from '../i18n/written.ts'
import { drafts, useDrafts } from './drafts.ts'
import { GiveNumber } from './GiveNumber.tsx'
import { outbox } from './outbox.ts'
import { currentOf, liveChatOf, liveMedia } from './unread.ts'

/// The place to answer. Without a live interaction it says why there is nothing to answer to.
export function Composer({ conversation }: { readonly conversation: ConversationView }) {
  const live = liveChatOf(conversation)
  if (live === null) return <NoComposer conversation={conversation} />
  return <LiveComposer conversation={conversation} live={live} />
}

function NoComposer({ conversation }: { readonly conversation: ConversationView }) {
  const ringing = conversation.state === 'OFFERED' || currentOf(conversation)?.state === 'OFFERED'
  return (
    <p className="no-composer">
      <IconInfoCircle size={14} aria-hidden />
      <Say k={ringing ? 'composer.notAccepted' : nothingToWrite(conversation)} />
    </p>
  )
}

/// Why there is nothing to write into.
function nothingToWrite(conversation: ConversationView): MessageKey {
  if (liveMedia(conversation).has('VOICE')) return 'composer.onCall'
  return conversation.interactions.some((one) => one.medium === 'CHAT') ? 'composer.ended' : 'composer.callEnded'
}

/// The customer is told of typing at most this often.
const TYPING_EVERY_MS = 3_000
/// From here on the composer counts what is left.
const COUNT_FROM = LIMITS.message - 500

interface LiveProps {
  readonly conversation: ConversationView
  readonly live: InteractionView
}

function LiveComposer({ conversation, live }: LiveProps) {
  const t = useT()
  const text = useDrafts((all) => all.texts[conversation.id] ?? '')
  const connected = useDesk((desk) => desk.sync.state !== 'CONNECTING')
  const saidTyping = useRef(0)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    // Whoever moves through the list with the keyboard keeps it there.
    const elsewhere = document.activeElement?.closest('[role="listbox"], [role="alertdialog"], input, .panel')
    if (elsewhere == null) field.current?.focus()
  }, [])
  const left = LIMITS.message - text.length
  const ready = text.trim() !== '' && left >= 0
  const submit = () => {
    if (!ready) return
    outbox.write({ conversation: conversation.id, interaction: live.id, text: text.trim() })
    drafts.write(conversation.id, '')
    field.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return
    // While an input method is composing, Enter chooses a word.
    if (event.nativeEvent.isComposing) return
    event.preventDefault()
    submit()
  }
  const onChange = (next: string) => {
    drafts.write(conversation.id, next)
    if (next === '' || Date.now() - saidTyping.current < TYPING_EVERY_MS) return
    saidTyping.current = Date.now()
    sayTyping(conversation.id)
  }
  return (
    <div className="composer">
      <div className="composer-channel">
        <IconMessageCircle size={14} aria-hidden />
        <Say k="medium.chat" />
      </div>
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
        <GiveNumber conversation={conversation.id} onDone={() => field.current?.focus()} />
        {text.length > COUNT_FROM && (
          <span className={left < 0 ? 'meta over' : 'meta subtle'} role={left < 0 ? 'alert' : undefined}>
            {left < 0 ? <Say k="composer.tooLong" values={{ count: -left }} /> : <Say k="composer.left" values={{ count: left }} />}
          </span>
        )}
        <span className="end meta subtle composer-keys">
          <kbd>
            <Ltr>{SHIFT}</Ltr>
          </kbd>{' '}
          <kbd>
            <IconCornerDownLeft size={10} stroke={2} aria-hidden />
          </kbd>{' '}
          <Say k="composer.newLine" />
        </span>
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
    </div>
  )
}

/// The name of a key is the same in every language.
const SHIFT = 'Shift'

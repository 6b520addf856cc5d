import { Button, Textarea } from '@mantine/core'
import { IconCornerDownLeft } from '@tabler/icons-react'
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import type { Id } from '../api/types.ts'
import { draftOf, drafts, useDrafts } from '../conversation/drafts.ts'
import { EmojiButton } from '../emoji/EmojiButton.tsx'
import type { MessageKey } from '../i18n/language.ts'
import { Ltr, Say, useT } from '../i18n/Say.tsx'
import { written } from '../i18n/written.ts'
import { isPressed } from '../keyboard/keys.ts'
import { ApprovedForm } from './ApprovedForm.tsx'
import { AttachButton, AttachedFiles } from './Attach.tsx'
import { nameOfTab } from './ChannelTabs.tsx'
import type { Tab } from './choice.ts'
import { choices, useChoices } from './chosen.ts'
import type { SentRoad } from './road.ts'
import { Counter } from './Counter.tsx'
import { TemplateButton } from './TemplateButton.tsx'
import { ToChoice } from './ToChoice.tsx'
import { useIsUploading } from './uploads.ts'
import type { Way } from './wire.ts'

export interface TextProps {
  readonly place: string
  readonly contact: Id
  /// Null: none goes on.
  readonly conversation: Id | null
  readonly tab: Tab
  readonly way: Way
  /// To whom, as a person is called.
  readonly name: string
  readonly busy?: boolean
  readonly onWay: (way: Way) => void
  readonly onSend: (text: string, road: SentRoad, live: string | null) => void
}

/// A message by SMS or a messenger: as it is written, or as a template where nothing else arrives.
export function TextForm(props: TextProps) {
  return props.way.templateOnly ? <ApprovedForm {...props} /> : <WordsForm {...props} />
}

function WordsForm({ place, contact, conversation, tab, way, name, busy = false, onWay, onSend }: TextProps) {
  const t = useT()
  const { channel } = tab
  const text = useDrafts((all) => all.texts[draftOf(place, channel)] ?? '')
  const uploading = useIsUploading(draftOf(place, channel))
  const field = useRef<HTMLTextAreaElement>(null)
  const [slash, setSlash] = useState(false)
  useCursor(place, field)
  const why = whyNot(text, way, uploading)
  const submit = () => {
    if (why !== null || busy || way.address === null) return
    const files = drafts.files(place, channel)
    onSend(text.trim(), { kind: 'MESSAGE', channel, account: way.account.id, to: way.address.value, files }, way.live)
    field.current?.focus()
  }
  return (
    <>
      <ToChoice tab={tab} way={way} onChoose={onWay} />
      <Textarea
        ref={field}
        variant="unstyled"
        autosize
        minRows={2}
        maxRows={8}
        {...written(text)}
        className="composer-text"
        data-testid="composer"
        data-autofocus
        aria-label={t('composer.label', { name })}
        placeholder={t('composer.placeholder')}
        value={text}
        onKeyDown={(event) => {
          if (!sends(event)) return
          event.preventDefault()
          if (!slash) submit()
        }}
        onChange={(event) => {
          const next = event.currentTarget.value
          if (isSlash(text, next)) setSlash(true)
          drafts.write(place, channel, next)
        }}
      />
      <AttachedFiles place={place} channel={channel} />
      <div className="composer-bar">
        {way.files > 0 && <AttachButton place={place} channel={channel} most={way.files} />}
        <EmojiButton field={field} text={text} onText={(next) => drafts.write(place, channel, next)} />
        <TemplateButton
          where={{ contact, conversation, channel, account: way.account.id }}
          field={field}
          text={text}
          onText={(next) => drafts.write(place, channel, next)}
          slash={slash}
          onSlash={setSlash}
        />
        <Counter kind={tab.kind} text={text.trim()} most={way.characters} />
        <NewLine />
        <Button
          variant="filled"
          className="send"
          data-testid="send"
          loading={busy}
          disabled={why !== null}
          title={why === null ? undefined : t(why)}
          onClick={submit}
          rightSection={<EnterKey />}
        >
          {tab.kind === 'SMS' ? <Say k="composer.sendSms" /> : <Say k="composer.sendBy" values={{ channel: nameOfTab(tab, t) }} />}
        </Button>
      </div>
    </>
  )
}

function whyNot(text: string, way: Way, uploading: boolean): MessageKey | null {
  if (text.trim() === '') return 'composer.whyEmpty'
  if (text.trim().length > way.characters) return 'composer.whyTooLong'
  return uploading ? 'files.whyUploading' : null
}

/// A slash that begins what is written opens the templates.
export function isSlash(before: string, now: string): boolean {
  return before === '' && now === '/'
}

/// Enter alone; while an input method is composing, it chooses a word.
export function sends(event: KeyboardEvent): boolean {
  return isPressed(event, 'send') && !event.nativeEvent.isComposing
}

/// Puts the cursor into the field when the form appears, unless the keyboard is in use elsewhere, and whenever it is
/// asked for.
export function useCursor(place: string, field: RefObject<HTMLElement | null>): void {
  const asked = useChoices((all) => all.asked[place] ?? 0)
  useEffect(() => {
    const elsewhere = document.activeElement?.closest('[role="listbox"], [role="alertdialog"], input, .panel')
    if (elsewhere == null) field.current?.focus()
  }, [field])
  useEffect(() => {
    if (asked === 0) return
    field.current?.focus()
    choices.answered(place)
  }, [asked, place, field])
}

export function NewLine() {
  return (
    <span className="end meta subtle composer-keys">
      <kbd>
        <Ltr>{SHIFT}</Ltr>
      </kbd>{' '}
      <EnterKey />{' '}
      <Say k="composer.newLine" />
    </span>
  )
}

function EnterKey() {
  return (
    <kbd aria-hidden>
      <IconCornerDownLeft size={10} stroke={2} />
    </kbd>
  )
}

/// The name of a key is the same in every language.
const SHIFT = 'Shift'

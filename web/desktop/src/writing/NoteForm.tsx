import './note.css'
import { Button, Textarea } from '@mantine/core'
import { IconCornerDownLeft, IconLock } from '@tabler/icons-react'
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import { type ColleagueView, type ConversationView, LIMITS } from '../api/types.ts'
import { draftOf, drafts, useDrafts } from '../conversation/drafts.ts'
import { outbox } from '../conversation/outbox.ts'
import { currentOf } from '../conversation/unread.ts'
import { EmojiButton } from '../emoji/EmojiButton.tsx'
import { Say, useT } from '../i18n/Say.tsx'
import { written } from '../i18n/written.ts'
import { matching, useColleagues } from '../telephone/colleagues.ts'
import { NOTE } from './choice.ts'
import { isTyped, mentionsIn, named, type Typed, typedName } from './mentions.ts'
import { NewLine, sends, useCursor } from './TextForm.tsx'

/// As many colleagues are offered at once; more of the name finds the others.
const OFFERED = 6

/// A note for colleagues, inside the conversation: no channel carries it. An at sign names a colleague, who is told.
export function NoteForm({ conversation }: { readonly conversation: ConversationView }) {
  const t = useT()
  const { id } = conversation
  const text = useDrafts((all) => all.texts[draftOf(id, NOTE)] ?? '')
  const field = useRef<HTMLTextAreaElement>(null)
  const colleagues = useColleagues(true)
  const [typed, setTyped] = useState<Typed | null>(null)
  const [at, setAt] = useState(0)
  const cursor = useRef<number | null>(null)
  const list = useId()
  useCursor(id, field)
  useLayoutEffect(() => {
    if (cursor.current !== null) field.current?.setSelectionRange(cursor.current, cursor.current)
    cursor.current = null
  }, [text])
  const offered = typed === null || isTyped(typed, colleagues) ? [] : matching(colleagues, typed.words).slice(0, OFFERED)
  const left = LIMITS.message - text.trim().length
  const why = text.trim() === '' ? 'composer.whyEmpty' : left < 0 ? 'composer.whyTooLong' : null
  const look = () => {
    const element = field.current
    setTyped(element === null || element.selectionStart !== element.selectionEnd ? null : typedName(element.value, element.selectionStart))
    setAt(0)
  }
  const choose = ({ name }: ColleagueView) => {
    if (typed === null) return
    const next = named(text, typed, name)
    cursor.current = next.cursor
    setTyped(null)
    drafts.write(id, NOTE, next.text)
    field.current?.focus()
  }
  const submit = () => {
    const interaction = currentOf(conversation)?.id
    if (why !== null || interaction === undefined) return
    outbox.write({ conversation: id, interaction, text: text.trim(), road: { kind: 'NOTE', mentions: mentionsIn(text, colleagues), files: [] } })
    drafts.write(id, NOTE, '')
    field.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const one = offered[at]
    if (one !== undefined && KEYS.has(event.key) && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault()
      if (event.key === 'Escape') {
        event.stopPropagation()
        setTyped(null)
      } else if (event.key === 'ArrowDown') setAt((at + 1) % offered.length)
      else if (event.key === 'ArrowUp') setAt((at + offered.length - 1) % offered.length)
      else choose(one)
      return
    }
    if (!sends(event)) return
    event.preventDefault()
    submit()
  }
  return (
    <>
      <p className="note-hint" id={`${list}-hint`}>
        <IconLock size={12} stroke={2} aria-hidden />
        <Say k="note.hint" />
      </p>
      <div className="note-field">
        {offered.length > 0 && (
          <ul className="note-names" role="listbox" id={list} aria-label={t('note.colleagues')} data-testid="mention-list">
            {offered.map((one, index) => (
              <li
                key={one.id}
                id={`${list}-${index}`}
                role="option"
                aria-selected={index === at}
                data-testid="mention-option"
                onMouseDown={(event) => {
                  event.preventDefault()
                  choose(one)
                }}
              >
                <bdi>{one.name}</bdi>
              </li>
            ))}
          </ul>
        )}
        <Textarea
          ref={field}
          variant="unstyled"
          autosize
          minRows={2}
          maxRows={8}
          {...written(text)}
          className="composer-text"
          data-testid="note"
          role="combobox"
          aria-label={t('note.label')}
          aria-describedby={`${list}-hint`}
          aria-expanded={offered.length > 0}
          aria-controls={list}
          aria-activedescendant={offered.length > 0 ? `${list}-${at}` : undefined}
          aria-autocomplete="list"
          placeholder={t('note.placeholder')}
          value={text}
          onKeyDown={onKeyDown}
          onSelect={look}
          onBlur={() => setTyped(null)}
          onChange={(event) => {
            drafts.write(id, NOTE, event.currentTarget.value)
            look()
          }}
        />
      </div>
      <div className="composer-bar">
        <EmojiButton field={field} text={text} onText={(next) => drafts.write(id, NOTE, next)} />
        {left < 0 && (
          <span className="meta over" role="alert">
            <Say k="composer.tooLong" values={{ count: -left }} />
          </span>
        )}
        <NewLine />
        <Button
          variant="filled"
          className="send note-save"
          data-testid="note-save"
          disabled={why !== null}
          title={why === null ? undefined : t(why)}
          onClick={submit}
          rightSection={
            <kbd aria-hidden>
              <IconCornerDownLeft size={10} stroke={2} />
            </kbd>
          }
        >
          <Say k="note.save" />
        </Button>
      </div>
    </>
  )
}

/// What moves among the names while they are offered.
const KEYS: ReadonlySet<string> = new Set(['ArrowDown', 'ArrowUp', 'Enter', 'Tab', 'Escape'])

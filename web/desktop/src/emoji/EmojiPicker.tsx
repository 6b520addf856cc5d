import './emoji.css'
import { TextInput } from '@mantine/core'
import { type KeyboardEvent, useId, useMemo, useState } from 'react'
import { useLanguage } from '../i18n/language.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { found, moved, nameOf } from './find.ts'
import { EMOJI, type Emoji } from './list.ts'
import { chosen, recent } from './recent.ts'

const COLUMNS = 8

interface Props {
  readonly onChoose: (sign: string) => void
  readonly onClose: () => void
}

/// All of them, the last ones first; found by words of either language. Arrows move, Enter chooses.
export function EmojiPicker({ onChoose, onClose }: Props) {
  const t = useT()
  const language = useLanguage((spoken) => spoken?.language ?? 'en')
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const list = useId()
  const all = useMemo(lastFirst, [])
  const shown = useMemo(() => found(query, all), [query, all])
  const choose = ({ sign }: Emoji) => {
    chosen(sign)
    onChoose(sign)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const to = moved(event.key, at, shown.length, COLUMNS, document.documentElement.dir === 'rtl')
    const here = shown[at]
    if (to !== null) {
      setAt(to)
      document.getElementById(`${list}-${to}`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter' && here !== undefined) choose(here)
    else if (event.key === 'Escape') onClose()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const here = shown[at]
  return (
    <div className="emoji-picker">
      <TextInput
        ref={focused}
        size="xs"
        data-testid="emoji-search"
        role="combobox"
        aria-label={t('emoji.search')}
        aria-expanded
        aria-controls={list}
        aria-activedescendant={here === undefined ? undefined : `${list}-${at}`}
        placeholder={t('emoji.search')}
        value={query}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setQuery(event.currentTarget.value)
          setAt(0)
        }}
      />
      <ul className="emoji-list scroll" role="listbox" id={list} aria-label={t('composer.emoji')}>
        {shown.map((one, index) => (
          <li
            key={one.sign}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === at}
            aria-label={nameOf(one, language)}
            title={nameOf(one, language)}
            data-testid="emoji-option"
            onMouseDown={(event) => {
              event.preventDefault()
              choose(one)
            }}
          >
            {one.sign}
          </li>
        ))}
      </ul>
      <p className="meta muted trunc emoji-name" aria-hidden>
        {here === undefined ? <Say k="emoji.none" /> : nameOf(here, language)}
      </p>
    </div>
  )
}

function lastFirst(): readonly Emoji[] {
  const last = recent().flatMap((sign) => EMOJI.filter((one) => one.sign === sign))
  return [...last, ...EMOJI.filter((one) => !last.includes(one))]
}

/// Gets the keyboard as soon as it is there.
function focused(element: HTMLInputElement | null) {
  element?.focus({ preventScroll: true })
}

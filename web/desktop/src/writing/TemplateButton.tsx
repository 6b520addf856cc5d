import { Combobox, useCombobox } from '@mantine/core'
import { IconTemplate } from '@tabler/icons-react'
import { type KeyboardEvent, type RefObject, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useDesk } from '../desk/store.ts'
import { useLanguageName } from '../i18n/languageName.ts'
import type { FilledTemplate, FittingTemplate } from '../api/types.ts'
import { useLanguage } from '../i18n/language.ts'
import { Ltr, Say, useT } from '../i18n/Say.tsx'
import { steppedTo, useChosen } from '../keyboard/useChosen.ts'
import { useCommand } from '../shell/useCommand.ts'
import { used, type Uses, usesOf } from './templateUses.ts'
import { TemplateGaps } from './TemplateGaps.tsx'
import { type Choice, choicesOf, fillTemplate, gapsOf, insertedAt, slashedWord, useFittingTemplates, wordsOf, type WrittenWhere } from './templates.ts'

interface Props {
  readonly where: WrittenWhere
  /// Where the text is written.
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly text: string
  readonly onText: (text: string) => void
  /// Of a mail; absent for what has no subject.
  readonly onSubject?: (subject: string) => void
  /// Whether a slash was typed into the empty field, and is to open the list.
  readonly slash: boolean
  readonly onSlash: (open: boolean) => void
}

/// So long a slash waits for the list; then it is a slash.
const FOR_THE_LIST_MS = 5_000

const none: readonly FittingTemplate[] = []

/// As many are shown at once; the others are found by their words.
const SHOWN = 50

/// Chooses a template, which is put into the draft, filled. Nothing is sent before the agent sends it. Not there where no
/// template fits.
export function TemplateButton({ where, field, text, onText, onSubject, slash, onSlash }: Props) {
  const t = useT()
  const language = useLanguage((spoken) => spoken?.language ?? 'en')
  const known = useFittingTemplates(where, language)
  const templates = known ?? none
  const [query, setQuery] = useState('')
  const [asking, setAsking] = useState<FilledTemplate | null>(null)
  const me = useDesk((desk) => desk.snapshot?.me.id ?? '')
  const [uses, setUses] = useState<Uses>({})
  const found = useMemo(() => choicesOf(templates, query, uses).slice(0, SHOWN), [templates, query, uses])
  const list = useId()
  const { chosen, choose } = useChosen(useMemo(() => found.map(keyOf), [found]))
  const taken = useRef(false)
  const store = useCombobox({
    onDropdownOpen: () => {
      setUses(usesOf(me))
      store.focusSearchInput()
    },
    onDropdownClose: () => {
      // What was typed, and was no template, stays.
      if (slash) onText(taken.current ? '' : `/${query}`)
      taken.current = false
      search('')
      onSlash(false)
      field.current?.focus()
    },
  })
  const { openDropdown, closeDropdown, focusSearchInput, dropdownOpened } = store
  const search = (words: string) => {
    setQuery(words)
    choose(null)
  }
  const put = (filled: FilledTemplate, answers: Readonly<Record<string, string>>) => {
    setAsking(null)
    const element = field.current
    const words = wordsOf(filled.text, answers).trim()
    // What has been typed while the template was filled stays.
    const now = element?.value ?? text
    onText(insertedAt(now, words, element?.selectionStart ?? now.length, element?.selectionEnd ?? now.length))
    const subject = wordsOf(filled.subject, answers).trim()
    if (subject !== '') onSubject?.(subject)
    element?.focus()
  }
  const { run, busy } = useCommand(async ({ template, language: tag }: Choice) => {
    const filled = await fillTemplate(where, template.id, tag)
    used(me, template.id)
    if (gapsOf(filled).length > 0) setAsking(filled)
    else put(filled, {})
  })
  useEffect(() => {
    if (!slash) return
    const word = slashedWord(field.current?.value ?? text)
    // Where nothing fits, a slash is a slash.
    if (word === null || known?.length === 0) onSlash(false)
    else if (known !== null && !busy && !(dropdownOpened && document.activeElement !== field.current)) {
      search(word)
      openDropdown()
      focusSearchInput()
    }
  }, [slash, text, known, dropdownOpened, busy])
  useEffect(() => {
    if (!slash || known !== null) return
    const timer = setTimeout(() => onSlash(false), FOR_THE_LIST_MS)
    return () => clearTimeout(timer)
  }, [slash, known === null])
  useEffect(() => {
    if (dropdownOpened && chosen !== undefined) document.getElementById(`${list}-${chosen}`)?.scrollIntoView({ block: 'nearest' })
  }, [list, chosen, dropdownOpened])
  const take = (key: string | undefined) => {
    const one = found.find((each) => keyOf(each) === key)
    if (one === undefined) return
    taken.current = true
    closeDropdown()
    void run(one)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const next = steppedTo(found.map(keyOf), chosen, event.key)
    if (next !== null) choose(next)
    else if (event.key === 'Enter') take(chosen)
    else if (event.key === 'Escape') closeDropdown()
    else return
    event.preventDefault()
  }
  if (templates.length === 0 && !dropdownOpened) return null
  return (
    <>
      <Combobox
        store={store}
        position="top-start"
        width={420}
        withinPortal
        onOptionSubmit={take}
      >
        <Combobox.Target targetType="button" withKeyboardNavigation={false}>
          <button
            type="button"
            className="ib"
            data-testid="templates"
            aria-label={t('template.choose')}
            title={t('template.chooseWhy')}
            disabled={busy}
            onClick={() => store.toggleDropdown()}
          >
            <IconTemplate size={16} stroke={1.75} aria-hidden />
          </button>
        </Combobox.Target>
        <Combobox.Dropdown data-testid="template-list">
          <Combobox.Search
            ref={focused}
            value={query}
            data-testid="template-search"
            withKeyboardNavigation={false}
            aria-activedescendant={chosen === undefined ? undefined : `${list}-${chosen}`}
            onKeyDown={onKeyDown}
            aria-label={t('template.search')}
            placeholder={t('template.search')}
            onChange={(event) => search(event.currentTarget.value)}
          />
          <Combobox.Options className="template-options">
            {found.map((one) => (
              <Combobox.Option
                key={keyOf(one)}
                id={`${list}-${keyOf(one)}`}
                value={keyOf(one)}
                selected={keyOf(one) === chosen}
                aria-selected={keyOf(one) === chosen}
                data-testid="template-option"
              >
                <Offered choice={one} />
              </Combobox.Option>
            ))}
            {found.length === 0 && (
              <Combobox.Empty>
                <Say k="template.noneFound" />
              </Combobox.Empty>
            )}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      {asking !== null && (
        <TemplateGaps
          filled={asking}
          onDone={(answers) => put(asking, answers)}
          onClose={() => {
            setAsking(null)
            field.current?.focus()
          }}
        />
      )}
    </>
  )
}

/// Gets the keyboard as soon as it is there.
function focused(element: HTMLInputElement | null) {
  element?.focus({ preventScroll: true })
  element?.setSelectionRange(element.value.length, element.value.length)
}

function keyOf({ template, language }: Choice): string {
  return `${template.id}-${language}`
}

function Offered({ choice: { template, language, fits } }: { readonly choice: Choice }) {
  const name = useLanguageName()
  return (
    <span className="template-option">
      <span className="template-title">
        <bdi className="trunc">{template.name}</bdi>
        {template.languages.length > 1 && <span className="tag">{name(language)}</span>}
        <Ltr className="meta subtle template-shortcut">
          {'/'}
          <bdi>{template.shortcut}</bdi>
        </Ltr>
      </span>
      {fits && (
        <span className="meta subtle trunc" dir="auto">
          {template.beginning}
        </span>
      )}
    </span>
  )
}

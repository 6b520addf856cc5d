import { Combobox, useCombobox } from '@mantine/core'
import { IconTemplate } from '@tabler/icons-react'
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { useDesk } from '../desk/store.ts'
import { useLanguageName } from '../i18n/languageName.ts'
import type { FilledTemplate } from '../api/types.ts'
import { useLanguage } from '../i18n/language.ts'
import { Ltr, Say, useT } from '../i18n/Say.tsx'
import { useCommand } from '../shell/useCommand.ts'
import { used, type Uses, usesOf } from './templateUses.ts'
import { TemplateGaps } from './TemplateGaps.tsx'
import { type Choice, choicesOf, fillTemplate, gapsOf, insertedAt, useFittingTemplates, wordsOf, type WrittenWhere } from './templates.ts'

interface Props {
  readonly where: WrittenWhere
  /// Where the text is written.
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly text: string
  readonly onText: (text: string) => void
  /// Of a mail; absent for what has no subject.
  readonly onSubject?: (subject: string) => void
  /// Whether a slash was typed into the empty field.
  readonly slash: boolean
  readonly onSlash: (open: boolean) => void
}

/// As many are shown at once; the others are found by their words.
const SHOWN = 50

/// Chooses a template, which is put into the draft, filled. Nothing is sent before the agent sends it. Not there where no
/// template fits.
export function TemplateButton({ where, field, text, onText, onSubject, slash, onSlash }: Props) {
  const t = useT()
  const language = useLanguage((spoken) => spoken?.language ?? 'en')
  const templates = useFittingTemplates(where, language)
  const [query, setQuery] = useState('')
  const [asking, setAsking] = useState<FilledTemplate | null>(null)
  const me = useDesk((desk) => desk.snapshot?.me.id ?? '')
  const [uses, setUses] = useState<Uses>({})
  const found = useMemo(() => choicesOf(templates, query, uses).slice(0, SHOWN), [templates, query, uses])
  const chosen = useRef(false)
  const store = useCombobox({
    onDropdownOpen: () => {
      setUses(usesOf(me))
      store.focusSearchInput()
    },
    onDropdownClose: () => {
      store.resetSelectedOption()
      // What was typed, and was no template, stays.
      if (slash && !chosen.current) onText(`/${query}`)
      chosen.current = false
      setQuery('')
      onSlash(false)
      field.current?.focus()
    },
  })
  const { openDropdown, closeDropdown, selectFirstOption, dropdownOpened } = store
  useEffect(() => {
    if (!slash) return
    // Where nothing fits, a slash is a slash.
    if (templates.length > 0) openDropdown()
    else {
      onSlash(false)
      onText('/')
    }
    // Only at the moment at which it is typed.
  }, [slash])
  useEffect(() => {
    if (dropdownOpened) selectFirstOption()
  }, [query, dropdownOpened, selectFirstOption])
  const put = (filled: FilledTemplate, answers: Readonly<Record<string, string>>) => {
    setAsking(null)
    const element = field.current
    const words = wordsOf(filled.text, answers).trim()
    onText(insertedAt(text, words, element?.selectionStart ?? text.length, element?.selectionEnd ?? text.length))
    const subject = wordsOf(filled.subject, answers).trim()
    if (subject !== '') onSubject?.(subject)
    element?.focus()
  }
  const { run } = useCommand(async ({ template, language: tag }: Choice) => {
    const filled = await fillTemplate(where, template.id, tag)
    used(me, template.id)
    if (gapsOf(filled).length > 0) setAsking(filled)
    else put(filled, {})
  })
  if (templates.length === 0) return null
  return (
    <>
      <Combobox
        store={store}
        position="top-start"
        width={420}
        withinPortal
        onOptionSubmit={(key) => {
          const one = found.find((each) => keyOf(each) === key)
          chosen.current = one !== undefined
          closeDropdown()
          if (one !== undefined) void run(one)
        }}
      >
        <Combobox.Target targetType="button" withKeyboardNavigation={false}>
          <button
            type="button"
            className="ib"
            data-testid="templates"
            aria-label={t('template.choose')}
            title={t('template.chooseWhy')}
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
            aria-label={t('template.search')}
            placeholder={t('template.search')}
            onChange={(event) => setQuery(event.currentTarget.value)}
          />
          <Combobox.Options className="template-options">
            {found.map((one) => (
              <Combobox.Option key={keyOf(one)} value={keyOf(one)} data-testid="template-option">
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
}

function keyOf({ template, language }: Choice): string {
  return `${template.id} ${language}`
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

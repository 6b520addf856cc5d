import { Button, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { Say, useT } from '../../i18n/Say.tsx'
import { useLanguageName } from '../../i18n/languageName.ts'
import { ltrOnceWritten } from '../fields.tsx'
import { languageTag } from './template.ts'

interface Props {
  /// Those that are likely.
  readonly known: readonly string[]
  readonly taken: readonly string[]
  readonly onAdd: (language: string) => void
}

/// Another language of a template: one that is spoken here, or any other by its tag.
export function AddLanguage({ known, taken, onAdd }: Props) {
  const t = useT()
  const name = useLanguageName()
  const [typed, setTyped] = useState('')
  const tag = languageTag(typed)
  const free = tag !== null && !taken.includes(tag)
  const add = () => {
    if (!free) return
    onAdd(tag)
    setTyped('')
  }
  return (
    <div className="row template-add" role="group" aria-label={t('template.addLanguage')}>
      <span className="meta muted">
        <Say k="template.addLanguage" />
      </span>
      {known.map((one) => (
        <Button key={one} size="xs" leftSection={<IconPlus size={14} aria-hidden />} data-testid="template-add" data-language={one} onClick={() => onAdd(one)}>
          {name(one)}
        </Button>
      ))}
      <TextInput
        size="xs"
        aria-label={t('template.tag')}
        placeholder={t('template.tag')}
        value={typed}
        spellCheck={false}
        autoCapitalize="none"
        maxLength={35}
        data-testid="template-tag"
        {...ltrOnceWritten(typed)}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          add()
        }}
      />
      <Button size="xs" disabled={!free} title={free ? undefined : t('template.whyNoTag')} data-testid="template-add-tag" onClick={add}>
        <Say k="template.addTag" />
      </Button>
    </div>
  )
}

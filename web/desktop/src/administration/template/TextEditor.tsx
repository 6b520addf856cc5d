import { Button, Textarea, TextInput } from '@mantine/core'
import { useRef } from 'react'
import type { TemplateChoices, TemplateText } from '../../api/types.ts'
import { Say, useT } from '../../i18n/Say.tsx'
import { written } from '../../i18n/written.ts'
import { VARIABLE_WORDS } from '../../writing/templates.ts'
import { MOST_SUBJECT, MOST_TEXT, type TemplateDraft } from './template.ts'
import { TextPreview } from './TextPreview.tsx'

interface Props {
  readonly text: TemplateText
  readonly name: string
  readonly draft: TemplateDraft
  readonly variables: TemplateChoices['variables']
  readonly onChange: (text: TemplateText) => void
  /// Null where it is the only one.
  readonly onRemove: (() => void) | null
}

/// What a template says in one language, and how that will look.
export function TextEditor({ text, name, draft, variables, onChange, onRemove }: Props) {
  const t = useT()
  const field = useRef<HTMLTextAreaElement>(null)
  const mails = draft.channels.length === 0 || draft.channels.includes('email')
  const insert = (words: string) => {
    const element = field.current
    const from = element?.selectionStart ?? text.text.length
    const to = element?.selectionEnd ?? from
    onChange({ ...text, text: text.text.slice(0, from) + words + text.text.slice(to) })
    element?.focus()
  }
  return (
    <section className="template-text" aria-label={name} data-testid="template-text" data-language={text.language}>
      <div className="row">
        <h4 className="grow">{name}</h4>
        {onRemove !== null && (
          <Button size="xs" variant="subtle" onClick={onRemove} aria-label={t('template.removeLanguage', { language: name })}>
            <Say k="contact.remove" />
          </Button>
        )}
      </div>
      {mails && (
        <TextInput
          label={<Say k="template.subject" />}
          value={text.subject}
          maxLength={MOST_SUBJECT}
          data-testid="template-subject"
          {...written(text.subject)}
          onChange={(event) => onChange({ ...text, subject: event.currentTarget.value })}
        />
      )}
      <Textarea
        ref={field}
        label={<Say k="template.text" />}
        autosize
        minRows={3}
        maxRows={12}
        maxLength={MOST_TEXT}
        value={text.text}
        data-testid="template-words"
        {...written(text.text)}
        onChange={(event) => onChange({ ...text, text: event.currentTarget.value })}
      />
      <div className="row template-variables" role="group" aria-label={t('template.insert')}>
        {variables.map((variable) => {
          const words = VARIABLE_WORDS[variable]
          return (
            <button key={variable} type="button" className="template-variable" data-variable={variable} onClick={() => insert(`{{${variable}}}`)}>
              {words === undefined ? variable : <Say k={words} />}
            </button>
          )
        })}
        <button type="button" className="template-variable" data-variable="ask" onClick={() => insert(`{{ask:${t('template.askExample')}}}`)}>
          <Say k="template.ask" />
        </button>
      </div>
      <TextPreview text={text} sms={draft.channels.length === 0 || draft.channels.includes('sms')} />
    </section>
  )
}

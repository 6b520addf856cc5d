import { Button, Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { FilledTemplate } from '../api/types.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { written } from '../i18n/written.ts'
import { type Gap, gapsOf, VARIABLE_WORDS } from './templates.ts'

interface Props {
  readonly filled: FilledTemplate
  readonly onDone: (answers: Readonly<Record<string, string>>) => void
  readonly onClose: () => void
}

/// Escape leaves this dialog alone, and not the one that it may stand on.
const OWN_ESCAPE = { 'data-mantine-stop-propagation': 'true' } as const

/// As long as one answer may be.
const MOST = 200

/// What a template asks of the agent, and what nobody knows of this customer, before the text is put in.
export function TemplateGaps({ filled, onDone, onClose }: Props) {
  const t = useT()
  const gaps = gapsOf(filled)
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({})
  const ready = gaps.every(({ key }) => (answers[key] ?? '').trim() !== '')
  return (
    <Modal opened onClose={onClose} title={<Say k="template.fillIn" />} closeButtonProps={{ 'aria-label': t('common.close') }} data-testid="template-gaps">
      <form
        className="form"
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          onClose()
        }}
        onSubmit={(event) => {
          event.preventDefault()
          if (ready) onDone(answers)
        }}
      >
        {gaps.map((gap, index) => (
          <TextInput
            key={gap.key}
            label={<Label gap={gap} />}
            description={gap.missing === null ? undefined : <Say k="template.notKnown" />}
            data-testid="template-gap"
            {...OWN_ESCAPE}
            data-autofocus={index === 0 || undefined}
            maxLength={MOST}
            autoComplete="off"
            value={answers[gap.key] ?? ''}
            {...written(answers[gap.key] ?? '')}
            onChange={(event) => {
              const value = event.currentTarget.value
              setAnswers((before) => ({ ...before, [gap.key]: value }))
            }}
          />
        ))}
        <div className="row form-end">
          <Button {...OWN_ESCAPE} onClick={onClose}>
            <Say k="common.cancel" />
          </Button>
          <Button {...OWN_ESCAPE} type="submit" variant="filled" disabled={!ready} title={ready ? undefined : t('template.whyNotReady')} data-testid="template-put">
            <Say k="template.putIn" />
          </Button>
        </div>
      </form>
    </Modal>
  )
}

function Label({ gap }: { readonly gap: Gap }) {
  const words = gap.missing === null ? undefined : VARIABLE_WORDS[gap.missing]
  if (words !== undefined) return <Say k={words} />
  return <bdi>{gap.question ?? gap.missing}</bdi>
}

import { Button, Select, TextInput } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Problem, send } from '../../api/http.ts'
import type { ContactDetails, ContactField, ContactSummary } from '../../api/types.ts'
import { LIMITS } from '../../api/types.ts'
import { useLanguage } from '../../i18n/language.ts'
import { explain } from '../../i18n/problems.ts'
import { Say, useT } from '../../i18n/Say.tsx'
import { LEFT_TO_RIGHT, written } from '../../i18n/written.ts'
import { useCommand } from '../../shell/useCommand.ts'
import { kindOfChannel } from '../../writing/kinds.ts'
import { useReach } from '../../writing/reach.ts'
import { type DetailsDraft, draftOf, fieldName, partsOf } from './draft.ts'
import { nameOfChannel } from '../PreferredChannel.tsx'
import { VOICE } from '../preferred.ts'

const ZONES = Intl.supportedValuesOf('timeZone')

interface Props {
  readonly contact: Pick<ContactSummary, 'id' | 'version'>
  readonly details: ContactDetails
  readonly fields: readonly ContactField[]
  readonly onDone: () => void
}

/// All details of a contact in one form, saved at once.
export function DetailsEditor({ contact, details, fields, onDone }: Props) {
  const t = useT()
  const language = useLanguage((spoken) => spoken?.language ?? 'en')
  const queries = useQueryClient()
  const ways = useReach(contact.id, null)
  const [draft, setDraft] = useState<DetailsDraft>(() => draftOf(details))
  const [refused, setRefused] = useState<{ readonly text: string; readonly field: string | null } | null>(null)
  const set = (change: Partial<DetailsDraft>) => setDraft((before) => ({ ...before, ...change }))
  const { run, busy } = useCommand(
    async () => {
      await send('PUT', '/api/contacts/{contact}/details', {
        path: { contact: contact.id },
        body: {
          company: draft.company.trim() === '' ? null : draft.company.trim(),
          timeZone: draft.timeZone === '' ? null : draft.timeZone,
          tags: partsOf(draft.tags),
          fields: draft.fields,
          consents: draft.consents,
          version: contact.version,
        },
      })
      await queries.invalidateQueries({ queryKey: ['contacts'] })
      onDone()
    },
    (error) => {
      const field = error instanceof Problem ? error.more['field'] : undefined
      setRefused({ text: explain(error, t), field: typeof field === 'string' ? field : null })
      if (error instanceof Problem && error.status === 409) void queries.invalidateQueries({ queryKey: ['contacts'] })
    },
  )
  const channels = [...new Set([VOICE, ...ways.map((way) => way.channel).filter((one) => kindOfChannel(one) !== 'WEB'), ...Object.keys(draft.consents)])]
  return (
    <form
      className="details-form"
      data-testid="details-form"
      onSubmit={(event) => {
        event.preventDefault()
        void run()
      }}
    >
      <TextInput
        label={<Say k="details.company" />}
        {...written(draft.company)}
        maxLength={LIMITS.name}
        autoFocus
        data-testid="details-company"
        value={draft.company}
        onChange={(event) => set({ company: event.currentTarget.value })}
      />
      {fields.map((field) => (
        <FieldInput
          key={field.id}
          field={field}
          name={fieldName(field, language)}
          value={draft.fields[field.id] ?? ''}
          error={refused?.field === field.id ? refused.text : null}
          onChange={(value) => set({ fields: { ...draft.fields, [field.id]: value } })}
        />
      ))}
      <Select
        label={<Say k="details.timeZone" />}
        searchable
        clearable
        data={draft.timeZone === '' || ZONES.includes(draft.timeZone) ? ZONES : [draft.timeZone, ...ZONES]}
        limit={100}
        nothingFoundMessage={t('details.noZone')}
        data-testid="details-zone"
        value={draft.timeZone === '' ? null : draft.timeZone}
        onChange={(zone) => set({ timeZone: zone ?? '' })}
      />
      <TextInput
        label={<Say k="details.tags" />}
        description={<Say k="details.tagsHint" />}
        {...written(draft.tags)}
        data-testid="details-tags"
        value={draft.tags}
        onChange={(event) => set({ tags: event.currentTarget.value })}
      />
      <fieldset className="details-consents">
        <legend>
          <Say k="details.consent" />
        </legend>
        {channels.map((channel) => (
          <Select
            key={channel}
            label={nameOfChannel(channel, ways, t)}
            rightSection={<IconChevronDown size={14} aria-hidden />}
            rightSectionPointerEvents="none"
            allowDeselect={false}
            data-testid={`consent-${channel}`}
            value={draft.consents[channel] === undefined ? '' : draft.consents[channel] ? 'yes' : 'no'}
            data={[
              { value: '', label: t('details.notAsked') },
              { value: 'yes', label: t('details.agreed') },
              { value: 'no', label: t('details.declined') },
            ]}
            onChange={(said) => {
              const { [channel]: _, ...others } = draft.consents
              set({ consents: said === 'yes' || said === 'no' ? { ...others, [channel]: said === 'yes' } : others })
            }}
          />
        ))}
      </fieldset>
      {refused !== null && refused.field === null && (
        <p className="hint err" role="alert">
          {refused.text}
        </p>
      )}
      <div className="row g2">
        <Button type="submit" variant="filled" size="xs" loading={busy} data-testid="details-save">
          <Say k="common.save" />
        </Button>
        <Button size="xs" disabled={busy} onClick={onDone}>
          <Say k="common.cancel" />
        </Button>
      </div>
    </form>
  )
}

interface FieldProps {
  readonly field: ContactField
  readonly name: string
  readonly value: string
  readonly error: string | null
  readonly onChange: (value: string) => void
}

function FieldInput({ field, name, value, error, onChange }: FieldProps) {
  const shared = { label: <bdi>{name}</bdi>, error, 'data-testid': `field-${field.key}` }
  switch (field.type) {
    case 'CHOICE':
      return (
        <Select
          {...shared}
          clearable
          data={value === '' || field.choices.includes(value) ? [...field.choices] : [value, ...field.choices]}
          value={value === '' ? null : value}
          onChange={(chosen) => onChange(chosen ?? '')}
        />
      )
    case 'DATE':
      return <TextInput {...shared} type="date" {...LEFT_TO_RIGHT} value={value} onChange={(event) => onChange(event.currentTarget.value)} />
    case 'NUMBER':
      return <TextInput {...shared} inputMode="decimal" {...LEFT_TO_RIGHT} value={value} onChange={(event) => onChange(event.currentTarget.value)} />
    case 'TEXT':
      return <TextInput {...shared} {...written(value)} maxLength={LIMITS.name} value={value} onChange={(event) => onChange(event.currentTarget.value)} />
  }
}

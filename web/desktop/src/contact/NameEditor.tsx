import { TextInput } from '@mantine/core'
import { IconCheck, IconPencil, IconX } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Problem, send } from '../api/http.ts'
import { type ContactSummary, LIMITS } from '../api/types.ts'
import { explain } from '../i18n/problems.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { written } from '../i18n/written.ts'
import { notice } from '../shell/notices.ts'
import { useCommand } from '../shell/useCommand.ts'
import { nameOf } from './names.ts'

/// The name of a contact, to be changed where it stands.
export function NameEditor({ contact, level }: { readonly contact: ContactSummary; readonly level: 'h1' | 'h2' }) {
  const t = useT()
  const [editing, setEditing] = useState(false)
  const Heading = level
  if (editing) return <NameForm contact={contact} onDone={() => setEditing(false)} />
  return (
    <div className="row g3">
      <Heading className="trunc">
        <bdi>{nameOf(contact, t)}</bdi>
      </Heading>
      <button
        type="button"
        className="ib"
        aria-label={t('contact.editName')}
        title={t('contact.editName')}
        onClick={() => setEditing(true)}
      >
        <IconPencil size={16} stroke={1.75} aria-hidden />
      </button>
    </div>
  )
}

function NameForm({ contact, onDone }: { readonly contact: ContactSummary; readonly onDone: () => void }) {
  const t = useT()
  const queries = useQueryClient()
  const [name, setName] = useState(contact.name ?? '')
  const { run, busy } = useCommand(
    async () => {
      await send('PATCH', '/api/contacts/{contact}', {
        path: { contact: contact.id },
        body: { name: name.trim(), version: contact.version },
      })
      await queries.invalidateQueries({ queryKey: ['contacts'] })
      onDone()
    },
    (error) => {
      notice(explain(error, t))
      if (error instanceof Problem && error.status === 409) void queries.invalidateQueries({ queryKey: ['contacts'] })
    },
  )
  return (
    <form
      className="row g2 name-form"
      onSubmit={(event) => {
        event.preventDefault()
        void run()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone()
      }}
    >
      <TextInput
        className="grow"
        aria-label={t('contact.name')}
        placeholder={t('contact.name')}
        {...written(name)}
        autoFocus
        maxLength={LIMITS.name}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <button type="submit" className="ib" disabled={busy || name.trim() === ''} aria-label={t('common.save')} title={t('common.save')}>
        <IconCheck size={16} stroke={1.75} aria-hidden />
      </button>
      <button type="button" className="ib" aria-label={t('common.cancel')} title={t('common.cancel')} onClick={onDone}>
        <IconX size={16} stroke={1.75} aria-hidden />
      </button>
      <span className="unseen" role="status">
        {busy && <Say k="wrapUp.saving" />}
      </span>
    </form>
  )
}

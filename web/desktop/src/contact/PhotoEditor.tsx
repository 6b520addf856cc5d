import { IconCamera, IconTrash } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { send, upload } from '../api/http.ts'
import type { ContactSummary } from '../api/types.ts'
import { useT } from '../i18n/Say.tsx'
import { useMe } from '../session/me.ts'
import { useCommand } from '../shell/useCommand.ts'
import { Avatar } from './Avatar.tsx'
import { prepared } from './photo.ts'

/// The picture of a contact, to be changed where it stands.
export function PhotoEditor({ contact }: { readonly contact: ContactSummary }) {
  const t = useT()
  const queries = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const may = useMe()?.privileges.includes('EDIT_CONTACTS') ?? false
  const path = { contact: contact.id }
  const setting = useCommand(async (file: File) => {
    await upload('/api/contacts/{contact}/photo', await prepared(file), { path })
    await queries.invalidateQueries({ queryKey: ['contacts'] })
  })
  const removing = useCommand(async () => {
    await send('DELETE', '/api/contacts/{contact}/photo', { path })
    await queries.invalidateQueries({ queryKey: ['contacts'] })
  })
  if (!may) return <Avatar contact={contact} large />
  const busy = setting.busy || removing.busy
  const says = t(contact.photo === null ? 'contact.addPhoto' : 'contact.changePhoto')
  return (
    <span className="photo-edit">
      <button
        type="button"
        className="photo-pick"
        aria-label={says}
        title={says}
        aria-busy={busy}
        disabled={busy}
        data-testid="photo-pick"
        onClick={() => input.current?.click()}
      >
        <Avatar contact={contact} large />
        <span className="photo-sign" aria-hidden>
          <IconCamera size={12} stroke={2} />
        </span>
      </button>
      {contact.photo !== null && (
        <button
          type="button"
          className="photo-remove"
          aria-label={t('contact.removePhoto')}
          title={t('contact.removePhoto')}
          disabled={busy}
          data-testid="photo-remove"
          onClick={() => void removing.run()}
        >
          <IconTrash size={12} stroke={2} aria-hidden />
        </button>
      )}
      <input
        ref={input}
        type="file"
        hidden
        tabIndex={-1}
        accept="image/*"
        aria-label={says}
        data-testid="photo-file"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          event.currentTarget.value = ''
          if (file !== undefined) void setting.run(file)
        }}
      />
    </span>
  )
}

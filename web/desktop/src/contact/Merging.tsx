import { Button } from '@mantine/core'
import { IconArrowMerge } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { send } from '../api/http.ts'
import type { Contact, MergeNote } from '../api/types.ts'
import { useFormats } from '../i18n/formats.ts'
import { Say } from '../i18n/Say.tsx'
import { useMe } from '../session/me.ts'
import { useCommand } from '../shell/useCommand.ts'
import { MergeDialog } from './MergeDialog.tsx'
import { useDuplicates, useMerges } from './queries.ts'

function useMayMerge(): boolean {
  const privileges = useMe()?.privileges ?? []
  return privileges.includes('EDIT_CONTACTS') && privileges.includes('DELETE_CONTACTS')
}

/// That this contact may be there twice, and the way to make one of two.
export function MergeButton({ contact }: { readonly contact: Contact }) {
  const may = useMayMerge()
  const [opened, setOpened] = useState(false)
  const { data } = useDuplicates(contact.id, may)
  if (!may) return null
  const alike = data?.length ?? 0
  return (
    <>
      {alike > 0 && (
        <span className="meta muted" data-testid="merge-alike">
          <Say k="merge.alikeCount" values={{ count: alike }} />
        </span>
      )}
      <Button
        size="xs"
        variant="default"
        leftSection={<IconArrowMerge size={14} aria-hidden />}
        data-testid="merge-open"
        onClick={() => setOpened(true)}
      >
        <Say k="merge.open" />
      </Button>
      {opened && <MergeDialog contact={contact} onClose={() => setOpened(false)} />}
    </>
  )
}

/// Who has gone into this contact, as long as that can be taken back.
export function MergeNotes({ contact }: { readonly contact: Contact }) {
  const may = useMayMerge()
  const { data } = useMerges(contact.id)
  if (data === undefined || data.length === 0) return null
  return (
    <div className="group" data-testid="merge-notes">
      <div className="label">
        <Say k="merge.notes" />
      </div>
      <ul className="candidates">
        {data.map((one) => (
          <Note key={one.id} contact={contact} note={one} may={may} />
        ))}
      </ul>
    </div>
  )
}

function Note({ contact, note, may }: { readonly contact: Contact; readonly note: MergeNote; readonly may: boolean }) {
  const formats = useFormats()
  const queries = useQueryClient()
  const { run, busy } = useCommand(async () => {
    await send('DELETE', '/api/contacts/{contact}/merges/{merge}', { path: { contact: contact.id, merge: note.id } })
    await queries.invalidateQueries({ queryKey: ['contacts'] })
  })
  return (
    <li className="row g3 merge-note" data-testid="merge-note">
      <span className="grow merge-who">
        <span className="trunc">
          {note.otherName === null ? <Say k="merge.nameless" /> : <bdi>{note.otherName}</bdi>}
        </span>
        <span className="meta muted">
          <Say k="merge.by" values={{ name: <bdi key="by">{note.by}</bdi>, day: formats.day(note.at), until: formats.day(note.undoUntil) }} />
        </span>
      </span>
      {may && (
        <Button size="xs" variant="default" loading={busy} data-testid="merge-undo" onClick={() => void run()}>
          <Say k="merge.undo" />
        </Button>
      )}
    </li>
  )
}

import { Button, Modal, TextInput } from '@mantine/core'
import { IconDownload, IconTrash } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { send } from '../api/http.ts'
import type { Contact, ErasureExtent, Id } from '../api/types.ts'
import { drafts } from '../conversation/drafts.ts'
import type { MessageKey } from '../i18n/language.ts'
import { explain } from '../i18n/problems.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { useMe } from '../session/me.ts'
import { useClose } from '../shell/useClose.ts'
import { useCommand } from '../shell/useCommand.ts'
import { nameOf } from './names.ts'
import { useErasure } from './queries.ts'

/// Everything that is kept of the contact: taken along, or deleted for good.
export function ContactFile({ contact }: { readonly contact: Contact }) {
  const t = useT()
  const privileges = useMe()?.privileges ?? []
  const [asking, setAsking] = useState(false)
  const mayExport = privileges.includes('EXPORT_CONTACTS')
  const mayDelete = privileges.includes('DELETE_CONTACTS')
  if (!mayExport && !mayDelete) return null
  return (
    <div className="group" data-testid="contact-file">
      <div className="label">
        <Say k="erase.data" />
      </div>
      <div className="row g3 contact-file">
        {mayExport && (
          <Button
            component="a"
            href={`/api/contacts/${contact.id}/export`}
            download
            size="xs"
            variant="default"
            leftSection={<IconDownload size={14} aria-hidden />}
            title={t('erase.exportHint')}
            data-testid="contact-export"
          >
            <Say k="erase.export" />
          </Button>
        )}
        {mayDelete && (
          <Button
            className="erase-button"
            size="xs"
            variant="default"
            leftSection={<IconTrash size={14} aria-hidden />}
            data-testid="erase-open"
            onClick={() => setAsking(true)}
          >
            <Say k="erase.open" />
          </Button>
        )}
      </div>
      {asking && <EraseDialog contact={contact} onClose={() => setAsking(false)} />}
    </div>
  )
}

function EraseDialog({ contact, onClose }: { readonly contact: Contact; readonly onClose: () => void }) {
  const t = useT()
  const close = useClose()
  const { data, error } = useErasure(contact.id)
  return (
    <Modal
      opened
      onClose={onClose}
      title={<Say k="erase.title" values={{ name: <bdi key="name">{nameOf(contact, t)}</bdi> }} />}
      closeButtonProps={close}
    >
      {data === undefined ? (
        <p className={error === null ? 'hint slow' : 'hint err'} role={error === null ? 'status' : 'alert'}>
          {error === null ? t('common.loading') : explain(error, t)}
        </p>
      ) : (
        <Confirm extent={data} onClose={onClose} />
      )}
    </Modal>
  )
}

const GOES: readonly { readonly what: keyof ErasureExtent; readonly says: MessageKey }[] = [
  { what: 'conversations', says: 'erase.conversations' },
  { what: 'messages', says: 'erase.messages' },
  { what: 'files', says: 'erase.files' },
  { what: 'recordings', says: 'erase.recordings' },
  { what: 'followUps', says: 'erase.followUps' },
  { what: 'records', says: 'erase.records' },
  { what: 'merged', says: 'erase.merged' },
]

/// How much goes, and the word that has to be typed first.
function Confirm({ extent, onClose }: { readonly extent: ErasureExtent; readonly onClose: () => void }) {
  const t = useT()
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const erase = useErase(extent.contact)
  const { run, busy } = useCommand(
    () => send('DELETE', '/api/contacts/{contact}', { path: { contact: extent.contact }, query: { version: extent.version } }),
    (error) => setProblem(explain(error, t)),
  )
  const goes = GOES.filter(({ what }) => Number(extent[what]) > 0)
  const sure = typed.trim().toLowerCase() === t('erase.word')
  return (
    <form
      className="form"
      data-testid="erase-dialog"
      onSubmit={(event) => {
        event.preventDefault()
        if (!sure) return
        setProblem(null)
        void run().then((done) => done && erase())
      }}
    >
      <div>
        <p>
          <Say k={goes.length === 0 ? 'erase.goesAlone' : 'erase.goes'} />
        </p>
        <ul className="erase-goes" data-testid="erase-goes">
          {goes.map(({ what, says }) => (
            <li key={what}>
              <Say k={says} values={{ count: Number(extent[what]) }} />
            </li>
          ))}
        </ul>
      </div>
      <p>
        <Say k="erase.forGood" />
      </p>
      {extent.goesOn ? (
        <p className="hint err" role="alert" data-testid="erase-goes-on">
          <Say k="erase.goesOn" />
        </p>
      ) : (
        <TextInput
          label={t('erase.type', { word: t('erase.word') })}
          value={typed}
          dir="auto"
          autoComplete="off"
          maxLength={40}
          autoFocus
          data-testid="erase-word"
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      {problem !== null && (
        <p className="hint err" role="alert">
          {problem}
        </p>
      )}
      <div className="row form-end">
        <Button onClick={onClose}>
          <Say k="common.cancel" />
        </Button>
        {!extent.goesOn && (
          <Button type="submit" className="erase-button" loading={busy} disabled={!sure} data-testid="erase-sure">
            <Say k="erase.sure" />
          </Button>
        )}
      </div>
    </form>
  )
}

/// The page of whoever is gone is left, and nothing of them is asked for again.
function useErase(contact: Id): () => void {
  const queries = useQueryClient()
  const navigate = useNavigate()
  return () => {
    drafts.drop(contact)
    void navigate('/contacts')
    queries.removeQueries({ queryKey: ['contacts', 'one', contact] })
    void queries.invalidateQueries({ queryKey: ['contacts', 'list'] })
    void queries.invalidateQueries({ queryKey: ['contacts', 'going'] })
    void queries.invalidateQueries({ queryKey: ['follow-ups'] })
  }
}

import { Button, Modal, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import type { Contact, ContactSummary, Id } from '../api/types.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { useClose } from '../shell/useClose.ts'
import { AddressValue } from './addresses.tsx'
import { Avatar } from './Avatar.tsx'
import { MergePreview } from './MergePreview.tsx'
import { nameOf } from './names.ts'
import { useDuplicates, useFound } from './queries.ts'

interface Props {
  readonly contact: Contact
  readonly onClose: () => void
}

/// Finds the contact that is the same customer, shows both side by side, and makes one of them.
export function MergeDialog({ contact, onClose }: Props) {
  const [other, setOther] = useState<Id | null>(null)
  const queries = useQueryClient()
  const close = useClose()
  return (
    <Modal
      opened
      onClose={onClose}
      size={other === null ? 'md' : 'lg'}
      title={<Say k="merge.title" />}
      closeButtonProps={close}
    >
      {other === null ? (
        <Find contact={contact} onChoose={setOther} />
      ) : (
        <MergePreview
          kept={contact.id}
          other={other}
          onBack={() => setOther(null)}
          onDone={() => {
            void queries.invalidateQueries({ queryKey: ['contacts'] })
            onClose()
          }}
        />
      )}
    </Modal>
  )
}

/// Those who share an address stand there before anything is typed.
function Find({ contact, onChoose }: { readonly contact: Contact; readonly onChoose: (id: Id) => void }) {
  const t = useT()
  const [text, setText] = useState('')
  const query = useDeferredValue(text.trim())
  const { data: alike } = useDuplicates(contact.id, true)
  const { data: found } = useFound(query)
  const listed = (query === '' ? (alike ?? []) : (found ?? [])).filter((one) => one.id !== contact.id).slice(0, MOST)
  return (
    <div className="form" data-testid="merge-find">
      <TextInput
        label={t('merge.find')}
        placeholder={t('contact.findBy')}
        leftSection={<IconSearch size={14} aria-hidden />}
        dir="auto"
        data-autofocus
        maxLength={100}
        data-testid="merge-find-text"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {query !== '' && found !== undefined && listed.length === 0 && (
        <p className="hint" role="status">
          <Say k="contact.findNone" />
        </p>
      )}
      {listed.length > 0 && (
        <div>
          <div className="label">
            <Say k={query === '' ? 'merge.alike' : 'merge.found'} />
          </div>
          <ul className="candidates">
            {listed.map((one) => (
              <Found key={one.id} one={one} onChoose={onChoose} />
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}

function Found({ one, onChoose }: { readonly one: ContactSummary; readonly onChoose: (id: Id) => void }) {
  const t = useT()
  const address = one.addresses.find((each) => each.kind !== 'VISITOR')
  return (
    <li className="row g3" data-testid="merge-found">
      <Avatar contact={one} />
      <span className="grow merge-who">
        <span className="trunc">
          <bdi>{nameOf(one, t)}</bdi>
        </span>
        {address !== undefined && one.name !== null && (
          <span className="meta muted pieces">
            <AddressValue address={address} />
          </span>
        )}
      </span>
      <Button size="xs" onClick={() => onChoose(one.id)}>
        <Say k="contact.choose" />
      </Button>
    </li>
  )
}

/// More than that is no answer; one types more.
const MOST = 5

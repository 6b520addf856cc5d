import { Button, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { send } from '../api/http.ts'
import type { Address, ContactSummary, ConversationView } from '../api/types.ts'
import { explain } from '../i18n/problems.ts'
import { Ltr, Say, useT } from '../i18n/Say.tsx'
import { LEFT_TO_RIGHT } from '../i18n/written.ts'
import { CallButton } from '../telephone/CallButton.tsx'
import { useCommand } from '../shell/useCommand.ts'
import { OptOutMenu, RefusedChannels, WriteButtons } from '../writing/AddressWays.tsx'
import { preferredFirst } from './preferred.ts'
import { Prefers } from './PreferredChannel.tsx'
import { AddressValue, KindIcon, kindOf, TRUST_WORDS } from './addresses.tsx'
import { useContact, useEarlier } from './queries.ts'

/// The addresses of a contact, each with what is known about its truth; new ones can be added.
interface Props {
  readonly contact: ContactSummary
  /// Null where no conversation is in hand.
  readonly conversation: ConversationView | null
}

export function AddressList({ contact, conversation }: Props) {
  const [adding, setAdding] = useState(false)
  const preferred = useContact(contact.id).data?.preferredChannel ?? null
  const [asked, setAsked] = useState<NewAddress | null>(null)
  return (
    <div className="group">
      <div className="label">
        <Say k="contact.addresses" />
        {!adding && (
          <button type="button" className="flat link end" onClick={() => setAdding(true)}>
            <Say k="contact.addAddress" />
          </button>
        )}
      </div>
      {adding && (
        <AddAddress
          contact={contact}
          onDone={(added) => {
            setAdding(false)
            setAsked(added)
          }}
        />
      )}
      {asked !== null && <EarlierOf contact={contact} address={asked} onDone={() => setAsked(null)} />}
      <Prefers contact={contact} channel={preferred} />
      {preferredFirst(contact.addresses, preferred).map((address) => (
        <Row key={`${address.kind} ${address.value}`} contact={contact} address={address} conversation={conversation} />
      ))}
    </div>
  )
}

function useRefresh(): () => Promise<void> {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: ['contacts'] })
}

function Row({ contact, address, conversation }: Props & { readonly address: Address }) {
  const t = useT()
  const refresh = useRefresh()
  const { run, busy } = useCommand(async () => {
    await send('DELETE', '/api/contacts/{contact}/addresses/{kind}/{value}', {
      path: { contact: contact.id, kind: address.kind, value: address.value },
    })
    await refresh()
  })
  return (
    <div className="address" data-testid="address">
      <span className="address-icon">
        <KindIcon kind={address.kind} />
      </span>
      <div className="address-words">
        <div className="pieces">
          <AddressValue address={address} />
        </div>
        <div className="address-trust">
          <Say k={TRUST_WORDS[address.trust]} />
          <RefusedChannels contact={contact} address={address} />
        </div>
      </div>
      <span className="address-ways">
        <WriteButtons contact={contact} conversation={conversation} address={address} />
        {address.kind === 'PHONE' && (
          <CallButton
            number={address.value}
            contact={contact.id}
            {...(conversation === null ? {} : { conversation: conversation.id, service: conversation.service.id })}
          />
        )}
        <OptOutMenu contact={contact} conversation={conversation} address={address} />
      </span>
      {address.kind !== 'VISITOR' && (
        <button
          type="button"
          className="ib address-remove"
          disabled={busy}
          aria-label={t('contact.removeAddress', { address: address.value })}
          title={t('contact.remove')}
          onClick={() => void run()}
        >
          <IconTrash size={14} aria-hidden />
        </button>
      )}
    </div>
  )
}

type NewAddress = Pick<Address, 'kind' | 'value'>

interface Added {
  readonly contact: ContactSummary
  /// Null: nothing was added, or nothing is to be asked about it.
  readonly onDone: (added: NewAddress | null) => void
}

function AddAddress({ contact, onDone }: Added) {
  const t = useT()
  const refresh = useRefresh()
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const { run, busy } = useCommand(
    async () => {
      const value = typed.trim()
      const kind = kindOf(value)
      const before = new Set(contact.addresses.map((one) => `${one.kind} ${one.value}`))
      const now = await send('POST', '/api/contacts/{contact}/addresses', { path: { contact: contact.id }, body: { kind, value } })
      await refresh()
      onDone(now.addresses.find((one) => one.kind === kind && !before.has(`${one.kind} ${one.value}`)) ?? null)
    },
    (error) => setProblem(explain(error, t)),
  )
  return (
    <form
      className="address-add"
      onSubmit={(event) => {
        event.preventDefault()
        setProblem(null)
        void run()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone(null)
      }}
    >
      <TextInput
        aria-label={t('contact.newAddress')}
        placeholder={t('contact.newAddress')}
        {...LEFT_TO_RIGHT}
        autoFocus
        value={typed}
        error={problem}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <div className="row form-end">
        <Button size="xs" variant="subtle" onClick={() => onDone(null)}>
          <Say k="common.cancel" />
        </Button>
        <Button size="xs" type="submit" loading={busy} disabled={typed.trim() === ''}>
          <Say k="common.add" />
        </Button>
      </div>
    </form>
  )
}

/// Whether what came from an address before it was known whose it is comes along.
function EarlierOf({ contact, address, onDone }: { readonly contact: ContactSummary; readonly address: NewAddress; readonly onDone: () => void }) {
  const refresh = useRefresh()
  const path = { contact: contact.id, kind: address.kind, value: address.value }
  const { data } = useEarlier(path)
  const { run, busy } = useCommand(async () => {
    await send('POST', '/api/contacts/{contact}/addresses/{kind}/{value}/earlier', { path })
    await refresh()
    onDone()
  })
  if (data === undefined || data.activities === 0) return null
  return (
    <div className="address-add" role="status" data-testid="earlier">
      <p className="hint">
        <Say k="contact.earlier" values={{ count: data.activities, address: <Ltr key="a">{address.value}</Ltr> }} />
      </p>
      <div className="row form-end">
        <Button size="xs" variant="subtle" onClick={onDone}>
          <Say k="contact.leaveEarlier" />
        </Button>
        <Button size="xs" loading={busy} data-testid="earlier-bring" onClick={() => void run()}>
          <Say k="contact.bringEarlier" />
        </Button>
      </div>
    </div>
  )
}

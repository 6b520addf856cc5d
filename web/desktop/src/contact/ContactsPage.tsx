import { Button } from '@mantine/core'
import { IconAddressBook, IconDownload, IconSearch } from '@tabler/icons-react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import type { ContactSummary, Id } from '../api/types.ts'
import { HelpLink } from '../help/HelpLink.tsx'
import { useFormats } from '../i18n/formats.ts'
import { explain } from '../i18n/problems.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { useMe } from '../session/me.ts'
import { Avatar } from './Avatar.tsx'
import { AddressValue } from './addresses.tsx'
import { ContactPage } from './ContactPage.tsx'
import { Going } from './Going.tsx'
import { nameOf } from './names.ts'
import { useContacts } from './queries.ts'

export { Details } from './details/Details.tsx'

/// Everybody who has ever been in touch: found on the left, shown on the right.
export function ContactsPage() {
  const t = useT()
  const { contact, tab, activity } = useParams()
  const [params] = useSearchParams()
  const query = params.get('query') ?? ''
  const { data } = useContacts(query)
  const none = data !== undefined && data.pages.every((page) => page.items.length === 0)
  return (
    <main className="main two">
      <section className="acl" aria-label={t('contacts.title')}>
        <Found query={query} selected={contact ?? null} />
      </section>
      <section className="sheet">
        {contact === undefined ? (
          none ? (
            <NoneFound query={query} />
          ) : (
            <Nobody />
          )
        ) : (
          <ContactPage key={contact} id={contact} tab={tab === 'activities' ? 'activities' : 'details'} activity={activity ?? null} />
        )}
      </section>
    </main>
  )
}

function Found({ query, selected }: { readonly query: string; readonly selected: Id | null }) {
  const t = useT()
  const navigate = useNavigate()
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useContacts(query)
  const found = data?.pages.flatMap((page) => page.items) ?? []
  const mayExport = useMe()?.privileges.includes('EXPORT_CONTACTS') ?? false
  if (error !== null) return <p className="hint err pad-s">{explain(error, t)}</p>
  return (
    <>
      <header>
        <h3>
          <Say k="contacts.title" />
        </h3>
        <span className="subtle meta" role="status">
          {data !== undefined && query !== '' && <Say k="contacts.found" values={{ count: found.length, more: hasNextPage ? 1 : 0 }} />}
        </span>
        {mayExport && found.length > 0 && (
          <a
            className="ib"
            href={query === '' ? '/api/contacts-file' : `/api/contacts-file?query=${encodeURIComponent(query)}`}
            download
            title={t('contactFile.exportFound')}
            aria-label={t('contactFile.exportFound')}
            data-testid="contacts-export"
          >
            <IconDownload size={16} aria-hidden />
          </a>
        )}
      </header>
      <Going />
      <ul className="items scroll" data-testid="contact-list" aria-label={t('contacts.title')}>
        {found.map((contact) => (
          <li key={contact.id}>
            <Entry
              contact={contact}
              selected={contact.id === selected}
              onOpen={() =>
                void navigate({
                  pathname: `/contacts/${contact.id}`,
                  search: query === '' ? '' : `?query=${encodeURIComponent(query)}`,
                })
              }
            />
          </li>
        ))}
        {hasNextPage && (
          <li className="row more">
            <Button size="xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              <Say k="contacts.more" />
            </Button>
          </li>
        )}
      </ul>
    </>
  )
}

interface EntryProps {
  readonly contact: ContactSummary
  readonly selected: boolean
  readonly onOpen: () => void
}

function Entry({ contact, selected, onOpen }: EntryProps) {
  const t = useT()
  const formats = useFormats()
  const address = contact.addresses.find((one) => one.kind !== 'VISITOR') ?? contact.addresses[0]
  return (
    <button
      type="button"
      className={selected ? 'item person-item on' : 'item person-item'}
      aria-current={selected ? 'true' : undefined}
      data-testid="contact-entry"
      data-contact={contact.id}
      onClick={onOpen}
    >
      <Avatar contact={contact} />
      <span className="name trunc">
        <bdi>{nameOf(contact, t)}</bdi>
      </span>
      <span className="tm">{contact.lastActivityAt === null ? '' : formats.nearDay(contact.lastActivityAt)}</span>
      <span className="snippet">
        <span className="pieces">{address === undefined ? <Say k="contact.noAddress" /> : <AddressValue address={address} />}</span>
      </span>
    </button>
  )
}

function NoneFound({ query }: { readonly query: string }) {
  const navigate = useNavigate()
  if (query === '') {
    return (
      <div className="empty">
        <h2>
          <Say k="contacts.noneTitle" />
        </h2>
        <p>
          <Say k="contacts.noneText" />
        </p>
      </div>
    )
  }
  return (
    <div className="empty">
      <span className="art">
        <IconSearch size={32} stroke={1.4} aria-hidden />
      </span>
      <h2>
        <Say k="contacts.noMatchTitle" values={{ query: <bdi key="q">{query}</bdi> }} />
      </h2>
      <p>
        <Say k="contacts.noMatchText" />
      </p>
      <div className="row">
        <Button size="xs" onClick={() => void navigate('/contacts')}>
          <Say k="contacts.clearSearch" />
        </Button>
      </div>
    </div>
  )
}

function Nobody() {
  return (
    <div className="empty">
      <span className="art">
        <IconAddressBook size={32} stroke={1.4} aria-hidden />
      </span>
      <h2>
        <Say k="contacts.chooseTitle" />
      </h2>
      <p>
        <Say k="contacts.chooseText" />
      </p>
      <HelpLink screen="contacts" />
    </div>
  )
}

import { Select } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { Fragment, useEffect } from 'react'
import { Link, useSearchParams } from 'react-router'
import { send } from '../api/http.ts'
import type { Contact, Id } from '../api/types.ts'
import { drafts } from '../conversation/drafts.ts'
import { useFormats } from '../i18n/formats.ts'
import { explain } from '../i18n/problems.ts'
import { Ltr, Say, useT } from '../i18n/Say.tsx'
import { useCommand } from '../shell/useCommand.ts'
import { AddressList } from './AddressList.tsx'
import { ContactActivities } from './ContactActivities.tsx'
import { ContactFile } from './Erasing.tsx'
import { MoreDetails } from './MoreDetails.tsx'
import { MergeButton, MergeNotes } from './Merging.tsx'
import { NameEditor } from './NameEditor.tsx'
import { PhotoEditor } from './PhotoEditor.tsx'
import { PreferredChannel } from './PreferredChannel.tsx'
import { isGone, useContact } from './queries.ts'

interface Props {
  readonly id: Id
  readonly tab: 'details' | 'activities'
  readonly activity: Id | null
}

const PANEL = 'contact-tab-panel'

export function ContactPage({ id, tab, activity }: Props) {
  const t = useT()
  const { data: contact, error } = useContact(id, true)
  const gone = isGone(error)
  useEffect(() => {
    if (gone) drafts.drop(id)
  }, [gone, id])
  if (error !== null && (contact === undefined || gone)) return <Missing error={error} />
  if (contact === undefined) return <p className="hint slow pad">{t('common.loading')}</p>
  return (
    <>
      <Head contact={contact} />
      <Tabs id={id} tab={tab} />
      <div className="contact-panel" role="tabpanel" id={PANEL} aria-labelledby={`contact-tab-${tab}`}>
        {tab === 'details' ? <Details contact={contact} /> : <ContactActivities contact={contact} asked={activity} />}
      </div>
    </>
  )
}

function Missing({ error }: { readonly error: Error }) {
  const t = useT()
  return (
    <div className="empty">
      <h2>
        <Say k={isGone(error) ? 'contact.missing' : 'contact.notRead'} />
      </h2>
      <p>{explain(error, t)}</p>
    </div>
  )
}

function Head({ contact }: { readonly contact: Contact }) {
  const written = contact.addresses.filter((one) => one.kind !== 'VISITOR')
  return (
    <div className="phead">
      <PhotoEditor contact={contact} />
      <div className="grow">
        <NameEditor contact={contact} level="h1" />
        <div className="meta muted pieces">
          {written.length === 0 ? (
            <Say k="channel.web" />
          ) : (
            written.map((one, index) => (
              <Fragment key={`${one.kind} ${one.value}`}>
                {index > 0 && ' · '}
                <Ltr>{one.value}</Ltr>
              </Fragment>
            ))
          )}
        </div>
      </div>
      <MergeButton contact={contact} />
    </div>
  )
}

/// Each tab is a place of its own, with an address.
function Tabs({ id, tab }: { readonly id: Id; readonly tab: Props['tab'] }) {
  const [params] = useSearchParams()
  const search = params.size === 0 ? '' : `?${params.toString()}`
  return (
    <div className="tabs" role="tablist">
      <Link to={`/contacts/${id}${search}`} role="tab" id="contact-tab-details" aria-selected={tab === 'details'} aria-controls={PANEL}>
        <Say k="contact.details" />
      </Link>
      <Link
        to={`/contacts/${id}/activities${search}`}
        role="tab"
        id="contact-tab-activities"
        aria-selected={tab === 'activities'}
        aria-controls={PANEL}
      >
        <Say k="activities.title" />
      </Link>
    </div>
  )
}

function Details({ contact }: { readonly contact: Contact }) {
  const formats = useFormats()
  return (
    <div className="details scroll">
      <AddressList contact={contact} conversation={null} />
      <div className="group">
        <div className="label">
          <Say k="contact.more" />
        </div>
        <dl className="kv">
          <dt>
            <Say k="contact.language" />
          </dt>
          <dd>
            <ContactLanguage contact={contact} />
          </dd>
          <dt>
            <Say k="contact.preferredChannel" />
          </dt>
          <dd>
            <PreferredChannel contact={contact} />
          </dd>
          <dt>
            <Say k="contact.lastContact" />
          </dt>
          <dd>
            {contact.lastActivityAt === null ? <Say k="contact.never" /> : formats.day(contact.lastActivityAt)}
          </dd>
        </dl>
      </div>
      <MoreDetails contact={contact} />
      <MergeNotes contact={contact} />
      <ContactFile contact={contact} />
    </div>
  )
}

function ContactLanguage({ contact }: { readonly contact: Contact }) {
  const t = useT()
  const queries = useQueryClient()
  const { run, busy } = useCommand(async (language: string) => {
    await send('PATCH', '/api/contacts/{contact}', {
      path: { contact: contact.id },
      body: { language, version: contact.version },
    })
    await queries.invalidateQueries({ queryKey: ['contacts'] })
  })
  return (
    <Select
      className="language-choice"
      aria-label={t('contact.language')}
      placeholder={t('contact.languageUnknown')}
      rightSection={<IconChevronDown size={14} aria-hidden />}
      disabled={busy}
      allowDeselect={false}
      value={contact.language}
      data={[
        { value: 'ar', label: t('language.arabic') },
        { value: 'en', label: t('language.english') },
      ]}
      onChange={(language) => {
        if (language !== null && language !== contact.language) void run(language)
      }}
    />
  )
}

import { useState } from 'react'
import type { ContactDetails, ContactField, ContactSummary } from '../../api/types.ts'
import { useDesk } from '../../desk/store.ts'
import { LOCALES, useLanguage } from '../../i18n/language.ts'
import { Ltr, Say, useT } from '../../i18n/Say.tsx'
import { DetailsEditor } from './DetailsEditor.tsx'
import { consentWord, fieldName, valueOf } from './draft.ts'
import { nameOfChannel } from '../PreferredChannel.tsx'
import { useContactDetails, useContactFields } from './queries.ts'
import { useReach } from '../../writing/reach.ts'

interface Props {
  readonly contact: Pick<ContactSummary, 'id' | 'version'>
}

/// What is known of a contact beside its name and addresses, and where it is changed.
export function Details({ contact }: Props) {
  const [editing, setEditing] = useState(false)
  const may = useDesk((desk) => desk.snapshot?.me.privileges.includes('EDIT_CONTACTS') ?? false)
  const { data: details } = useContactDetails(contact.id)
  const { data: all } = useContactFields()
  if (details === undefined || all === undefined) return null
  const fields = all.filter((field) => field.shown)
  return (
    <div className="group" data-testid="contact-details">
      <div className="label">
        <Say k="details.title" />
        {may && !editing && (
          <button type="button" className="flat link end" data-testid="details-edit" onClick={() => setEditing(true)}>
            <Say k="details.edit" />
          </button>
        )}
      </div>
      {editing ? (
        <DetailsEditor contact={contact} details={details} fields={fields} onDone={() => setEditing(false)} />
      ) : (
        <Known contact={contact} details={details} fields={fields} />
      )}
    </div>
  )
}

function Known({ contact, details, fields }: Props & { readonly details: ContactDetails; readonly fields: readonly ContactField[] }) {
  const t = useT()
  const language = useLanguage((spoken) => spoken?.language ?? 'en')
  const ways = useReach(contact.id, null)
  const day = (date: string) =>
    new Intl.DateTimeFormat(LOCALES[language], { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(date))
  const filled = fields.filter((field) => details.fields[field.id] !== undefined)
  const nothing =
    details.company === null && details.timeZone === null && details.tags.length === 0 && filled.length === 0 && details.consents.length === 0
  if (nothing)
    return (
      <p className="hint">
        <Say k="details.none" />
      </p>
    )
  return (
    <dl className="kv">
      {details.company !== null && (
        <>
          <dt>
            <Say k="details.company" />
          </dt>
          <dd>
            <bdi>{details.company}</bdi>
          </dd>
        </>
      )}
      {filled.map((field) => (
        <Pair key={field.id} name={fieldName(field, language)} value={valueOf(field, details.fields[field.id] ?? '', day)} />
      ))}
      {details.timeZone !== null && (
        <>
          <dt>
            <Say k="details.timeZone" />
          </dt>
          <dd>
            <Ltr>{details.timeZone}</Ltr>
          </dd>
        </>
      )}
      {details.tags.length > 0 && (
        <>
          <dt>
            <Say k="details.tags" />
          </dt>
          <dd className="detail-tags">
            {details.tags.map((tag) => (
              <bdi key={tag} className="tag">
                {tag}
              </bdi>
            ))}
          </dd>
        </>
      )}
      {details.consents.map((one) => (
        <Pair key={one.channel} name={t('details.consentBy', { channel: nameOfChannel(one.channel, ways, t) })} value={consentWord(one.given, t)} />
      ))}
    </dl>
  )
}

function Pair({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>
        <bdi>{name}</bdi>
      </dt>
      <dd>
        <bdi>{value}</bdi>
      </dd>
    </>
  )
}

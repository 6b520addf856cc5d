import { memo, useId, useState } from 'react'
import { Link } from 'react-router'
import type { ContactSummary, ConversationView, Id } from '../api/types.ts'
import { useFormats } from '../i18n/formats.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { contactBefore } from '../conversation/unread.ts'
import { WrapUpDock } from '../conversation/WrapUpDock.tsx'
import { ActivityList } from './ActivityList.tsx'
import { AddressList } from './AddressList.tsx'
import { Candidates } from './Candidates.tsx'
import { MoreDetails } from './MoreDetails.tsx'
import { NameEditor } from './NameEditor.tsx'
import { PanelActivities, PanelActivity } from './PanelActivities.tsx'
import { PhotoEditor } from './PhotoEditor.tsx'

/// Who the selected conversation is with, what was before, and what is to be noted.
export const ContactPanel = memo(function ContactPanel({ conversation }: { readonly conversation: ConversationView }) {
  const t = useT()
  const { contact } = conversation
  return (
    <aside className="panel" aria-label={t('contact.panel')} data-testid="contact-panel" data-contact={contact.id}>
      <div className="person">
        <PhotoEditor contact={contact} />
        <div className="grow">
          <NameEditor contact={contact} level="h2" />
          <div className="meta muted trunc">
            <LastContact conversation={conversation} />
          </div>
        </div>
      </div>
      <PanelTabs contact={contact} conversation={conversation} />
      <WrapUpDock conversation={conversation} />
    </aside>
  )
})

function LastContact({ conversation }: { readonly conversation: ConversationView }) {
  const formats = useFormats()
  const before = contactBefore(conversation)
  return before === null ? (
    <Say k="contact.now" />
  ) : (
    <Say k="contact.lastContactOn" values={{ day: formats.nearDay(before) }} />
  )
}

type Tab = 'contact' | 'activities'
const TABS: readonly Tab[] = ['contact', 'activities']
/// How many of the latest activities stand below the addresses.
const RECENT = 3

function PanelTabs({ contact, conversation }: { readonly contact: ContactSummary; readonly conversation: ConversationView }) {
  const [tab, setTab] = useState<Tab>('contact')
  const id = useId()
  const [read, setRead] = useState<{ readonly contact: Id; readonly activity: Id } | null>(null)
  const open = (activity: Id) => setRead({ contact: contact.id, activity })
  return (
    <>
      <div
        className="tabs"
        role="tablist"
        onKeyDown={(event) => {
          if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
          const other = tab === 'contact' ? 'activities' : 'contact'
          setTab(other)
          document.getElementById(`${id}${other}`)?.focus()
        }}
      >
        {TABS.map((one) => (
          <button
            key={one}
            id={`${id}${one}`}
            type="button"
            role="tab"
            aria-selected={tab === one}
            aria-controls={`${id}panel`}
            tabIndex={tab === one ? 0 : -1}
            onClick={() => setTab(one)}
          >
            <Say k={one === 'contact' ? 'contact.tab' : 'activities.title'} />
          </button>
        ))}
      </div>
      <div className="panel-body scroll" role="tabpanel" id={`${id}panel`} aria-labelledby={`${id}${tab}`} tabIndex={-1}>
        {tab === 'contact' && read !== null && read.contact === contact.id ? (
          <PanelActivity contact={contact} activity={read.activity} onBack={() => setRead(null)} onOpen={open} />
        ) : tab === 'contact' ? (
          <>
            {!conversation.guest && <Candidates conversation={conversation} />}
            <AddressList contact={contact} conversation={conversation} />
            <MoreDetails contact={contact} />
            <div className="group">
              <div className="label">
                <Say k="activities.recent" />
                <Link className="end" to={`/contacts/${contact.id}/activities`}>
                  <Say k="activities.all" />
                </Link>
              </div>
              <ActivityList contact={contact.id} most={RECENT} without={conversation.id} selected={null} onOpen={open} compact />
            </div>
          </>
        ) : (
          <PanelActivities key={contact.id} contact={contact} />
        )}
      </div>
    </>
  )
}

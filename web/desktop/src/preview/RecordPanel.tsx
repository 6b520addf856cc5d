import { Button } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { type ReactNode, Suspense, useId } from 'react'
import { create } from 'zustand'
import type { Id } from '../api/types.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { useDesk } from '../desk/store.ts'
import { seldom } from '../seldom.ts'
import { beginCorrecting, useCorrecting } from './correction.ts'
import { History } from './History.tsx'
import { Numbers } from './Numbers.tsx'
import { RecordContact } from './RecordContact.tsx'
import { customerOf, type Reviewed } from './preview.ts'

const CorrectRecord = seldom((later) => later.CorrectRecord)

type Tab = 'addresses' | 'history'
const TABS: readonly Tab[] = ['addresses', 'history']

/// Which tab of which record is open; it outlasts the change of the panel when a call begins.
const useOpened = create<{ readonly preview: Id | null; readonly tab: Tab }>(() => ({ preview: null, tab: 'addresses' }))

/// The Contact Info Panel of a calling record: name, numbers, History. Below stands what can be decided.
export function RecordPanel({ reviewed, children }: { readonly reviewed: Reviewed; readonly children: ReactNode }) {
  const t = useT()
  const record = reviewed.preview.id
  const tab = useOpened((opened) => (opened.preview === record ? opened.tab : 'addresses'))
  const open = (one: Tab) => useOpened.setState({ preview: record, tab: one })
  const id = useId()
  const { contact } = reviewed.record
  const may = useDesk((desk) => desk.snapshot?.me.privileges.includes('CORRECT_RECORDS') ?? false)
  const correcting = useCorrecting((one) => one.preview === record)
  return (
    <aside className="panel" aria-label={t('contact.panel')} data-testid="record-panel">
      <div className="person">
        <div className="grow">
          <h2 className="trunc" data-testid="record-name">
            <bdi>{customerOf(reviewed.preview) ?? t('preview.noName')}</bdi>
          </h2>
          <div className="meta muted trunc">
            <Say k="preview.record" />
            {' · '}
            <bdi>{reviewed.preview.campaign.name}</bdi>
          </div>
        </div>
        {may && !correcting && (
          <Button
            size="xs"
            leftSection={<IconPencil size={14} aria-hidden />}
            data-testid="record-correct"
            onClick={() => {
              open('addresses')
              beginCorrecting(record)
            }}
          >
            <Say k="preview.correct" />
          </Button>
        )}
      </div>
      <div
        className="tabs"
        role="tablist"
        onKeyDown={(event) => {
          if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
          const other = tab === 'addresses' ? 'history' : 'addresses'
          open(other)
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
            data-testid={`record-tab-${one}`}
            onClick={() => open(one)}
          >
            <Say k={one === 'addresses' ? 'contact.tab' : 'preview.historyTab'} />
          </button>
        ))}
      </div>
      <div className="panel-body scroll" role="tabpanel" id={`${id}panel`} aria-labelledby={`${id}${tab}`} tabIndex={-1}>
        {tab === 'addresses' && correcting ? (
          <Suspense fallback={null}>
            <CorrectRecord preview={record} />
          </Suspense>
        ) : tab === 'addresses' ? (
          <>
            <Numbers reviewed={reviewed} />
            {contact !== null && <RecordContact contact={contact} />}
          </>
        ) : (
          <History entries={reviewed.record.history} />
        )}
      </div>
      {children}
    </aside>
  )
}

import { Fragment, lazy, Suspense, useCallback, useEffect, useRef } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { DeskSnapshot, Id } from '../api/types.ts'
import { ContactPanel } from '../contact/ContactPanel.tsx'
import { useDesk } from '../desk/store.ts'
import { ownEntryOf, reviewedOf } from '../preview/preview.ts'
import { ConversationList } from './ConversationList.tsx'
import { ConversationPane } from './ConversationPane.tsx'
import { EmptyDesk } from './EmptyDesk.tsx'
import { listed } from './listed.ts'

const record = () => import('../preview/record.ts')
const CalledOutcome = lazy(async () => ({ default: (await record()).CalledOutcome }))
const Outcome = lazy(async () => ({ default: (await record()).Outcome }))
const RecordPane = lazy(async () => ({ default: (await record()).RecordPane }))
const RecordPanel = lazy(async () => ({ default: (await record()).RecordPanel }))

/// The conversations of this agent: the list, the one selected, and who it is with.
export function ConversationsPage() {
  const snapshot = useDesk((desk) => desk.snapshot)
  return snapshot === null ? null : <Conversations snapshot={snapshot} />
}

function Conversations({ snapshot }: { readonly snapshot: DeskSnapshot }) {
  const { conversation: asked } = useParams()
  const conversations = listed(snapshot.conversations)
  const reviewed = reviewedOf(snapshot)
  const entry = ownEntryOf(snapshot)
  useSelectsRecord(entry?.preview.id ?? null)
  const wanted = asked === reviewed?.preview.id ? (reviewed?.preview.conversation ?? asked) : asked
  const onRecord = entry !== null && (asked === entry.preview.id || conversations.length === 0)
  const selected = onRecord ? null : (conversations.find((one) => one.id === wanted) ?? conversations[0] ?? null)
  useSelectionInAddress(asked, onRecord ? entry.preview.id : selected?.id)
  const select = useSelect()
  return (
    <main className="main three">
      <ConversationList
        snapshot={snapshot}
        conversations={conversations}
        selected={onRecord ? entry.preview.id : (selected?.id ?? null)}
        onSelect={select}
      />
      {onRecord ? (
        <Suspense key={entry.preview.id} fallback={null}>
          <RecordPane reviewed={entry} />
          <RecordPanel reviewed={entry}>
            <Outcome reviewed={entry} />
          </RecordPanel>
        </Suspense>
      ) : selected === null ? (
        <section className="sheet wide-empty">
          <EmptyDesk snapshot={snapshot} />
        </section>
      ) : (
        <Fragment key={selected.id}>
          <ConversationPane conversation={selected} />
          {reviewed?.preview.conversation === selected.id ? (
            <Suspense fallback={null}>
              <RecordPanel reviewed={reviewed}>
                <CalledOutcome reviewed={reviewed} conversation={selected} />
              </RecordPanel>
            </Suspense>
          ) : (
            <ContactPanel conversation={selected} />
          )}
        </Fragment>
      )}
    </main>
  )
}

/// A record that has just been accepted, by a click or by the system, is what the agent looks at.
function useSelectsRecord(record: Id | null): void {
  const navigate = useNavigate()
  useEffect(() => {
    if (record !== null) void navigate(`/conversations/${record}`, { replace: true })
  }, [navigate, record])
}

/// Always the same function, though the way there changes with every address: a list is not drawn anew for it.
export function useSelect(): (conversation: Id) => void {
  const navigate = useNavigate()
  const latest = useRef(navigate)
  useEffect(() => {
    latest.current = navigate
  })
  return useCallback((conversation) => void latest.current(`/conversations/${conversation}`, { replace: true }), [])
}

/// Exactly one is selected while there is any, and the address says which.
function useSelectionInAddress(asked: string | undefined, shown: Id | undefined): void {
  const navigate = useNavigate()
  useEffect(() => {
    if (shown !== asked) void navigate(shown === undefined ? '/conversations' : `/conversations/${shown}`, { replace: true })
  }, [navigate, asked, shown])
}

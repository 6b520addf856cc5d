import { useEffect } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { ConversationView, DeskSnapshot, Id } from '../api/types.ts'
import { ContactPanel } from '../contact/ContactPanel.tsx'
import { useDesk } from '../desk/store.ts'
import { ConversationList } from './ConversationList.tsx'
import { ConversationPane } from './ConversationPane.tsx'
import { EmptyDesk } from './EmptyDesk.tsx'
import { listed } from './listed.ts'

/// The conversations of this agent: the list, the one selected, and who it is with.
export function ConversationsPage() {
  const snapshot = useDesk((desk) => desk.snapshot)
  return snapshot === null ? null : <Conversations snapshot={snapshot} />
}

function Conversations({ snapshot }: { readonly snapshot: DeskSnapshot }) {
  const { conversation: asked } = useParams()
  const conversations = listed(snapshot.conversations)
  const selected = conversations.find((one) => one.id === asked) ?? conversations[0] ?? null
  useSelectionInAddress(asked, selected)
  const select = useSelect()
  return (
    <main className="main three">
      <ConversationList snapshot={snapshot} conversations={conversations} selected={selected?.id ?? null} onSelect={select} />
      {selected === null ? (
        <section className="sheet wide-empty">
          <EmptyDesk snapshot={snapshot} />
        </section>
      ) : (
        <>
          <ConversationPane key={selected.id} conversation={selected} />
          <ContactPanel key={selected.id} conversation={selected} />
        </>
      )}
    </main>
  )
}

export function useSelect(): (conversation: Id) => void {
  const navigate = useNavigate()
  return (conversation) => void navigate(`/conversations/${conversation}`, { replace: true })
}

/// Exactly one is selected while there is any, and the address says which.
function useSelectionInAddress(asked: string | undefined, selected: ConversationView | null): void {
  const navigate = useNavigate()
  const shown = selected?.id
  useEffect(() => {
    if (shown !== asked) void navigate(shown === undefined ? '/conversations' : `/conversations/${shown}`, { replace: true })
  }, [navigate, asked, shown])
}

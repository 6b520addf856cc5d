import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Outlet, useLocation, useNavigate } from 'react-router'
import { whenSignedOut } from '../api/http.ts'
import type { DeskSnapshot } from '../api/types.ts'
import { drafts } from '../conversation/drafts.ts'
import { outbox } from '../conversation/outbox.ts'
import { unreadOf } from '../conversation/unread.ts'
import { ConnectionBar } from '../desk/ConnectionBar.tsx'
import { openDesk, useDesk } from '../desk/store.ts'
import { isLanguage, speak, useLanguage } from '../i18n/language.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { OfferPopup } from '../offer/OfferPopup.tsx'
import { leaveWhenFree, whenLeft } from '../session/leaving.ts'
import { Mark } from './Mark.tsx'
import { Notices } from './Notices.tsx'
import { Rail } from './Rail.tsx'
import { TopBar } from './TopBar.tsx'

/// What an agent sees once logged in. The desk is open exactly as long as this is shown.
export function Desktop() {
  const snapshot = useDesk((desk) => desk.snapshot)
  useEffect(openDesk, [])
  useWayOut()
  useWhoAmI(snapshot?.me.id, snapshot?.me.language)
  useEffect(() => {
    if (snapshot !== null) void leaveWhenFree(snapshot)
  }, [snapshot])
  return snapshot === null ? <Opening /> : <Open snapshot={snapshot} />
}

function Open({ snapshot }: { readonly snapshot: DeskSnapshot }) {
  const t = useT()
  const unread = snapshot.conversations.reduce((sum, conversation) => sum + unreadOf(conversation), 0)
  const offered = snapshot.conversations.some((conversation) => conversation.state === 'OFFERED')
  useEffect(() => {
    document.title = offered ? t('app.titleOffer') : unread > 0 ? t('app.titleUnread', { unread }) : t('app.name')
  }, [t, offered, unread])
  return (
    <div className="app">
      <ConnectionBar />
      <TopBar snapshot={snapshot} />
      <Rail conversations={snapshot.conversations.length} unread={unread} />
      <Outlet />
      <OfferPopup snapshot={snapshot} />
      <Notices />
    </div>
  )
}

/// Before the first snapshot. Nothing is said unless it takes long.
function Opening() {
  const waiting = useDesk((desk) => desk.sync.state === 'CONNECTING' && desk.sync.attempt > 0)
  return (
    <div className="app opening">
      <ConnectionBar />
      <main className="empty slow">
        <span className="art">
          <Mark size={48} />
        </span>
        <h2>
          <Say k={waiting ? 'opening.unreachable' : 'opening.title'} />
        </h2>
        <p>
          <Say k={waiting ? 'opening.unreachableText' : 'opening.text'} />
        </p>
      </main>
    </div>
  )
}

function useWayOut(): void {
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  const queries = useQueryClient()
  useEffect(() => {
    const toLogin = (from: string | null) => {
      queries.clear()
      void navigate('/login', { replace: true, state: from === null ? null : { from } })
    }
    const stopSignedOut = whenSignedOut(() => toLogin(pathname + search))
    const stopLeft = whenLeft(() => toLogin(null))
    return () => {
      stopSignedOut()
      stopLeft()
    }
  }, [navigate, queries, pathname, search])
}

/// What belongs to one user is opened for that user, and the user's language is spoken.
function useWhoAmI(user: string | undefined, language: string | undefined): void {
  useEffect(() => {
    if (user === undefined) return
    drafts.open(user)
    outbox.open(user)
    return () => {
      drafts.close()
      outbox.close()
    }
  }, [user])
  useEffect(() => {
    if (user === undefined || language === undefined || !isLanguage(language)) return
    if (useLanguage.getState()?.language !== language) void speak(language)
    // Only once for each user: afterwards the choice is made on this page.
  }, [user])
  const sync = useDesk((desk) => desk.sync.state)
  useEffect(() => {
    if (sync === 'IN_SYNC') outbox.pump()
  }, [sync])
}

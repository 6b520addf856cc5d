import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Outlet, useLocation, useNavigate } from 'react-router'
import { whenSignedOut } from '../api/http.ts'
import type { DeskSnapshot, Id, Language } from '../api/types.ts'
import { useFreshContacts } from '../contact/queries.ts'
import { outbox, useOutbox } from '../conversation/outbox.ts'
import { unreadOf } from '../conversation/unread.ts'
import { ConnectionBar } from '../desk/ConnectionBar.tsx'
import { openDesk, useDesk } from '../desk/store.ts'
import { speak, useLanguage } from '../i18n/language.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { OfferPopup } from '../offer/OfferPopup.tsx'
import { leaveWhenFree, logOut, whenLeft } from '../session/leaving.ts'
import { sideCallRinging, useSoundOfCalls } from '../telephone/calls.ts'
import { useOpensTelephone } from '../telephone/device.ts'
import { SideCall } from '../telephone/SideCall.tsx'
import { SideCallPopup } from '../telephone/SideCallPopup.tsx'
import { openTelephone } from '../telephone/store.ts'
import { Mark } from './Mark.tsx'
import { notice } from './notices.ts'
import { Notices } from './Notices.tsx'
import { Rail } from './Rail.tsx'
import { TopBar } from './TopBar.tsx'
import { useCommand } from './useCommand.ts'

/// What an agent sees once logged in. The desk is open exactly as long as this is shown.
export function Desktop() {
  const snapshot = useDesk((desk) => desk.snapshot)
  const refused = useDesk((desk) => desk.refused)
  useEffect(openDesk, [])
  useWayOut()
  useWhoAmI(snapshot?.me.id, snapshot?.me.language)
  useEffect(() => {
    if (snapshot !== null) void leaveWhenFree(snapshot)
  }, [snapshot])
  if (refused) return <NoDesk />
  return snapshot === null ? <Opening /> : <Open snapshot={snapshot} />
}

function Open({ snapshot }: { readonly snapshot: DeskSnapshot }) {
  const t = useT()
  useFreshContacts()
  useSoundOfCalls()
  useOwnTelephone(snapshot.me.id)
  const colleague = sideCallRinging(snapshot)
  const unread = snapshot.conversations.reduce((sum, conversation) => sum + unreadOf(conversation), 0)
  const offered = snapshot.conversations.flatMap((one) => one.interactions).find((one) => one.state === 'OFFERED')?.medium
  const entries = useOutbox((box) => box.entries)
  useEffect(() => {
    const held = new Set(snapshot.conversations.map((one) => one.id))
    for (const text of outbox.giveUp(held)) notice(t('delivery.lost', { text }))
  }, [t, snapshot, entries])
  useEffect(() => {
    const ringing = colleague !== null || offered === 'VOICE' ? t('app.titleCall') : offered === undefined ? null : t('app.titleOffer')
    document.title = ringing ?? (unread > 0 ? t('app.titleUnread', { unread }) : t('app.name'))
  }, [t, offered, colleague, unread])
  return (
    <div className="app">
      <ConnectionBar />
      <TopBar snapshot={snapshot} />
      <Rail conversations={snapshot.conversations.length} unread={unread} />
      <Outlet />
      <SideCall snapshot={snapshot} />
      <div className="offers">
        {colleague !== null && <SideCallPopup key={colleague.id} side={colleague} />}
        <OfferPopup snapshot={snapshot} />
      </div>
      <Notices />
    </div>
  )
}

/// The telephone of this window is open as long as calls come to a browser.
function useOwnTelephone(user: Id): void {
  const here = useOpensTelephone()
  useEffect(() => (here ? openTelephone(user) : undefined), [user, here])
}

/// Whoever is logged in without the privilege to work at a desk.
function NoDesk() {
  const { run, busy } = useCommand(logOut)
  return (
    <div className="app opening">
      <main className="empty">
        <span className="art">
          <Mark size={48} />
        </span>
        <h2>
          <Say k="opening.noDesk" />
        </h2>
        <p>
          <Say k="opening.noDeskText" />
        </p>
        <div className="row">
          <Button loading={busy} onClick={() => void run()}>
            <Say k="session.logOut" />
          </Button>
        </div>
      </main>
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

/// The user's language is spoken; what waited is sent as soon as the desk is in step with the server.
function useWhoAmI(user: string | undefined, language: Language | undefined): void {
  useEffect(() => {
    if (user === undefined || language === undefined) return
    if (useLanguage.getState()?.language !== language) void speak(language)
    // Only once for each user: afterwards the choice is made on this page.
  }, [user])
  const sync = useDesk((desk) => desk.sync.state)
  useEffect(() => {
    if (sync === 'IN_SYNC') outbox.pump()
  }, [sync])
}

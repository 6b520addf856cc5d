import { useQueryClient } from '@tanstack/react-query'
import { Suspense, useEffect } from 'react'
import { Outlet, useLocation, useNavigate } from 'react-router'
import { forgetDrafts } from '../administration/kept.ts'
import { whenSignedOut } from '../api/http.ts'
import type { DeskSnapshot, Id } from '../api/types.ts'
import { useFreshContacts } from '../contact/queries.ts'
import { outbox, useOutbox } from '../conversation/outbox.ts'
import { unreadOf } from '../conversation/unread.ts'
import { ConnectionBar } from '../desk/ConnectionBar.tsx'
import { openDesk, useDesk } from '../desk/store.ts'
import { GuestPopup } from '../guest/GuestPopup.tsx'
import { invitedInto } from '../guest/guests.ts'
import { useOuts } from '../guest/out.ts'
import { Reminders } from '../followup/Reminders.tsx'
import { Say, useT } from '../i18n/Say.tsx'
import { isolated } from '../i18n/written.ts'
import { Keyboard } from '../keyboard/Keyboard.tsx'
import { UnseenMentions } from '../mention/MentionsLink.tsx'
import { OfferPopup } from '../offer/OfferPopup.tsx'
import { previewOf } from '../preview/preview.ts'
import { PreviewPopup } from '../preview/PreviewPopup.tsx'
import { seldom } from '../seldom.ts'
import { leaveWhenFree, whenLeft } from '../session/leaving.ts'
import { sideCallRinging, useSoundOfCalls } from '../telephone/calls.ts'
import { useOpensTelephone } from '../telephone/device.ts'
import { SideCall } from '../telephone/SideCall.tsx'
import { SideCallPopup } from '../telephone/SideCallPopup.tsx'
import { openTelephone } from '../telephone/store.ts'
import { Pictures } from '../writing/Pictures.tsx'
import { useAddressee } from '../writing/dialog.ts'
import { Mark } from './Mark.tsx'
import { forgetUndos, notice } from './notices.ts'
import { Notices } from './Notices.tsx'
import { Rail } from './Rail.tsx'
import { TopBar } from './TopBar.tsx'
import { useOpenedInView } from './useOpenedInView.ts'
import { useSpokenLanguage } from './useSpokenLanguage.ts'
import { WithoutDesk } from './WithoutDesk.tsx'

const WriteDialog = seldom((later) => later.WriteDialog)
const Farewell = seldom((later) => later.Farewell)

/// What an agent sees once logged in. The desk is open exactly as long as this is shown.
export function Desktop() {
  const snapshot = useDesk((desk) => desk.snapshot)
  const refused = useDesk((desk) => desk.refused)
  useEffect(openDesk, [])
  useWayOut()
  useSpokenLanguage(snapshot?.me.id, snapshot?.me.language)
  useWaiting()
  useEffect(() => {
    if (snapshot !== null) void leaveWhenFree(snapshot)
  }, [snapshot])
  if (refused) return <WithoutDesk />
  return snapshot === null ? <Opening /> : <Open snapshot={snapshot} />
}

function Open({ snapshot }: { readonly snapshot: DeskSnapshot }) {
  const t = useT()
  useFreshContacts()
  useOpenedInView()
  useSoundOfCalls()
  useOwnTelephone(snapshot.me.id)
  const colleague = sideCallRinging(snapshot)
  const preview = previewOf(snapshot)
  const previewed = preview?.state === 'OFFERED'
  const unread = snapshot.conversations.reduce((sum, conversation) => sum + unreadOf(conversation), 0)
  const offered = snapshot.conversations.flatMap((one) => one.interactions).find((one) => one.state === 'OFFERED')?.medium
  const invited = snapshot.conversations.some((one) => invitedInto(one) !== null)
  const writing = useAddressee((all) => all.addressee !== null)
  const out = useOuts((outs) => outs.length > 0)
  const entries = useOutbox((box) => box.entries)
  useEffect(() => {
    const held = new Set(snapshot.conversations.map((one) => one.id))
    for (const text of outbox.giveUp(held)) notice(t('delivery.lost', { text: isolated(text) }))
  }, [t, snapshot, entries])
  useEffect(() => {
    const ringing = colleague !== null || offered === 'VOICE' ? t('app.titleCall') : offered !== undefined || invited ? t('app.titleOffer') : previewed ? t('app.titlePreview') : null
    document.title = ringing ?? (unread > 0 ? t('app.titleUnread', { unread }) : t('app.name'))
  }, [t, offered, invited, previewed, colleague, unread])
  return (
    <div className="app">
      <ConnectionBar />
      <TopBar snapshot={snapshot} />
      <Rail me={snapshot.me} conversations={snapshot.conversations.length} unread={unread} />
      <Suspense fallback={null}>
        <Outlet />
      </Suspense>
      <SideCall snapshot={snapshot} />
      <div className="offers">
        {colleague !== null && <SideCallPopup key={colleague.id} side={colleague} />}
        <OfferPopup snapshot={snapshot} />
        <GuestPopup snapshot={snapshot} byKeys={colleague === null && offered === undefined} />
        {preview?.state === 'OFFERED' && (
          <PreviewPopup key={`${preview.id} ${preview.offer}`} preview={preview} byKeys={colleague === null && offered === undefined && !invited} />
        )}
      </div>
      <div className="reminders">
        <Reminders />
        <UnseenMentions />
      </div>
      {writing && (
        <Suspense fallback={null}>
          <WriteDialog />
        </Suspense>
      )}
      {out && (
        <Suspense fallback={null}>
          <Farewell />
        </Suspense>
      )}
      <Pictures />
      <Keyboard />
      <Notices />
    </div>
  )
}

/// The telephone of this window is open as long as calls come to a browser.
function useOwnTelephone(user: Id): void {
  const here = useOpensTelephone()
  useEffect(() => (here ? openTelephone(user) : undefined), [user, here])
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
      forgetDrafts()
      forgetUndos()
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

/// What waited is sent as soon as the desk is in step with the server.
function useWaiting(): void {
  const sync = useDesk((desk) => desk.sync.state)
  useEffect(() => {
    if (sync === 'IN_SYNC') outbox.pump()
  }, [sync])
}

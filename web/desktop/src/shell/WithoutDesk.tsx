import { Suspense, useEffect } from 'react'
import { Button } from '@mantine/core'
import { Navigate, Outlet, useLocation } from 'react-router'
import { mayAdminister } from '../administration/may.ts'
import type { Me } from '../api/types.ts'
import { openAfterAll } from '../desk/store.ts'
import { explain } from '../i18n/problems.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { Keyboard } from '../keyboard/Keyboard.tsx'
import { logOut } from '../session/leaving.ts'
import { useWhoIsHere } from '../session/me.ts'
import { Mark } from './Mark.tsx'
import { Notices } from './Notices.tsx'
import { Rail } from './Rail.tsx'
import { TopBarWithoutDesk } from './TopBar.tsx'
import { useCommand } from './useCommand.ts'
import { useOpenedInView } from './useOpenedInView.ts'
import { useSpokenLanguage } from './useSpokenLanguage.ts'

/// What somebody sees who is logged in without the privilege to work at a desk: no state, no calls, no conversations,
/// but the sections that the privileges open.
export function WithoutDesk() {
  const { me, error } = useWhoIsHere()
  useSpokenLanguage(me?.id, me?.language)
  const entitled = me?.privileges.includes('WORK_AT_DESK') === true
  useEffect(() => {
    if (entitled) openAfterAll()
  }, [entitled])
  if (me === undefined) return error === null ? null : <Nothing said={error} />
  const first = firstPlace(me)
  return first === null ? <Nothing said={null} /> : <Frame me={me} first={first} />
}

function firstPlace(me: Me): string | null {
  if (mayAdminister(me)) return '/administration'
  return me.privileges.includes('VIEW_CONTACTS') ? '/contacts' : null
}

function Frame({ me, first }: { readonly me: Me; readonly first: string }) {
  const { pathname } = useLocation()
  useOpenedInView()
  if (pathname.startsWith('/conversations')) return <Navigate to={first} replace />
  return (
    <div className="app">
      <TopBarWithoutDesk me={me} />
      <Rail me={me} conversations={0} unread={0} />
      <Suspense fallback={null}>
        <Outlet />
      </Suspense>
      <Keyboard />
      <Notices />
    </div>
  )
}

/// `said`: why it is not known what there is; null when there is nothing.
function Nothing({ said }: { readonly said: Error | null }) {
  const t = useT()
  const { run, busy } = useCommand(logOut)
  return (
    <div className="app opening">
      <main className="empty">
        <span className="art">
          <Mark size={48} />
        </span>
        <h2>
          <Say k={said === null ? 'opening.noDesk' : 'opening.unreachable'} />
        </h2>
        <p>{said === null ? <Say k="opening.noDeskText" /> : explain(said, t)}</p>
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

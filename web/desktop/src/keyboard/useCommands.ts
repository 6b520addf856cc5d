import { IconAddressBook, IconAt, IconCalendarTime, IconCircle, IconEye, IconHelp, IconInbox, IconKeyboard, IconLogout, IconMessageCircle, IconUsers } from '@tabler/icons-react'
import { SECTIONS } from '../administration/sections.ts'
import { send } from '../api/http.ts'
import type { Me } from '../api/types.ts'
import { listed } from '../conversation/listed.ts'
import { lastWords } from '../conversation/unread.ts'
import { nameOf } from '../contact/names.ts'
import { useDesk } from '../desk/store.ts'
import { choiceName } from '../i18n/choices.ts'
import type { MessageKey } from '../i18n/language.ts'
import { useT } from '../i18n/Say.tsx'
import { leave } from '../session/leaving.ts'
import { useMe } from '../session/me.ts'
import { useCommand } from '../shell/useCommand.ts'
import type { Command, Group } from './commands.ts'
import { DOES } from './does.ts'
import { useGoTo } from './goTo.ts'
import { possibleNow } from './keys.ts'

/// Everything but the contacts, which the server knows: what is possible now, the states, the conversations, the pages.
export function useCommands(): readonly Group[] {
  const t = useT()
  return [
    { id: 'now', title: t('palette.now'), commands: useActions() },
    { id: 'state', title: t('palette.state'), commands: useStates() },
    { id: 'conversations', title: t('conversations.active'), commands: useConversations() },
    { id: 'pages', title: t('palette.pages'), commands: usePages() },
  ]
}

const plainly = { detail: null, keys: null, why: null }

function useActions(): readonly Command[] {
  const t = useT()
  return possibleNow()
    .filter(({ name }) => name !== 'palette')
    .map(({ name, run }) => ({ ...plainly, id: name, label: t(DOES[name]), icon: IconKeyboard, keys: name, run }))
}

function useStates(): readonly Command[] {
  const t = useT()
  const snapshot = useDesk((desk) => desk.snapshot)
  const choosing = useCommand((state: 'READY' | 'NOT_READY', reason: string | null) => send('PUT', '/api/desk/presence', { body: { state, reason } }))
  const leaving = useCommand(leave)
  if (snapshot === null) return []
  const idle = snapshot.presence.workStatus === 'IDLE'
  return [
    { ...plainly, id: 'ready', label: t('state.ready'), icon: IconCircle, run: () => void choosing.run('READY', null) },
    ...snapshot.notReadyReasons.map((reason) => ({
      ...plainly,
      id: `not-ready-${reason.id}`,
      label: t(idle ? 'palette.notReady' : 'palette.thenNotReady', { reason: choiceName(reason, t) }),
      icon: IconCircle,
      run: () => void choosing.run('NOT_READY', reason.id),
    })),
    { ...plainly, id: 'leave', label: t(idle ? 'session.logOut' : 'session.logOutAfterwards'), icon: IconLogout, run: () => void leaving.run() },
  ]
}

function useConversations(): readonly Command[] {
  const t = useT()
  const go = useGoTo()
  const conversations = useDesk((desk) => desk.snapshot?.conversations)
  return listed(conversations ?? []).map((one) => ({
    ...plainly,
    id: `conversation-${one.id}`,
    label: nameOf(one.contact, t),
    detail: lastWords(one)?.text ?? one.service.name,
    icon: IconMessageCircle,
    run: () => go(`/conversations/${one.id}`),
  }))
}

interface Page {
  readonly path: string
  readonly title: MessageKey
  readonly icon: Command['icon']
  /// Null: everybody may.
  readonly needs: Me['privileges'][number] | null
}

const PAGES: readonly Page[] = [
  { path: '/conversations', title: 'rail.conversations', icon: IconMessageCircle, needs: 'WORK_AT_DESK' },
  { path: '/queue', title: 'queue.title', icon: IconInbox, needs: 'WORK_AT_DESK' },
  { path: '/contacts', title: 'rail.contacts', icon: IconAddressBook, needs: 'VIEW_CONTACTS' },
  { path: '/follow-ups', title: 'followUp.mine', icon: IconCalendarTime, needs: 'WORK_AT_DESK' },
  { path: '/colleagues', title: 'colleagues.title', icon: IconUsers, needs: 'WORK_AT_DESK' },
  { path: '/mentions', title: 'note.mentions', icon: IconAt, needs: 'WORK_AT_DESK' },
  { path: '/supervision', title: 'rail.supervision', icon: IconEye, needs: 'SUPERVISE' },
  { path: '/help', title: 'rail.help', icon: IconHelp, needs: null },
]

function usePages(): readonly Command[] {
  const t = useT()
  const go = useGoTo()
  const me = useMe()
  const may = (needs: Page['needs']) => needs === null || (me?.privileges.includes(needs) ?? false)
  const sections = SECTIONS.map(({ name, title, needs, icon }) => ({ path: `/administration/${name}`, title, needs, icon }))
  return [...PAGES, ...sections]
    .filter(({ needs }) => may(needs))
    .map(({ path, title, icon }) => ({
      ...plainly,
      id: path,
      label: t(title),
      detail: path.startsWith('/administration') ? t('rail.administration') : null,
      icon,
      run: () => go(path),
    }))
}

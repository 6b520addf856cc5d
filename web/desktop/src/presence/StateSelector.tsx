import { Menu } from '@mantine/core'
import { IconCheck, IconChevronDown, IconLogout, IconX } from '@tabler/icons-react'
import type { DeskSnapshot, PresenceState } from '../api/types.ts'
import { send } from '../api/http.ts'
import { Timer } from '../desk/Timer.tsx'
import { choiceName } from '../i18n/choices.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { leave } from '../session/leaving.ts'
import { useCommand } from '../shell/useCommand.ts'
import { afterwards, displayed, reasonWords, STATE_CLASSES, STATE_WORDS } from './displayed.ts'
import { StateMark } from './StateMark.tsx'

async function choose(state: PresenceState, reason: string | null): Promise<void> {
  await send('PUT', '/api/desk/presence', { body: { state, reason } })
}

export function StateSelector({ snapshot }: { readonly snapshot: DeskSnapshot }) {
  const t = useT()
  const { run, busy } = useCommand(choose)
  const leaving = useCommand(leave)
  const { presence, notReadyReasons } = snapshot
  const state = displayed(presence)
  const reason = reasonWords(presence.reason, notReadyReasons, t)
  const after = afterwards(presence, notReadyReasons)
  const chosen = presence.next ?? presence
  return (
    <div className={`state ${STATE_CLASSES[state]}`}>
      <Menu width={248}>
        <Menu.Target>
          <button type="button" className="state-button" data-testid="state-selector" data-state={state}>
            <StateMark state={state} />
            <span>
              <Say k={STATE_WORDS[state]} />
            </span>
            {state === 'NOT_READY' && reason !== null && <span className="state-reason trunc">{reason}</span>}
            <Timer since={presence.since} className="state-timer" />
            {after !== null && (
              <span className="state-next">
                <StateMark state={presence.next?.state ?? 'NOT_READY'} />
                <Say k={after.words} />
              </span>
            )}
            <IconChevronDown size={14} aria-hidden />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<StateMark state="READY" />}
            rightSection={chosen.state === 'READY' && <IconCheck size={14} aria-label={t('state.current')} />}
            disabled={busy}
            onClick={() => void run('READY', null)}
          >
            <Say k="state.ready" />
          </Menu.Item>
          <Menu.Label>
            <Say k={presence.workStatus === 'IDLE' ? 'state.notReady' : 'state.busyThenNotReady'} />
          </Menu.Label>
          {notReadyReasons.map((one) => (
            <Menu.Item
              key={one.id}
              leftSection={<StateMark state="NOT_READY" />}
              rightSection={
                chosen.state === 'NOT_READY' &&
                chosen.reason === one.id && <IconCheck size={14} aria-label={t('state.current')} />
              }
              disabled={busy}
              onClick={() => void run('NOT_READY', one.id)}
            >
              <bdi>{choiceName(one, t)}</bdi>
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<IconLogout size={14} className="flip" aria-hidden />} disabled={leaving.busy} onClick={() => void leaving.run()}>
            <Say k={presence.workStatus === 'IDLE' ? 'session.logOut' : 'session.logOutAfterwards'} />
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {after?.withdrawable === true && (
        <button
          type="button"
          className="ib state-withdraw"
          aria-label={t('state.withdraw')}
          title={t('state.withdraw')}
          disabled={busy}
          onClick={() => void run(presence.state, presence.reason)}
        >
          <IconX size={12} stroke={2} aria-hidden />
        </button>
      )}
    </div>
  )
}

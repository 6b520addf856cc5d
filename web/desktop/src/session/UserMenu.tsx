import { Menu } from '@mantine/core'
import { IconAdjustments, IconDevices, IconKey, IconLogout, IconSignature } from '@tabler/icons-react'
import { Suspense, useRef, useState } from 'react'
import type { Me } from '../api/types.ts'
import { initial } from '../contact/names.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { seldom } from '../seldom.ts'
import { useCommand } from '../shell/useCommand.ts'
import { leave, logOut } from './leaving.ts'

type Dialog = 'password' | 'sessions' | 'settings' | 'signature' | null

const PasswordDialog = seldom((later) => later.PasswordDialog)
const SessionsDialog = seldom((later) => later.SessionsDialog)
const SettingsDialog = seldom((later) => later.SettingsDialog)
const SignatureDialog = seldom((later) => later.SignatureDialog)

export function UserMenu({ me }: { readonly me: Me }) {
  const t = useT()
  const [dialog, setDialog] = useState<Dialog>(null)
  const atDesk = me.privileges.includes('WORK_AT_DESK')
  const { run, busy } = useCommand(atDesk ? leave : logOut)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => {
    setDialog(null)
    button.current?.focus()
  }
  return (
    <>
      <Menu position="bottom-end" width={248}>
        <Menu.Target>
          <button ref={button} type="button" className="ib tall user" aria-label={t('session.menu', { name: me.name })}>
            <span className="avatar sm" aria-hidden>
              {initial(me.name)}
            </span>
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label className="user-head">
            <bdi className="strong">{me.name}</bdi>
            <span className="meta muted">
              <bdi>{me.workspace.name}</bdi>
              {me.team !== null && (
                <>
                  {' · '}
                  <bdi>{me.team.name}</bdi>
                </>
              )}
            </span>
          </Menu.Label>
          <Menu.Divider />
          <Menu.Item leftSection={<IconAdjustments size={14} aria-hidden />} data-testid="open-settings" onClick={() => setDialog('settings')}>
            <Say k="session.settings" />
          </Menu.Item>
          {me.privileges.includes('WRITE_MESSAGES') && (
            <Menu.Item leftSection={<IconSignature size={14} aria-hidden />} data-testid="signature" onClick={() => setDialog('signature')}>
              <Say k="signature.heading" />
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconKey size={14} aria-hidden />} onClick={() => setDialog('password')}>
            <Say k="session.changePassword" />
          </Menu.Item>
          <Menu.Item leftSection={<IconDevices size={14} aria-hidden />} onClick={() => setDialog('sessions')}>
            <Say k="session.mySessions" />
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconLogout size={14} className="flip" aria-hidden />} disabled={busy} onClick={() => void run()}>
            <Say k="session.logOut" />
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Suspense fallback={null}>
        {dialog === 'password' && <PasswordDialog opened onClose={close} />}
        {dialog === 'signature' && <SignatureDialog opened onClose={close} />}
        {dialog === 'sessions' && <SessionsDialog opened onClose={close} />}
        {dialog === 'settings' && <SettingsDialog atDesk={atDesk} onClose={close} />}
      </Suspense>
    </>
  )
}

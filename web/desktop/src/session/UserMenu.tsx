import { Menu } from '@mantine/core'
import { IconBell, IconDevices, IconKey, IconLogout, IconSignature, IconVolume } from '@tabler/icons-react'
import { useState } from 'react'
import type { Me } from '../api/types.ts'
import { initial } from '../contact/names.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { askToNotify, useNotifying } from '../offer/notification.ts'
import { ringOnce } from '../offer/ring.ts'
import { useCommand } from '../shell/useCommand.ts'
import { leave, logOut } from './leaving.ts'
import { PasswordDialog } from './PasswordDialog.tsx'
import { SessionsDialog } from './SessionsDialog.tsx'
import { SignatureDialog } from './SignatureDialog.tsx'

type Dialog = 'password' | 'sessions' | 'signature' | null

export function UserMenu({ me }: { readonly me: Me }) {
  const t = useT()
  const [dialog, setDialog] = useState<Dialog>(null)
  const atDesk = me.privileges.includes('WORK_AT_DESK')
  const { run } = useCommand(atDesk ? leave : logOut)
  const notifying = useNotifying()
  return (
    <>
      <Menu position="bottom-end" width={248}>
        <Menu.Target>
          <button type="button" className="ib tall user" aria-label={t('session.menu', { name: me.name })}>
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
          {atDesk && (
            <>
              <Menu.Item leftSection={<IconVolume size={14} aria-hidden />} onClick={() => ringOnce('CUSTOMER')}>
                <Say k="offer.testSound" />
              </Menu.Item>
              {notifying === 'default' && (
                <Menu.Item leftSection={<IconBell size={14} aria-hidden />} onClick={() => void askToNotify()}>
                  <Say k="offer.allowNotifications" />
                </Menu.Item>
              )}
              <Menu.Divider />
            </>
          )}
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
          <Menu.Item leftSection={<IconLogout size={14} className="flip" aria-hidden />} onClick={() => void run()}>
            <Say k="session.logOut" />
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <PasswordDialog opened={dialog === 'password'} onClose={() => setDialog(null)} />
      <SignatureDialog opened={dialog === 'signature'} onClose={() => setDialog(null)} />
      <SessionsDialog opened={dialog === 'sessions'} onClose={() => setDialog(null)} />
    </>
  )
}

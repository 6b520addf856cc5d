import { Menu } from '@mantine/core'
import { IconBook2, IconHelp, IconKeyboard } from '@tabler/icons-react'
import { useCallback, useState } from 'react'
import { Link, useLocation } from 'react-router'
import { Say, useT } from '../i18n/Say.tsx'
import { Shortcuts } from '../shell/Shortcuts.tsx'
import { helpAt } from './pages.ts'

/// Help on the screen that is open, all of the help, and what the keyboard can do at a desk.
export function HelpMenu({ atDesk }: { readonly atDesk: boolean }) {
  const t = useT()
  const { pathname } = useLocation()
  const [shortcuts, setShortcuts] = useState(false)
  const show = useCallback(() => setShortcuts(true), [])
  const hide = useCallback(() => setShortcuts(false), [])
  return (
    <>
      <Menu position="bottom-end" width={248}>
        <Menu.Target>
          <button type="button" className="ib tall" aria-label={t('rail.help')} title={t('rail.help')} data-testid="help-menu">
            <IconHelp size={16} aria-hidden />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {helpAt(pathname).map((page) => (
            <Menu.Item
              key={page.name}
              component={Link}
              to={`/help/${page.name}`}
              leftSection={<IconHelp size={14} aria-hidden />}
              data-testid={`help-on-${page.name}`}
            >
              <Say k="rail.helpOn" values={{ page: t(page.title) }} />
            </Menu.Item>
          ))}
          <Menu.Item component={Link} to="/help" leftSection={<IconBook2 size={14} aria-hidden />}>
            <Say k="rail.allHelp" />
          </Menu.Item>
          {atDesk && (
            <>
              <Menu.Divider />
              <Menu.Item leftSection={<IconKeyboard size={14} aria-hidden />} rightSection={<kbd aria-hidden>?</kbd>} onClick={show}>
                <Say k="shortcuts.title" />
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {atDesk && <Shortcuts opened={shortcuts} onOpen={show} onClose={hide} />}
    </>
  )
}

import { Menu } from '@mantine/core'
import { IconBook2, IconCommand, IconHelp, IconKeyboard } from '@tabler/icons-react'
import { Link, useLocation } from 'react-router'
import { Say, useT } from '../i18n/Say.tsx'
import { KeyNames } from '../keyboard/KeyNames.tsx'
import { namesOf } from '../keyboard/keys.ts'
import { openForKeys } from '../keyboard/opened.ts'
import { helpAt } from './pages.ts'

/// Help on the screen that is open, all of the help, and what the keyboard can do at a desk.
export function HelpMenu({ atDesk }: { readonly atDesk: boolean }) {
  const t = useT()
  const { pathname } = useLocation()
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
          <Menu.Divider />
          <Menu.Item leftSection={<IconCommand size={14} aria-hidden />} rightSection={<span aria-hidden><KeyNames of="palette" /></span>} onClick={() => openForKeys('PALETTE')}>
            <Say k="rail.commands" />
          </Menu.Item>
          {atDesk && (
            <Menu.Item leftSection={<IconKeyboard size={14} aria-hidden />} rightSection={<kbd aria-hidden>{namesOf('help')}</kbd>} onClick={() => openForKeys('SHEET')}>
              <Say k="rail.shortcuts" />
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </>
  )
}

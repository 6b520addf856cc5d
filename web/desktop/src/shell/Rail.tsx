import { IconAddressBook, IconMessageCircle } from '@tabler/icons-react'
import { NavLink } from 'react-router'
import { useT } from '../i18n/Say.tsx'

/// The sections of the product. `unread` counts messages no agent has seen, over all conversations.
export function Rail({ conversations, unread }: { readonly conversations: number; readonly unread: number }) {
  const t = useT()
  return (
    <nav className="rail" aria-label={t('rail.sections')}>
      <NavLink
        to="/conversations"
        title={t('rail.conversations')}
        aria-label={t('rail.conversationsCount', { count: conversations, unread })}
      >
        <IconMessageCircle size={20} stroke={1.75} aria-hidden />
        {unread > 0 && <span className="badge">{unread}</span>}
      </NavLink>
      <NavLink to="/contacts" title={t('rail.contacts')} aria-label={t('rail.contacts')}>
        <IconAddressBook size={20} stroke={1.75} aria-hidden />
      </NavLink>
    </nav>
  )
}

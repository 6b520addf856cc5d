import './link.css'
import { IconHelp } from '@tabler/icons-react'
import { Link } from 'react-router'
import { Say, useT } from '../i18n/Say.tsx'
import { helpOn } from './pages.ts'

/// From a screen to the page about it; nothing where there is none.
export function HelpLink({ screen }: { readonly screen: string }) {
  const t = useT()
  const page = helpOn(screen)
  if (page === undefined) return null
  return (
    <Link className="help-link" to={`/help/${page.name}`} data-testid="help-link">
      <IconHelp size={16} stroke={1.75} aria-hidden />
      <Say k="rail.helpOn" values={{ page: t(page.title) }} />
    </Link>
  )
}

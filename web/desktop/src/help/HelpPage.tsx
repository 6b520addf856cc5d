import './help.css'
import { useEffect } from 'react'
import { Link, Navigate, NavLink, useParams } from 'react-router'
import { Say, useT } from '../i18n/Say.tsx'
import { helpOn, PAGES } from './pages.ts'

/// How the screens are used: the pages at the start, one of them open beside them, with the way to the
/// one before and the one after.
export function HelpPage() {
  const t = useT()
  const { page } = useParams()
  const open = helpOn(page ?? '')
  useEffect(() => {
    if (open !== undefined) document.title = t('help.pageTitle', { page: t(open.title) })
    return () => {
      document.title = t('app.name')
    }
  }, [t, open])
  if (open === undefined) return <Navigate to="/help/preview" replace />
  const at = PAGES.indexOf(open)
  const before = PAGES[at - 1]
  const after = PAGES[at + 1]
  return (
    <div className="main help">
      <nav className="help-nav" aria-label={t('help.title')}>
        <h2>
          <Say k="help.title" />
        </h2>
        {PAGES.map((one) => (
          <NavLink key={one.name} to={`/help/${one.name}`}>
            <Say k={one.title} />
          </NavLink>
        ))}
      </nav>
      <main className="sheet help-sheet scroll" data-testid="help" data-page={open.name}>
        <h1>
          <Say k={open.title} />
        </h1>
        {open.paragraphs.map((one) => (
          <p key={one}>
            <Say k={one} />
          </p>
        ))}
        <footer className="row">
          <span className="grow">
            {before !== undefined && (
              <Link to={`/help/${before.name}`} rel="prev" data-testid="help-previous">
                <Say k="help.previous" values={{ page: t(before.title) }} />
              </Link>
            )}
          </span>
          {after !== undefined && (
            <Link to={`/help/${after.name}`} rel="next" data-testid="help-next">
              <Say k="help.next" values={{ page: t(after.title) }} />
            </Link>
          )}
        </footer>
      </main>
    </div>
  )
}

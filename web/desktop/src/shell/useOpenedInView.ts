import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'

/// As in theme/narrow.css.
const SMALL = '(max-width: 899px)'

/// In a small window the parts of a page stand one under the other: what has just been opened comes into view.
export function useOpenedInView(): void {
  const { pathname } = useLocation()
  const before = useRef(pathname)
  useEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    if (!matchMedia(SMALL).matches) return
    const coming = requestAnimationFrame(() => {
      const opened = document.querySelector('.main .admin-form') ?? [...document.querySelectorAll('.main > .sheet')].at(-1)
      opened?.scrollIntoView({ block: 'start' })
    })
    return () => cancelAnimationFrame(coming)
  }, [pathname])
}

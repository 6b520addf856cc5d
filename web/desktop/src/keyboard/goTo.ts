import { useNavigate } from 'react-router'

/// A page that loads when it is opened first may take this long.
const PATIENCE_MS = 3_000

/// Goes to a page and takes the keyboard there: to where one writes, else to its beginning.
export function useGoTo(): (path: string) => void {
  const navigate = useNavigate()
  return (path) => {
    void navigate(path)
    focusPage(performance.now() + PATIENCE_MS)
  }
}

function focusPage(until: number): void {
  requestAnimationFrame(() => {
    const page = document.querySelector<HTMLElement>('main')
    if (page === null) {
      if (performance.now() < until) focusPage(until)
      return
    }
    if (page.contains(document.activeElement)) return
    page.tabIndex = -1
    const place = page.querySelector<HTMLElement>('.composer-text textarea') ?? page
    place.focus({ preventScroll: true })
  })
}

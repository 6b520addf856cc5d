import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'

/// How a pane of messages scrolls: it stays at its end while the reader is there, and holds what is being read in its place.

/// How near the top older messages begin to be fetched.
const NEAR_TOP_PX = 240
/// Within this distance the end counts as seen, and the view stays there when something is added.
const NEAR_END_PX = 48

type Pane = RefObject<HTMLDivElement | null>

/// Follows the end of what is in the first child of `pane`, which begins there with every `id`.
export function useFollowing(pane: Pane, id: string): { readonly atEnd: boolean; readonly onScroll: () => void; readonly toEnd: () => void } {
  const [atEnd, setAtEnd] = useState(true)
  const following = useRef(true)
  const top = useRef(0)
  const toEnd = () => {
    following.current = true
    setAtEnd(true)
    const element = pane.current
    if (element !== null) element.scrollTop = element.scrollHeight
  }
  const onScroll = () => {
    const element = pane.current
    if (element === null) return
    const near = element.scrollHeight - element.scrollTop - element.clientHeight <= NEAR_END_PX
    // What grows below, while an earlier move to the end is still being told, is no move of the reader's.
    following.current = near || (following.current && element.scrollTop >= top.current)
    top.current = element.scrollTop
    setAtEnd(following.current)
  }
  useLayoutEffect(toEnd, [id])
  useEffect(() => {
    const element = pane.current
    const rows = element?.firstElementChild
    if (element === null || rows === null || rows === undefined) return
    const keep = new ResizeObserver(() => {
      if (following.current) element.scrollTop = element.scrollHeight
    })
    keep.observe(rows)
    keep.observe(element)
    return () => keep.disconnect()
  }, [pane])
  return { atEnd, onScroll, toEnd }
}

/// Has what is older than number `first` fetched when the top comes near. `fetchBefore` calls `hold` before it puts it there.
export function useOlder(pane: Pane, first: number, fetchBefore: (first: number, hold: () => void) => Promise<unknown>): () => void {
  const loading = useRef(false)
  const held = useRef<{ readonly element: Element; readonly top: number } | null>(null)
  useLayoutEffect(() => {
    const element = pane.current
    const hold = held.current
    held.current = null
    if (element === null || hold === null) return
    element.scrollTop += hold.element.getBoundingClientRect().top - hold.top
  }, [pane, first])
  const load = () => {
    const element = pane.current
    if (element === null || loading.current || first <= 1 || element.scrollTop > NEAR_TOP_PX) return
    loading.current = true
    const hold = () => {
      const anchor = element.querySelector('[data-testid="message"]')
      held.current = anchor === null ? null : { element: anchor, top: anchor.getBoundingClientRect().top }
    }
    fetchBefore(first, hold)
      // Scrolling again asks again.
      .catch(() => undefined)
      .finally(() => {
        loading.current = false
      })
  }
  // A short window leaves nothing to scroll: then the older ones are fetched at once.
  useEffect(load)
  return load
}

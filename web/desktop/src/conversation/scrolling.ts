import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'

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

/// As much as most screens show at once; of what is larger, the rest comes in the next idle moment.
const FIRST_DRAWN = 2

/// How many stretches of `all` are drawn, the last ones. A conversation opens at its end; what is above it is drawn one
/// stretch after the other, in the time that nobody needs: neither who goes from one conversation to the next nor who scrolls
/// up at once waits for a thousand messages.
export function useDrawn(pane: Pane, all: number): number {
  const [drawn, setDrawn] = useState(FIRST_DRAWN)
  const hold = useHold(pane, drawn)
  useEffect(() => {
    if (drawn === Infinity) return
    return whenIdle(() => {
      hold()
      flushSync(() => setDrawn(drawn < all ? drawn + 1 : Infinity))
    })
  }, [drawn, all, hold])
  return drawn
}

/// Not every browser says when it has nothing to do.
function whenIdle(what: () => void): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const later = setTimeout(what, 30)
    return () => clearTimeout(later)
  }
  const later = requestIdleCallback(what)
  return () => cancelIdleCallback(later)
}

/// What is given back is called before something is put above what is being read; when `changed` has changed by it, that
/// stands where it stood.
function useHold(pane: Pane, changed: unknown): () => void {
  const held = useRef<{ readonly element: Element; readonly top: number } | null>(null)
  useLayoutEffect(() => {
    const element = pane.current
    const hold = held.current
    held.current = null
    if (element === null || hold === null) return
    element.scrollTop += hold.element.getBoundingClientRect().top - hold.top
  }, [pane, changed])
  return useCallback(() => {
    const anchor = pane.current?.querySelector('[data-testid="message"]') ?? null
    held.current = anchor === null ? null : { element: anchor, top: anchor.getBoundingClientRect().top }
  }, [pane])
}

/// Has what is older than number `first` fetched when the top of what is `whole` comes near. `fetchBefore` calls `hold`
/// before it puts it there.
export function useOlder(pane: Pane, first: number, whole: boolean, fetchBefore: (first: number, hold: () => void) => Promise<unknown>): () => void {
  const loading = useRef(false)
  const hold = useHold(pane, first)
  const load = () => {
    const element = pane.current
    if (element === null || !whole || loading.current || first <= 1 || element.scrollTop > NEAR_TOP_PX) return
    loading.current = true
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

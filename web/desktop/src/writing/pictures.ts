import type { MouseEvent } from 'react'
import { create } from 'zustand'

/// The pictures that are looked at in full, one at a time.

export interface Picture {
  readonly address: string
  readonly name: string
}

interface Looked {
  readonly pictures: readonly Picture[]
  readonly at: number
}

/// Null: none is looked at.
export const useLooked = create<{ readonly looked: Looked | null }>(() => ({ looked: null }))

/// Within these the pictures stand in one order.
const AROUND = '.tl, .activity-detail, .attached, .mail-reader'

/// Shows the picture that a link leads to, among those around it, in place of saving it.
export function lookAt(event: MouseEvent<HTMLAnchorElement>): void {
  event.preventDefault()
  const link = event.currentTarget
  const around = [...(link.closest(AROUND)?.querySelectorAll<HTMLAnchorElement>('a.picture') ?? [])]
  const all = around.includes(link) ? around : [link]
  const pictures = all.map((one) => ({ address: one.getAttribute('href') ?? '', name: one.download }))
  useLooked.setState({ looked: { pictures, at: all.indexOf(link) } })
}

/// To the one before (-1) or after (1); at the end it stays.
export function stepPicture(by: -1 | 1): void {
  useLooked.setState(({ looked }) => {
    if (looked === null) return {}
    const at = Math.min(looked.pictures.length - 1, Math.max(0, looked.at + by))
    return { looked: { ...looked, at } }
  })
}

export function putPictureAway(): void {
  useLooked.setState({ looked: null })
}

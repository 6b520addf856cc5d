import type { MouseEvent } from 'react'
import { create } from 'zustand'

/// The files that are looked at in full, one at a time.

/// How a file is shown: as a picture, page by page, or as the text it is.
export type Look = 'PICTURE' | 'PDF' | 'TEXT'

export interface Looked {
  readonly address: string
  readonly name: string
  readonly look: Look
}

interface Looking {
  readonly files: readonly Looked[]
  readonly at: number
}

/// Null: none is looked at.
export const useLooked = create<{ readonly looked: Looking | null }>(() => ({ looked: null }))

/// How a file of this type is shown here; null: not at all, it can only be saved. Types are the server's own, made from
/// the content: whatever a stranger calls HTML or SVG is text by then.
export function lookOf(type: string): Look | null {
  if (type.startsWith('image/')) return 'PICTURE'
  if (type === 'application/pdf') return 'PDF'
  return type === 'text/plain' || type === 'text/csv' ? 'TEXT' : null
}

/// Within these the files stand in one order.
const AROUND = '.tl, .activity-detail, .attached, .reader'

const LOOKS: ReadonlySet<string> = new Set<Look>(['PDF', 'TEXT'])

/// Shows the file that a link leads to, among those around it, in place of saving it.
export function lookAt(event: MouseEvent<HTMLAnchorElement>): void {
  event.preventDefault()
  const link = event.currentTarget
  const around = [...(link.closest(AROUND)?.querySelectorAll<HTMLAnchorElement>('a.picture, a[data-look]') ?? [])]
  const all = around.includes(link) ? around : [link]
  useLooked.setState({ looked: { files: all.map(looked), at: all.indexOf(link) } })
}

function looked(link: HTMLAnchorElement): Looked {
  const said = link.dataset['look'] ?? ''
  return { address: link.getAttribute('href') ?? '', name: link.download, look: LOOKS.has(said) ? (said as Look) : 'PICTURE' }
}

/// To the one before (-1) or after (1); at the end it stays.
export function stepPicture(by: -1 | 1): void {
  useLooked.setState(({ looked }) => {
    if (looked === null) return {}
    const at = Math.min(looked.files.length - 1, Math.max(0, looked.at + by))
    return { looked: { ...looked, at } }
  })
}

export function putPictureAway(): void {
  useLooked.setState({ looked: null })
}

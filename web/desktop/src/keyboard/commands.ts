import type { ComponentType } from 'react'
import { plain } from '../telephone/colleagues.ts'
import type { Shortcut } from './keys.ts'

/// One line of the palette.
export interface Command {
  readonly id: string
  readonly label: string
  /// Beside the label, such as an address; null: nothing.
  readonly detail: string | null
  readonly icon: ComponentType<{ size: number; stroke: number; className?: string; 'aria-hidden': true }>
  /// The keys that do the same; null: none.
  readonly keys: Shortcut | null
  /// Why it cannot be done now, in words; null when it can.
  readonly why: string | null
  readonly run: () => void
}

export interface Group {
  readonly id: string
  readonly title: string
  readonly commands: readonly Command[]
}

/// Those with every word in their label or detail, however it is written; groups without any are left out.
export function fitting(groups: readonly Group[], words: string): readonly Group[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean)
  const fits = ({ label, detail }: Command) => {
    const text = plain(`${label} ${detail ?? ''}`)
    return wanted.every((word) => text.includes(word))
  }
  return groups.map((group) => ({ ...group, commands: group.commands.filter(fits) })).filter((group) => group.commands.length > 0)
}

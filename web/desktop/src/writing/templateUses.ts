import { keep, recall } from '../session/storage.ts'

/// How often this agent has put which template into a draft, on this computer.

const STORAGE = 'template-uses.'

export type Uses = Readonly<Record<string, number>>

export function usesOf(user: string): Uses {
  return recall<number>(user, STORAGE)
}

export function used(user: string, template: string): void {
  keep(user, STORAGE + template, (usesOf(user)[template] ?? 0) + 1)
}

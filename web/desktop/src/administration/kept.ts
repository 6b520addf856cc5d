import { create } from 'zustand'
import type { Past } from './undo.ts'

/// What was changed on a form and not saved yet, by form: it stays when another one is opened, and goes with the page.
export const useDrafts = create<Readonly<Record<string, object>>>(() => ({}))

/// What the last saving of a form has changed, by form; it stays and goes as drafts do.
export const usePasts = create<Readonly<Record<string, Past>>>(() => ({}))

export function forgetChanges(form: string): void {
  useDrafts.setState(({ [form]: _, ...others }) => others, true)
}

export function forgetPast(form: string): void {
  usePasts.setState(({ [form]: _, ...others }) => others, true)
}

/// Of something that is no longer there.
export function forgetDraft(form: string): void {
  forgetChanges(form)
  forgetPast(form)
}

/// Another user may log in here next.
export function forgetDrafts(): void {
  useDrafts.setState({}, true)
  usePasts.setState({}, true)
}

/// Of the form, or of one of its tabs.
export function useHasDraft(form: string): boolean {
  return useDrafts((drafts) => Object.keys(drafts).some((one) => one === form || one.startsWith(`${form} `)))
}

import { type RefObject, useEffect, useRef, useState } from 'react'
import { create } from 'zustand'
import { Problem } from '../api/http.ts'
import type { MessageKey } from '../i18n/language.ts'
import { explain } from '../i18n/problems.ts'
import { useT } from '../i18n/Say.tsx'
import { useCommand } from '../shell/useCommand.ts'

/// What was changed on a form and not saved yet, by form: it stays when another one is opened, and goes with the page.
const useDrafts = create<Readonly<Record<string, object>>>(() => ({}))

export function forgetDraft(form: string): void {
  useDrafts.setState(({ [form]: _, ...others }) => others, true)
}

/// Another user may log in here next.
export function forgetDrafts(): void {
  useDrafts.setState({}, true)
}

/// Of the form, or of one of its tabs.
export function useHasDraft(form: string): boolean {
  return useDrafts((drafts) => Object.keys(drafts).some((one) => one === form || one.startsWith(`${form} `)))
}

/// What is wrong with the fields of a form.
export type Wrong<T> = { readonly [F in keyof T]?: MessageKey }

interface Rules<T> {
  readonly check: (draft: T) => Wrong<T>
  /// Which field a refusal of the server is about; one that is not named here is about the whole form.
  readonly fields: Readonly<Record<string, keyof T>>
  readonly save: (draft: T) => Promise<unknown>
}

export interface Draft<T> {
  readonly value: T
  readonly set: (change: Partial<T>) => void
  /// The sentence at a field; undefined while nothing is wrong with it.
  readonly at: (field: keyof T) => string | undefined
  /// What is wrong with the whole; null when nothing is.
  readonly problem: string | null
  readonly wrong: number
  readonly changes: number
  readonly busy: boolean
  readonly saved: boolean
  readonly submit: () => Promise<boolean>
  readonly discard: () => void
  /// For the form's element: the first field that is wrong gets the keyboard.
  readonly element: RefObject<HTMLFormElement | null>
}

interface Refused<T> {
  readonly field: keyof T | null
  readonly text: string
}

/// A form over something stored: the fields are as stored, but for those that were changed here.
export function useDraft<T extends object>(form: string, stored: T, rules: Rules<T>): Draft<T> {
  const t = useT()
  const kept = useDrafts((drafts) => drafts[form]) as Partial<T> | undefined
  const value = { ...stored, ...kept }
  const [attempts, setAttempts] = useState(0)
  const [refused, setRefused] = useState<Refused<T> | null>(null)
  const [saved, setSaved] = useState(false)
  const element = useRef<HTMLFormElement>(null)
  const wrong = attempts > 0 ? rules.check(value) : ({} as Wrong<T>)
  const changes = changedOf(stored, kept ?? {})
  const { run, busy } = useCommand(rules.save, (error) => {
    const field = error instanceof Problem ? rules.fields[error.code] : undefined
    setRefused({ field: field ?? null, text: explain(error, t) })
  })
  useEffect(() => {
    if (!busy) element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [attempts, busy])
  const at = (field: keyof T) => {
    const key = wrong[field]
    if (key !== undefined) return t(key)
    return refused?.field === field ? refused.text : undefined
  }
  return {
    value,
    at,
    problem: refused !== null && refused.field === null ? refused.text : null,
    wrong: new Set([...Object.keys(wrong), ...(refused === null ? [] : [refused.field ?? ''])]).size,
    changes: changes.length,
    busy,
    saved: saved && changes.length === 0,
    element,
    set(change) {
      setRefused(null)
      setSaved(false)
      const next = { ...kept, ...change }
      if (changedOf(stored, next).length === 0) forgetDraft(form)
      else useDrafts.setState({ [form]: next })
    },
    discard() {
      setAttempts(0)
      setRefused(null)
      forgetDraft(form)
    },
    async submit() {
      setRefused(null)
      setAttempts((before) => before + 1)
      if (Object.keys(rules.check(value)).length > 0) return false
      const done = await run(value)
      if (!done) return false
      setAttempts(0)
      setSaved(true)
      forgetDraft(form)
      return true
    },
  }
}

function changedOf<T extends object>(stored: T, kept: Partial<T>): (keyof T)[] {
  return (Object.keys(kept) as (keyof T)[]).filter((field) => JSON.stringify(kept[field]) !== JSON.stringify(stored[field]))
}

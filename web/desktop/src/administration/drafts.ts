import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Problem } from '../api/http.ts'
import type { MessageKey } from '../i18n/language.ts'
import { explain } from '../i18n/problems.ts'
import { useT } from '../i18n/Say.tsx'
import { useCommand } from '../shell/useCommand.ts'
import { forgetChanges, forgetPast, useDrafts, usePasts } from './kept.ts'
import { useReadAgain } from './queries.ts'
import { changedOf, type Past, pastOf, undoneOf } from './undo.ts'

export { forgetDraft, useHasDraft } from './kept.ts'

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
  /// What the last saving has changed and can be undone; null when nothing can be.
  readonly past: Past | null
  readonly undoing: boolean
  /// Stores again what was stored before; false when that was refused or somebody has changed it since.
  readonly undo: () => Promise<boolean>
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
  const past = usePasts((pasts) => pasts[form])
  const readAgain = useReadAgain()
  const value = { ...stored, ...kept }
  const [attempts, setAttempts] = useState(0)
  const [refused, setRefused] = useState<Refused<T> | null>(null)
  const [saved, setSaved] = useState(false)
  const element = useRef<HTMLFormElement>(null)
  const shown = useRef({ stored, rules })
  useLayoutEffect(() => {
    shown.current = { stored, rules }
  })
  const wrong = attempts > 0 ? rules.check(value) : ({} as Wrong<T>)
  const changes = changedOf(stored, kept ?? {})
  const { run, busy } = useCommand(rules.save, (error) => {
    const field = error instanceof Problem ? rules.fields[error.code] : undefined
    setRefused({ field: field ?? null, text: explain(error, t) })
  })
  const back = useCommand(takeBack, (error) => refuse(t('admin.notUndone', { why: explain(error, t) })))
  useEffect(() => {
    if (!busy) element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [attempts, busy])
  const possible = past === undefined ? null : undoneOf(stored, past)
  const undoable = past !== undefined && possible !== null && changes.length === 0 && isRight(rules.check(possible))
  function refuse(text: string) {
    forgetPast(form)
    setRefused({ field: null, text })
  }
  /// What others have changed meanwhile stays: all is read before.
  async function takeBack(what: Past) {
    await readAgain()
    await drawn()
    const { stored: before, rules: now } = shown.current
    const former = undoneOf(before, what)
    if (former === null) {
      refuse(t('admin.changedSince'))
      return
    }
    await now.save(former)
    await remember(before, former, !what.undone)
  }
  async function remember(before: T, written: T, undone: boolean) {
    await drawn()
    const next = pastOf(before, written, shown.current.stored, undone)
    if (next === null) forgetPast(form)
    else usePasts.setState({ [form]: next })
  }
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
    undoing: back.busy,
    saved: saved && changes.length === 0,
    past: undoable || back.busy ? (past ?? null) : null,
    element,
    set(change) {
      setRefused(null)
      setSaved(false)
      const next = { ...kept, ...change }
      if (changedOf(stored, next).length === 0) forgetChanges(form)
      else useDrafts.setState({ [form]: next })
    },
    discard() {
      setAttempts(0)
      setRefused(null)
      forgetChanges(form)
    },
    async undo() {
      if (past === undefined) return false
      setRefused(null)
      return (await back.run(past)) && usePasts.getState()[form] !== undefined
    },
    async submit() {
      setRefused(null)
      setAttempts((before) => before + 1)
      if (!isRight(rules.check(value))) return false
      const done = await run(value)
      if (!done) return false
      await remember(stored, value, false)
      setAttempts(0)
      setSaved(true)
      forgetChanges(form)
      return true
    },
  }
}

function isRight<T>(wrong: Wrong<T>): boolean {
  return Object.keys(wrong).length === 0
}

/// What was read again is told to the screen by a timer that has run when this one does.
function drawn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}

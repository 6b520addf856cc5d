import { useRef, useState } from 'react'
import { useT } from '../i18n/Say.tsx'
import { explain } from '../i18n/problems.ts'
import { notice } from './notices.ts'

/// Runs one command at a time and says so when it was refused. `busy` while the answer is awaited.
export function useCommand<A extends readonly unknown[]>(
  command: (...args: A) => Promise<unknown>,
  onProblem?: (error: unknown) => void,
): { readonly run: (...args: A) => Promise<boolean>; readonly busy: boolean } {
  const [busy, setBusy] = useState(false)
  const running = useRef(false)
  const t = useT()
  async function run(...args: A): Promise<boolean> {
    if (running.current) return false
    running.current = true
    setBusy(true)
    try {
      await command(...args)
      return true
    } catch (error) {
      if (onProblem === undefined) notice(explain(error, t))
      else onProblem(error)
      return false
    } finally {
      running.current = false
      setBusy(false)
    }
  }
  return { run, busy }
}

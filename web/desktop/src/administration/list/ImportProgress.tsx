import { useEffect } from 'react'
import { send } from '../../api/http.ts'
import type { Id } from '../../api/types.ts'
import type { MessageKey } from '../../i18n/language.ts'
import { WRONG } from '../../preview/wrong.ts'
import { useCommand } from '../../shell/useCommand.ts'
import { useReadAgain } from '../queries.ts'
import { Reading } from '../Sheet.tsx'
import { FILE_PROBLEMS, ImportStanding } from './ImportStanding.tsx'
import { useImport } from './queries.ts'
import { STATES } from './types.ts'

const PROBLEMS: Readonly<Record<string, MessageKey>> = {
  ...FILE_PROBLEMS,
  'nothing-to-replace-with': 'lists.problem.nothingToReplaceWith',
  'interrupted': 'lists.problem.interrupted',
}

/// How far an import into a list is, and what came of it.
export function ImportProgress({ id }: { readonly id: Id }) {
  const one = useImport(id)
  const readAgain = useReadAgain()
  const cancel = useCommand(() => send('POST', '/api/imports/{import}/cancel', { path: { import: id } }))
  const state = one.data?.standing.state
  useEffect(() => {
    if (state !== undefined && state !== 'RUNNING') void readAgain()
    // When it ends, what is on the other screens is old.
  }, [state])
  if (one.data === undefined) return <Reading error={one.error} />
  const { standing, refusals } = one.data
  const { counts } = standing
  return (
    <ImportStanding
      standing={standing}
      says={STATES[standing.state]}
      problems={PROBLEMS}
      counts={[
        { says: 'lists.counts.rows', count: counts.rows },
        { says: 'lists.counts.added', count: counts.added },
        { says: 'lists.counts.updated', count: counts.updated },
        { says: 'lists.counts.removed', count: counts.removed },
        { says: 'lists.counts.refused', count: counts.refused },
        { says: 'lists.counts.notNumbers', count: counts.notNumbers },
      ]}
      refused={refusals.map((refusal) => ({ ...refusal, reason: WRONG[refusal.reason] }))}
      report={`/api/imports/${id}/refusals`}
      cancelling={cancel.busy}
      onCancel={() => void cancel.run()}
    />
  )
}

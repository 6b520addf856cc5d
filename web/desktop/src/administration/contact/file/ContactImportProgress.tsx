import { useEffect } from 'react'
import { send } from '../../../api/http.ts'
import type { Id } from '../../../api/types.ts'
import type { MessageKey } from '../../../i18n/language.ts'
import { useCommand } from '../../../shell/useCommand.ts'
import { FILE_PROBLEMS, ImportStanding } from '../../list/ImportStanding.tsx'
import { useReadAgain } from '../../queries.ts'
import { Reading } from '../../Sheet.tsx'
import { STATES, WRONG_CONTACT } from './meaning.ts'
import { useContactImport } from './queries.ts'

const PROBLEMS: Readonly<Record<string, MessageKey>> = {
  ...FILE_PROBLEMS,
  'empty': 'contactFile.problem.empty',
  'too-many-rows': 'contactFile.problem.tooManyRows',
  'interrupted': 'contactFile.problem.interrupted',
}

interface Props {
  readonly id: Id
  /// It stays on the screen when it is over.
  readonly onShown: (id: Id) => void
}

/// How far an import of contacts is, and what came of it.
export function ContactImportProgress({ id, onShown }: Props) {
  const one = useContactImport(id)
  const readAgain = useReadAgain()
  const cancel = useCommand(() => send('POST', '/api/contact-imports/{contactImport}/cancel', { path: { contactImport: id } }))
  const state = one.data?.standing.state
  useEffect(() => {
    onShown(id)
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
        { says: 'contactFile.counts.kept', count: counts.kept },
        { says: 'lists.counts.refused', count: counts.refused },
        { says: 'contactFile.counts.leftOut', count: counts.leftOut },
      ]}
      refused={refusals.map((refusal) => ({ ...refusal, reason: WRONG_CONTACT[refusal.reason] }))}
      report={`/api/contact-imports/${id}/refusals`}
      cancelling={cancel.busy}
      onCancel={() => void cancel.run()}
    />
  )
}

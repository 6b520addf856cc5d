import type { Id } from '../../api/types.ts'
import { Say } from '../../i18n/Say.tsx'
import { ImportedTable } from './ImportedTable.tsx'
import { ImportProgress } from './ImportProgress.tsx'
import { useImports } from './queries.ts'
import { STATES } from './types.ts'

/// What was brought into a list, the newest first; one that goes on can be watched and cancelled here, too.
export function ImportsLog({ list }: { readonly list: Id }) {
  const imports = useImports(list)
  const running = imports.data?.find((one) => one.state === 'RUNNING')
  if (running !== undefined) return <ImportProgress id={running.id} />
  if (imports.data === undefined || imports.data.length === 0) return null
  return (
    <ImportedTable
      hint="lists.importsHint"
      imported={imports.data.map((one) => ({
        ...one,
        refused: one.counts.refused + one.counts.notNumbers,
        report: `/api/imports/${one.id}/refusals`,
        result:
          one.state === 'DONE' ? (
            <>
              <Say k="lists.counts.added" values={{ count: one.counts.added }} />
              {' · '}
              <Say k="lists.counts.updated" values={{ count: one.counts.updated }} />
            </>
          ) : (
            <Say k={STATES[one.state]} />
          ),
      }))}
    />
  )
}

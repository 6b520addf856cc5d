import { Say } from '../../../i18n/Say.tsx'
import { ImportedTable } from '../../list/ImportedTable.tsx'
import { type ContactImportView, STATES } from './meaning.ts'

/// What was brought in, the newest first. One that was cancelled or failed has brought in what it says.
export function ContactImportsLog({ imports }: { readonly imports: readonly ContactImportView[] }) {
  const over = imports.filter((one) => one.state !== 'RUNNING')
  if (over.length === 0) return null
  return (
    <ImportedTable
      hint="contactFile.importsHint"
      imported={over.map((one) => ({
        ...one,
        refused: one.counts.refused + one.counts.leftOut,
        report: `/api/contact-imports/${one.id}/refusals`,
        result: (
          <>
            {one.state !== 'DONE' && (
              <>
                <Say k={STATES[one.state]} />{' '}
              </>
            )}
            <Say k="lists.counts.added" values={{ count: one.counts.added }} />
            {' · '}
            <Say k="lists.counts.updated" values={{ count: one.counts.updated }} />
          </>
        ),
      }))}
    />
  )
}

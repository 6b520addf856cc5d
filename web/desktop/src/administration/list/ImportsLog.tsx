import { IconDownload } from '@tabler/icons-react'
import { useIntl } from 'react-intl'
import type { Id } from '../../api/types.ts'
import { Say, useT } from '../../i18n/Say.tsx'
import { Group } from '../fields.tsx'
import { ImportProgress } from './ImportProgress.tsx'
import { useImports } from './queries.ts'
import { type ImportView, STATES } from './types.ts'

/// The newest of them are shown.
const SHOWN = 20

/// What was brought into a list, the newest first; one that goes on can be watched and cancelled here, too.
export function ImportsLog({ list }: { readonly list: Id }) {
  const imports = useImports(list)
  const running = imports.data?.find((one) => one.state === 'RUNNING')
  if (running !== undefined) return <ImportProgress id={running.id} />
  if (imports.data === undefined || imports.data.length === 0) return null
  return (
    <Group heading="lists.imports" hint="lists.importsHint">
      <div className="list-table" data-testid="list-imports">
        <table>
          <thead>
            <tr>
              {(['report.time', 'lists.file', 'lists.result', 'lists.refusedHead'] as const).map((one) => (
                <th key={one} scope="col">
                  <Say k={one} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {imports.data.slice(0, SHOWN).map((one) => (
              <Imported key={one.id} one={one} />
            ))}
          </tbody>
        </table>
      </div>
    </Group>
  )
}

function Imported({ one }: { readonly one: ImportView }) {
  const t = useT()
  const intl = useIntl()
  const { counts } = one
  return (
    <tr data-state={one.state}>
      <td>{intl.formatDate(one.startedAt, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' })}</td>
      <td>
        <bdi>{one.fileName}</bdi>
      </td>
      <td>
        {one.state === 'DONE' ? (
          <>
            <Say k="lists.counts.added" values={{ count: counts.added }} />
            {' · '}
            <Say k="lists.counts.updated" values={{ count: counts.updated }} />
          </>
        ) : (
          <Say k={STATES[one.state]} />
        )}
      </td>
      <td>
        {counts.refused + counts.notNumbers > 0 && (
          <a className="row g3" href={`/api/imports/${one.id}/refusals`} download title={t('lists.report')}>
            <IconDownload size={14} aria-hidden />
            {intl.formatNumber(counts.refused + counts.notNumbers)}
            <span className="unseen">{t('lists.report')}</span>
          </a>
        )}
      </td>
    </tr>
  )
}

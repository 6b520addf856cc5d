import { IconDownload } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useIntl } from 'react-intl'
import type { MessageKey } from '../../i18n/language.ts'
import { Say, useT } from '../../i18n/Say.tsx'
import { Group } from '../fields.tsx'

/// The newest of them are shown.
const SHOWN = 20

interface Imported {
  readonly id: string
  readonly startedAt: string
  readonly fileName: string
  readonly state: string
  readonly result: ReactNode
  readonly refused: number
  /// Where all of what was refused is.
  readonly report: string
}

/// Files that were brought in, the newest first.
export function ImportedTable({ hint, imported }: { readonly hint: MessageKey; readonly imported: readonly Imported[] }) {
  return (
    <Group heading="lists.imports" hint={hint}>
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
            {imported.slice(0, SHOWN).map((one) => (
              <Row key={one.id} one={one} />
            ))}
          </tbody>
        </table>
      </div>
    </Group>
  )
}

function Row({ one }: { readonly one: Imported }) {
  const t = useT()
  const intl = useIntl()
  return (
    <tr data-state={one.state}>
      <td>{intl.formatDate(one.startedAt, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' })}</td>
      <td>
        <bdi>{one.fileName}</bdi>
      </td>
      <td>{one.result}</td>
      <td>
        {one.refused > 0 && (
          <a className="row g3" href={one.report} download title={t('lists.report')}>
            <IconDownload size={14} aria-hidden />
            {intl.formatNumber(one.refused)}
            <span className="unseen">{t('lists.report')}</span>
          </a>
        )}
      </td>
    </tr>
  )
}

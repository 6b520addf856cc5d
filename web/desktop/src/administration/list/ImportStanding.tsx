import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import type { MessageKey } from '../../i18n/language.ts'
import { Say } from '../../i18n/Say.tsx'
import { Group } from '../fields.tsx'

/// What is wrong with a file, by the server's code, whatever is in it.
export const FILE_PROBLEMS: Readonly<Record<string, MessageKey>> = {
  'not-text': 'lists.problem.notText',
  'encoding-broken': 'lists.problem.encodingBroken',
  'quote-open': 'lists.problem.quoteOpen',
  'row-too-long': 'lists.problem.rowTooLong',
  'too-many-columns': 'lists.problem.tooManyColumns',
}

/// A part of a file that was refused.
interface Refused {
  readonly line: number
  readonly field: string | null
  readonly reason: MessageKey
  readonly value: string
}

interface Standing {
  readonly state: 'RUNNING' | 'DONE' | 'CANCELLED' | 'FAILED'
  readonly bytes: number
  readonly readBytes: number
  /// Null while nothing went wrong.
  readonly problem: string | null
  readonly problemLine: number | null
}

interface Props {
  readonly standing: Standing
  /// The state in words.
  readonly says: MessageKey
  /// What may go wrong, in words.
  readonly problems: Readonly<Record<string, MessageKey>>
  readonly counts: readonly { readonly says: MessageKey; readonly count: number }[]
  readonly refused: readonly Refused[]
  /// Where all of what was refused is.
  readonly report: string
  readonly cancelling: boolean
  readonly onCancel: () => void
}

/// How far an import is, what came of it, and the first of what was refused.
export function ImportStanding({ standing, says, problems, counts, refused, report, cancelling, onCancel }: Props) {
  const { state, bytes, readBytes, problem, problemLine } = standing
  return (
    <Group heading="lists.progress">
      <p data-testid="import-state" data-state={state} role="status">
        <Say k={says} />
      </p>
      {state === 'RUNNING' && (
        <>
          <progress className="list-progress" value={readBytes} max={Math.max(1, bytes)} />
          <div className="row">
            <Button size="xs" loading={cancelling} data-testid="import-cancel" onClick={onCancel}>
              <Say k="lists.cancelImport" />
            </Button>
          </div>
        </>
      )}
      {problem !== null && (
        <p className="admin-error" role="alert" data-testid="import-failed">
          <Say k={problems[problem] ?? 'problem.unforeseen'} values={{ line: problemLine ?? 0 }} />
        </p>
      )}
      <div className="list-counts" data-testid="import-counts">
        {counts.map((one) => (
          <span key={one.says}>
            <Say k={one.says} values={{ count: one.count }} />
          </span>
        ))}
      </div>
      {refused.length > 0 && (
        <>
          <div className="list-table" data-testid="import-refusals">
            <table>
              <thead>
                <tr>
                  {(['lists.line', 'lists.field', 'lists.reason', 'lists.value'] as const).map((head) => (
                    <th key={head}>
                      <Say k={head} />
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {refused.map((one, at) => (
                  <tr key={at}>
                    <td>{one.line}</td>
                    <td>
                      <bdi>{one.field ?? ''}</bdi>
                    </td>
                    <td>
                      <Say k={one.reason} />
                    </td>
                    <td>
                      <bdi>{one.value}</bdi>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <div className="row">
            <Button component="a" href={report} download size="xs" leftSection={<IconDownload size={14} aria-hidden />} data-testid="import-report">
              <Say k="lists.report" />
            </Button>
          </div>
        </>
      )}
    </Group>
  )
}

import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useEffect } from 'react'
import { send } from '../../api/http.ts'
import type { Id } from '../../api/types.ts'
import type { MessageKey } from '../../i18n/language.ts'
import { Say } from '../../i18n/Say.tsx'
import { useCommand } from '../../shell/useCommand.ts'
import { Group } from '../fields.tsx'
import { useReadAgain } from '../queries.ts'
import { Reading } from '../Sheet.tsx'
import { useImport } from './queries.ts'
import { WRONG } from '../../preview/wrong.ts'
import { STATES } from './types.ts'

const PROBLEMS: Readonly<Record<string, MessageKey>> = {
  'not-text': 'lists.problem.notText',
  'encoding-broken': 'lists.problem.encodingBroken',
  'quote-open': 'lists.problem.quoteOpen',
  'row-too-long': 'lists.problem.rowTooLong',
  'too-many-columns': 'lists.problem.tooManyColumns',
  'nothing-to-replace-with': 'lists.problem.nothingToReplaceWith',
  'interrupted': 'lists.problem.interrupted',
}

/// How far an import is, and what came of it.
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
  const refused = counts.refused + counts.notNumbers > 0
  return (
    <Group heading="lists.progress">
      <p data-testid="import-state" data-state={standing.state} role="status">
        <Say k={STATES[standing.state]} />
      </p>
      {standing.state === 'RUNNING' && (
        <>
          <progress className="list-progress" value={standing.readBytes} max={Math.max(1, standing.bytes)} />
          <div className="row">
            <Button size="xs" loading={cancel.busy} data-testid="import-cancel" onClick={() => void cancel.run()}>
              <Say k="lists.cancelImport" />
            </Button>
          </div>
        </>
      )}
      {standing.problem !== null && (
        <p className="admin-error" role="alert" data-testid="import-failed">
          <Say k={PROBLEMS[standing.problem] ?? 'problem.unforeseen'} values={{ line: standing.problemLine ?? 0 }} />
        </p>
      )}
      <div className="list-counts" data-testid="import-counts">
        <span>
          <Say k="lists.counts.rows" values={{ count: counts.rows }} />
        </span>
        <span>
          <Say k="lists.counts.added" values={{ count: counts.added }} />
        </span>
        <span>
          <Say k="lists.counts.updated" values={{ count: counts.updated }} />
        </span>
        <span>
          <Say k="lists.counts.removed" values={{ count: counts.removed }} />
        </span>
        <span>
          <Say k="lists.counts.refused" values={{ count: counts.refused }} />
        </span>
        <span>
          <Say k="lists.counts.notNumbers" values={{ count: counts.notNumbers }} />
        </span>
      </div>
      {refused && refusals.length > 0 && (
        <>
          <div className="list-table" data-testid="import-refusals">
            <table>
              <thead>
                <tr>
                  <th>
                    <Say k="lists.line" />
                  </th>
                  <th>
                    <Say k="lists.field" />
                  </th>
                  <th>
                    <Say k="lists.reason" />
                  </th>
                  <th>
                    <Say k="lists.value" />
                  </th>
                </tr>
              </thead>
              <tbody>
                {refusals.map((one) => (
                  <tr key={`${one.line} ${one.field ?? ''} ${one.reason}`}>
                    <td>{one.line}</td>
                    <td>
                      <bdi>{one.field ?? ''}</bdi>
                    </td>
                    <td>
                      <Say k={WRONG[one.reason]} />
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
            <Button component="a" href={`/api/imports/${id}/refusals`} download size="xs" leftSection={<IconDownload size={14} aria-hidden />} data-testid="import-report">
              <Say k="lists.report" />
            </Button>
          </div>
        </>
      )}
    </Group>
  )
}

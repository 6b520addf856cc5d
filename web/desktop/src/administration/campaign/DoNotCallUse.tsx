import { useState } from 'react'
import { send } from '../../api/http.ts'
import type { Id } from '../../api/types.ts'
import { explain } from '../../i18n/problems.ts'
import { Say, useT } from '../../i18n/Say.tsx'
import { useCommand } from '../../shell/useCommand.ts'
import { Group } from '../fields.tsx'
import { useDoNotCall } from '../list/queries.ts'
import { DO_NOT_CALL_KINDS, type DoNotCallView } from '../list/types.ts'
import { useReadAgain } from '../queries.ts'
import { Reading } from '../Sheet.tsx'
import { useForbidden } from './queries.ts'

/// Which do-not-call lists a campaign heeds, beside those that hold for every campaign.
export function DoNotCallUse({ campaign }: { readonly campaign: Id }) {
  const t = useT()
  const readAgain = useReadAgain()
  const all = useDoNotCall()
  const bound = useForbidden(campaign)
  const [problem, setProblem] = useState<string | null>(null)
  const heed = useCommand(
    async (lists: { readonly list: Id; readonly wholeRecord: boolean; readonly disposition: Id | null }[]) => {
      setProblem(null)
      await send('PUT', '/api/campaigns/{campaign}/do-not-call', { path: { campaign }, body: { lists } })
      await readAgain()
    },
    (error) => setProblem(explain(error, t)),
  )
  if (all.data === undefined || bound.data === undefined) return <Reading error={all.error ?? bound.error} />
  const lists = bound.data.lists
  const put = (list: Id, change: { readonly heeded: boolean; readonly wholeRecord: boolean }) => {
    const before = lists.find((one) => one.list === list)
    const others = lists.filter((one) => one.list !== list)
    void heed.run(change.heeded ? [...others, { list, wholeRecord: change.wholeRecord, disposition: before?.disposition ?? null }] : others)
  }
  return (
    <Group heading="admin.doNotCall" hint="campaign.doNotCallHint">
      {all.data.length === 0 && (
        <p className="meta muted">
          <Say k="campaign.noDoNotCall" />
        </p>
      )}
      {all.data.map((one) => {
        const use = lists.find((each) => each.list === one.list.id)
        return (
          <Heeded
            key={one.list.id}
            one={one}
            heeded={one.list.everywhere || use !== undefined}
            wholeRecord={use?.wholeRecord ?? false}
            busy={heed.busy}
            onChange={(change) => put(one.list.id, change)}
          />
        )
      })}
      {problem !== null && (
        <p className="meta admin-error" role="alert">
          {problem}
        </p>
      )}
    </Group>
  )
}

interface HeededProps {
  readonly one: DoNotCallView
  readonly heeded: boolean
  readonly wholeRecord: boolean
  readonly busy: boolean
  readonly onChange: (change: { readonly heeded: boolean; readonly wholeRecord: boolean }) => void
}

/// One list: on or off, and whether one of its numbers stops the whole record. A list that holds everywhere is on.
function Heeded({ one, heeded, wholeRecord, busy, onChange }: HeededProps) {
  const { list, entries } = one
  const ofNumbers = list.kind === 'NUMBER' || list.kind === 'AREA' || list.kind === 'COUNTRY'
  return (
    <div className="campaign-heeded" data-testid="campaign-do-not-call" data-list={list.id}>
      <label className="row campaign-team">
        <input
          type="checkbox"
          className="switch"
          role="switch"
          checked={heeded}
          disabled={busy || list.everywhere}
          data-testid="campaign-heeds"
          onChange={(event) => onChange({ heeded: event.currentTarget.checked, wholeRecord })}
        />
        <span>
          <bdi>{list.name}</bdi>{' '}
          <span className="meta muted">
            <Say k={DO_NOT_CALL_KINDS[list.kind]} />
            {' · '}
            <Say k="doNotCall.count" values={{ count: entries }} />
            {list.everywhere && (
              <>
                {' · '}
                <Say k="doNotCall.everywhere" />
              </>
            )}
          </span>
        </span>
      </label>
      {heeded && ofNumbers && (
        <label className="row meta campaign-whole">
          <input
            type="checkbox"
            checked={wholeRecord}
            disabled={busy}
            data-testid="campaign-whole"
            onChange={(event) => onChange({ heeded: true, wholeRecord: event.currentTarget.checked })}
          />
          <Say k="campaign.wholeRecord" />
        </label>
      )}
    </div>
  )
}

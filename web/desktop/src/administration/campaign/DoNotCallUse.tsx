import { useState } from 'react'
import { send } from '../../api/http.ts'
import type { Id } from '../../api/types.ts'
import { explain } from '../../i18n/problems.ts'
import { choiceName } from '../../i18n/choices.ts'
import { Say, type Translate, useT } from '../../i18n/Say.tsx'
import { useCommand } from '../../shell/useCommand.ts'
import { Choose, Group } from '../fields.tsx'
import { useDoNotCall } from '../list/queries.ts'
import { DO_NOT_CALL_KINDS, type DoNotCallView } from '../list/types.ts'
import { useReadAgain } from '../queries.ts'
import { Reading } from '../Sheet.tsx'
import { useForbidden } from './queries.ts'
import type { DispositionChoice } from './types.ts'

/// Which do-not-call lists a campaign heeds, beside those that hold for every campaign.
export function DoNotCallUse({ campaign, dispositions }: { readonly campaign: Id; readonly dispositions: readonly DispositionChoice[] }) {
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
  const put = (list: Id, change: Use | null) => {
    const others = lists.filter((one) => one.list !== list)
    void heed.run(change === null ? others : [...others, { list, ...change }])
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
            use={use ?? (one.list.everywhere ? USUAL : null)}
            dispositions={dispositions}
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

const NONE = ''

/// What is written where the campaign says nothing else.
function usualName(dispositions: readonly DispositionChoice[], t: Translate): string {
  return choiceName(dispositions.find((one) => one.code === 'MATCHES_DNC') ?? { name: null, code: 'MATCHES_DNC' }, t)
}

/// How a campaign heeds a list. `disposition` is written where a record ends by it; null: the usual one.
interface Use {
  readonly wholeRecord: boolean
  readonly disposition: Id | null
}

const USUAL: Use = { wholeRecord: false, disposition: null }

interface HeededProps {
  readonly one: DoNotCallView
  /// Null: it is not heeded.
  readonly use: Use | null
  readonly dispositions: readonly DispositionChoice[]
  readonly busy: boolean
  readonly onChange: (change: Use | null) => void
}

/// One list: on or off, whether one of its numbers stops the whole record, and what is written then. A list that holds
/// everywhere is on.
function Heeded({ one, use, dispositions, busy, onChange }: HeededProps) {
  const t = useT()
  const { list, entries } = one
  const ofNumbers = list.kind === 'NUMBER' || list.kind === 'AREA' || list.kind === 'COUNTRY'
  return (
    <div className="campaign-heeded" data-testid="campaign-do-not-call" data-list={list.id}>
      <label className="row campaign-team">
        <input
          type="checkbox"
          className="switch"
          role="switch"
          checked={use !== null}
          disabled={busy || list.everywhere}
          data-testid="campaign-heeds"
          onChange={(event) => onChange(event.currentTarget.checked ? USUAL : null)}
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
      {use !== null && ofNumbers && (
        <label className="row meta campaign-whole">
          <input
            type="checkbox"
            checked={use.wholeRecord}
            disabled={busy}
            data-testid="campaign-whole"
            onChange={(event) => onChange({ ...use, wholeRecord: event.currentTarget.checked })}
          />
          <Say k="campaign.wholeRecord" />
        </label>
      )}
      {use !== null && (
        <Choose
          className="campaign-written"
          size="xs"
          label={t('campaign.written')}
          value={use.disposition ?? NONE}
          disabled={busy}
          data={[
            { value: NONE, label: t('campaign.writtenUsual', { name: usualName(dispositions, t) }) },
            ...dispositions
              .filter((each) => each.last && each.kind !== 'SYSTEM')
              .map((each) => ({ value: each.id, label: choiceName(each, t) })),
          ]}
          data-testid="campaign-written"
          onChange={(value) => onChange({ ...use, disposition: value === NONE ? null : value })}
        />
      )}
    </div>
  )
}

import type { Id } from '../../api/types.ts'
import { Say } from '../../i18n/Say.tsx'
import { useLists } from '../list/queries.ts'
import { Reading } from '../Sheet.tsx'
import { useBoundLists } from './queries.ts'

interface Props {
  readonly campaign: Id
  /// Empty: all of them are shown.
  readonly shown: readonly string[]
  readonly onChange: (shown: readonly string[]) => void
}

/// What agents read of a record beside its numbers: fields of the campaign's lists, and those that were chosen before.
export function FieldsShown({ campaign, shown, onChange }: Props) {
  const bound = useBoundLists(campaign)
  const lists = useLists()
  if (bound.data === undefined || lists.data === undefined) return <Reading error={bound.error ?? lists.error} />
  const uses = new Set(bound.data.map((one) => one.list))
  const names = lists.data
    .filter((list) => uses.has(list.id))
    .flatMap((list) => list.fields.all)
    .filter((field) => field.type !== 'PHONE')
    .map((field) => field.name)
  const all = [...new Set([...names, ...shown])]
  if (all.length === 0)
    return (
      <p className="meta muted">
        <Say k="campaign.noFields" />
      </p>
    )
  return (
    <div className="campaign-fields" data-testid="campaign-fields">
      {all.map((name) => (
        <label key={name} className="row g3">
          <input
            type="checkbox"
            checked={shown.includes(name)}
            onChange={(event) => onChange(event.currentTarget.checked ? [...shown, name] : shown.filter((one) => one !== name))}
          />
          <bdi>{name}</bdi>
        </label>
      ))}
      <p className="meta muted">
        {shown.length === 0 ? <Say k="campaign.allFields" /> : <Say k="campaign.someFields" values={{ count: shown.length }} />}
      </p>
    </div>
  )
}

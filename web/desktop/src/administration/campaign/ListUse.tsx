import { Button, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { send } from '../../api/http.ts'
import type { Id } from '../../api/types.ts'
import type { MessageKey } from '../../i18n/language.ts'
import { Say, useT } from '../../i18n/Say.tsx'
import { written } from '../../i18n/written.ts'
import { wholeNumber, wrongOf } from '../checks.ts'
import { useDraft } from '../drafts.ts'
import { Choose, Pair, Switched } from '../fields.tsx'
import { useReadAgain } from '../queries.ts'
import { Outcome } from '../Sheet.tsx'
import { useFieldName } from './fieldName.ts'
import type { BoundList, CampaignChoices, Filter } from './types.ts'

const TESTS: Readonly<Record<Filter['test'], MessageKey>> = {
  IS: 'campaign.test.IS',
  IS_NOT: 'campaign.test.IS_NOT',
  CONTAINS: 'campaign.test.CONTAINS',
  LESS: 'campaign.test.LESS',
  MORE: 'campaign.test.MORE',
  EMPTY: 'campaign.test.EMPTY',
  NOT_EMPTY: 'campaign.test.NOT_EMPTY',
}

/// Stand for orders that are no field.
const NATURAL = ''
const RANDOM = '\u0000random'

interface Props {
  readonly campaign: Id
  readonly list: CampaignChoices['lists'][number]
  readonly stored: BoundList
  readonly actions: ReactNode
}

interface UseDraft {
  readonly enabled: boolean
  readonly position: string
  readonly ratio: string
  readonly filter: readonly Filter[]
  readonly sort: string
  readonly descending: boolean
}

function draftOf(one: BoundList): UseDraft {
  const first = one.sort[0]
  return {
    enabled: one.enabled,
    position: String(one.position),
    ratio: String(one.ratio),
    filter: one.filter,
    sort: first === undefined ? NATURAL : first.by === 'RANDOM' ? RANDOM : first.field,
    descending: first?.descending ?? false,
  }
}

/// How a campaign uses one of its lists.
export function ListUse({ campaign, list, stored, actions }: Props) {
  const t = useT()
  const readAgain = useReadAgain()
  const place = (text: string) => (wholeNumber(text, 1, 100) === null ? ('campaign.placeWrong' as const) : null)
  const draft = useDraft<UseDraft>(`campaigns ${campaign} ${list.id}`, draftOf(stored), {
    check: (one) => wrongOf<UseDraft>({ position: place(one.position), ratio: place(one.ratio) }),
    fields: { 'list-use-invalid': 'position', 'list-filter-invalid': 'filter', 'quotas-of-several-lists': 'enabled', 'quota-field-unknown': 'enabled' },
    save: async (one) => {
      const sort =
        one.sort === NATURAL
          ? []
          : one.sort === RANDOM
            ? [{ by: 'RANDOM' as const, field: '', descending: false }]
            : [{ by: 'FIELD' as const, field: one.sort, descending: one.descending }]
      await send('PUT', '/api/campaigns/{campaign}/lists/{list}', {
        path: { campaign, list: list.id },
        body: {
          enabled: one.enabled,
          position: wholeNumber(one.position, 1, 100) ?? 1,
          ratio: wholeNumber(one.ratio, 1, 100) ?? 1,
          filter: [...one.filter],
          sort,
        },
      })
      await readAgain()
    },
  })
  const { value, set, at } = draft
  const fieldName = useFieldName()
  const fields = list.fields.map((field) => ({ value: field, label: fieldName(field) }))
  const put = (index: number, change: Partial<Filter>) =>
    set({ filter: value.filter.map((one, each) => (each === index ? { ...one, ...change } : one)) })
  return (
    <div className="campaign-list" data-testid="campaign-list" data-list={list.id}>
      <div className="row">
        <h4 className="grow trunc">
          <Link to={`/administration/lists/${list.id}`} data-testid="campaign-list-records">
            <bdi>{list.name}</bdi>
          </Link>
        </h4>
        {actions}
      </div>
      <Switched says="campaign.listEnabled" hint="campaign.listEnabledHint" on={value.enabled} error={at('enabled')} testId="list-enabled" onChange={(enabled) => set({ enabled })} />
      <Pair>
        <TextInput
          label={<Say k="campaign.place" />}
          description={<Say k="campaign.placeHint" />}
          value={value.position}
          error={at('position')}
          inputMode="numeric"
          maxLength={3}
          onChange={(event) => set({ position: event.currentTarget.value })}
        />
        <TextInput
          label={<Say k="campaign.ratio" />}
          description={<Say k="campaign.ratioHint" />}
          value={value.ratio}
          error={at('ratio')}
          inputMode="numeric"
          maxLength={3}
          onChange={(event) => set({ ratio: event.currentTarget.value })}
        />
      </Pair>
      <Pair>
        <Choose
          label={<Say k="campaign.sort" />}
          value={value.sort}
          data-testid="list-sort"
          data={[{ value: NATURAL, label: t('campaign.sortNatural') }, { value: RANDOM, label: t('campaign.sortRandom') }, ...fields]}
          onChange={(sort) => set({ sort: sort ?? NATURAL })}
        />
        {value.sort !== NATURAL && value.sort !== RANDOM && (
          <Choose
            label={<Say k="campaign.way" />}
            value={value.descending ? 'down' : 'up'}
            data={[
              { value: 'up', label: t('campaign.ascending') },
              { value: 'down', label: t('campaign.descending') },
            ]}
            onChange={(way) => set({ descending: way === 'down' })}
          />
        )}
      </Pair>
      {value.filter.map((one, index) => (
        <div key={index} className="row campaign-filter">
          <Choose aria-label={t('campaign.field')} value={one.field} data={fields} onChange={(field) => field !== null && put(index, { field })} />
          <Choose
            aria-label={t('campaign.test')}
            value={one.test}
            data={(Object.keys(TESTS) as Filter['test'][]).map((test) => ({ value: test, label: t(TESTS[test]) }))}
            onChange={(test) => test !== null && put(index, { test: test as Filter['test'] })}
          />
          {one.test !== 'EMPTY' && one.test !== 'NOT_EMPTY' && (
            <TextInput
              aria-label={t('campaign.value')}
              value={one.value}
              maxLength={200}
              {...written(one.value)}
              onChange={(event) => put(index, { value: event.currentTarget.value })}
            />
          )}
          <button
            type="button"
            className="ib"
            aria-label={t('campaign.removeCondition')}
            title={t('campaign.removeCondition')}
            onClick={() => set({ filter: value.filter.filter((_, each) => each !== index) })}
          >
            <IconX size={14} aria-hidden />
          </button>
        </div>
      ))}
      {at('filter') !== undefined && <p className="meta admin-error">{at('filter')}</p>}
      <div className="row">
        <span>
          {fields.length > 0 && (
            <Button
              size="xs"
              data-testid="list-condition"
              leftSection={<IconPlus size={14} aria-hidden />}
              onClick={() => set({ filter: [...value.filter, { field: list.fields[0] ?? '', test: 'IS', value: '' }] })}
            >
              <Say k="campaign.addCondition" />
            </Button>
          )}
        </span>
        <Outcome draft={draft} />
        <Button size="xs" variant="filled" disabled={draft.changes === 0} loading={draft.busy} data-testid="list-save" onClick={() => void draft.submit()}>
          <Say k="common.save" />
        </Button>
      </div>
    </div>
  )
}

import { Button, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { Id } from '../../api/types.ts'
import { choiceName } from '../../i18n/choices.ts'
import type { MessageKey } from '../../i18n/language.ts'
import { Say, useT } from '../../i18n/Say.tsx'
import { written } from '../../i18n/written.ts'
import { Choose, Pair } from '../fields.tsx'
import { useFieldName } from './fieldName.ts'
import { useBoundLists } from './queries.ts'
import { MOST_QUOTAS, NEW_QUOTA, type QuotaDraft } from './quotas.ts'
import type { CampaignChoices, DispositionChoice, Quota } from './types.ts'

const KINDS: Readonly<Record<Quota['of'], MessageKey>> = {
  all: 'campaign.quotaOf.all',
  disposition: 'campaign.quotaOf.disposition',
  value: 'campaign.quotaOf.value',
  range: 'campaign.quotaOf.range',
}

interface Props {
  readonly campaign: Id
  readonly choices: CampaignChoices
  readonly dispositions: readonly DispositionChoice[]
  readonly quotas: readonly QuotaDraft[]
  readonly error: string | undefined
  readonly onChange: (quotas: readonly QuotaDraft[]) => void
}

/// How many successes are enough, of all records or of some.
export function QuotasField({ campaign, choices, dispositions, quotas, error, onChange }: Props) {
  const t = useT()
  const names = useFieldsOf(campaign, choices)
  const fieldName = useFieldName()
  const put = (at: number, change: Partial<QuotaDraft>) => onChange(quotas.map((one, index) => (index === at ? { ...one, ...change } : one)))
  const successes = dispositions.filter((one) => one.kind === 'SUCCESS').map((one) => ({ value: one.id, label: choiceName(one, t) }))
  return (
    <div className="dial-rules" data-testid="campaign-quotas" aria-invalid={error !== undefined}>
      {quotas.map((one, at) => (
        <fieldset key={at} data-testid="campaign-quota">
          <legend>
            <Say k="campaign.quotaNumber" values={{ number: at + 1 }} />
          </legend>
          <Pair>
            <Choose
              label={<Say k="campaign.quotaCounts" />}
              value={one.of}
              data={(Object.keys(KINDS) as Quota['of'][]).map((kind) => ({ value: kind, label: t(KINDS[kind]) }))}
              data-testid="quota-of"
              onChange={(of) => of !== null && put(at, { of: of as Quota['of'] })}
            />
            <TextInput
              label={<Say k="campaign.quotaMost" />}
              value={one.most}
              inputMode="numeric"
              maxLength={7}
              data-testid="quota-most"
              onChange={(event) => put(at, { most: event.currentTarget.value })}
            />
          </Pair>
          {one.of === 'disposition' && (
            <Choose
              label={<Say k="campaign.quotaResult" />}
              value={one.disposition}
              placeholder={t('campaign.quotaChoose')}
              data={successes}
              data-testid="quota-result"
              onChange={(disposition) => put(at, { disposition })}
            />
          )}
          {(one.of === 'value' || one.of === 'range') && (
            <Pair>
              <Choose
                label={<Say k="campaign.field" />}
                value={one.field === '' ? null : one.field}
                placeholder={t('campaign.quotaChoose')}
                data={[...new Set([...names, ...(one.field === '' ? [] : [one.field])])].map((name) => ({ value: name, label: fieldName(name) }))}
                nothingFoundMessage={t('campaign.noFields')}
                data-testid="quota-field"
                onChange={(field) => field !== null && put(at, { field })}
              />
              {one.of === 'value' ? (
                <TextInput
                  label={<Say k="campaign.quotaValue" />}
                  value={one.value}
                  maxLength={200}
                  {...written(one.value)}
                  data-testid="quota-value"
                  onChange={(event) => put(at, { value: event.currentTarget.value })}
                />
              ) : (
                <Pair>
                  <TextInput
                    label={<Say k="campaign.from" />}
                    value={one.from}
                    inputMode="decimal"
                    maxLength={16}
                    data-testid="quota-from"
                    onChange={(event) => put(at, { from: event.currentTarget.value })}
                  />
                  <TextInput
                    label={<Say k="campaign.to" />}
                    value={one.to}
                    inputMode="decimal"
                    maxLength={16}
                    data-testid="quota-to"
                    onChange={(event) => put(at, { to: event.currentTarget.value })}
                  />
                </Pair>
              )}
            </Pair>
          )}
          <div className="row">
            <Button size="xs" leftSection={<IconX size={14} aria-hidden />} data-testid="quota-remove" onClick={() => onChange(quotas.filter((_, index) => index !== at))}>
              <Say k="campaign.removeQuota" />
            </Button>
          </div>
        </fieldset>
      ))}
      {quotas.length < MOST_QUOTAS && (
        <Button size="xs" leftSection={<IconPlus size={14} aria-hidden />} data-testid="campaign-quota-add" onClick={() => onChange([...quotas, NEW_QUOTA])}>
          <Say k="campaign.addQuota" />
        </Button>
      )}
      {error !== undefined && (
        <p className="meta admin-error" data-testid="campaign-quotas-problem">
          {error}
        </p>
      )}
    </div>
  )
}

/// Of the lists that are handed out; while there is none, of all that are bound.
function useFieldsOf(campaign: Id, choices: CampaignChoices): readonly string[] {
  const bound = useBoundLists(campaign).data ?? []
  const enabled = bound.filter((one) => one.enabled)
  const uses = enabled.length > 0 ? enabled : bound
  return choices.lists.filter((list) => uses.some((one) => one.list === list.id)).flatMap((list) => list.fields)
}

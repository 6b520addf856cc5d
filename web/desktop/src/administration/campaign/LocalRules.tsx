import { Button, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { Say, useT } from '../../i18n/Say.tsx'
import { written } from '../../i18n/written.ts'
import { Choose, Pair } from '../fields.tsx'
import { COUNTRIES } from '../list/countries.ts'
import { useByName, useCountryName } from '../names.ts'
import { HoursTable } from './HoursTable.tsx'
import { EVERY_DAY, type LocalDraft } from './settings.ts'

interface Props {
  readonly rules: readonly LocalDraft[]
  readonly error: string | undefined
  readonly onChange: (rules: readonly LocalDraft[]) => void
}

/// Hours that the law of a place leaves, beside the campaign's own.
export function LocalRules({ rules, error, onChange }: Props) {
  const t = useT()
  const countryName = useCountryName()
  const byName = useByName()
  const put = (at: number, change: Partial<LocalDraft>) => onChange(rules.map((one, index) => (index === at ? { ...one, ...change } : one)))
  return (
    <div className="dial-rules" data-testid="campaign-local-rules" aria-invalid={error !== undefined}>
      {rules.map((rule, at) => (
        <fieldset key={at}>
          <legend>
            <bdi>{countryName(rule.country)}</bdi>
          </legend>
          <Pair>
            <Choose
              label={<Say k="admin.country" />}
              value={rule.country}
              searchable
              nothingFoundMessage={t('admin.noneFound')}
              data={byName([...new Set([...COUNTRIES, rule.country])], countryName).map((code) => ({ value: code, label: countryName(code) }))}
              onChange={(country) => country !== null && put(at, { country })}
            />
            <TextInput
              label={<Say k="lists.type.STATE" />}
              placeholder={t('campaign.wholeCountry')}
              value={rule.state}
              maxLength={100}
              {...written(rule.state)}
              onChange={(event) => put(at, { state: event.currentTarget.value })}
            />
          </Pair>
          <HoursTable rows={rule.hours} error={undefined} testId="campaign-local-hours" onChange={(hours) => put(at, { hours })} />
          <div className="row">
            <Button size="xs" leftSection={<IconX size={14} aria-hidden />} onClick={() => onChange(rules.filter((_, index) => index !== at))}>
              <Say k="campaign.removeLocal" />
            </Button>
          </div>
        </fieldset>
      ))}
      <Button
        size="xs"
        leftSection={<IconPlus size={14} aria-hidden />}
        data-testid="campaign-local-add"
        onClick={() => onChange([...rules, { country: COUNTRIES[0] ?? 'SY', state: '', hours: [EVERY_DAY] }])}
      >
        <Say k="campaign.addLocal" />
      </Button>
      {error !== undefined && <p className="meta admin-error">{error}</p>}
    </div>
  )
}

import { TextInput } from '@mantine/core'
import { useNavigate } from 'react-router'
import { send } from '../../api/http.ts'
import type { Id } from '../../api/types.ts'
import { Say, useT } from '../../i18n/Say.tsx'
import { written } from '../../i18n/written.ts'
import { isName, wrongOf } from '../checks.ts'
import { useDraft } from '../drafts.ts'
import { Choose, Group } from '../fields.tsx'
import { useReadAgain } from '../queries.ts'
import { Sheet } from '../Sheet.tsx'
import { CallsField } from './CallsField.tsx'
import type { CampaignChoices } from './types.ts'

interface Props {
  readonly services: CampaignChoices['services']
  readonly onMade: (id: Id) => void
}

/// What a campaign begins with; everything else has a usual value.
export function NewCampaign({ services, onMade }: Props) {
  const t = useT()
  const navigate = useNavigate()
  const readAgain = useReadAgain()
  const stored = {
    name: '',
    calls: services.length === 1 ? (services[0]?.id ?? null) : (null as Id | null),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  }
  const draft = useDraft(`campaigns new`, stored, {
    check: (one) => wrongOf<typeof stored>({ name: isName(one.name) ? null : 'campaign.nameWrong' }),
    fields: { 'campaign-name-taken': 'name', 'campaign-name-invalid': 'name', 'service-unknown': 'calls', 'campaign-zone-unknown': 'zone' },
    save: async (body) => {
      const made = await send('POST', '/api/campaigns', { body })
      await readAgain()
      onMade(made.id)
    },
  })
  const { value, set, at } = draft
  return (
    <Sheet draft={draft} fresh title={<Say k="campaign.new" />} onDiscard={() => void navigate('/administration/campaigns')}>
      <Group heading="campaign.what" hint="campaign.newHint">
        <TextInput
          label={<Say k="campaign.name" />}
          description={<Say k="campaign.nameHint" />}
          value={value.name}
          error={at('name')}
          maxLength={100}
          {...written(value.name)}
          data-testid="campaign-name"
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <CallsField services={services} value={value.calls} error={at('calls')} onChange={(calls) => set({ calls })} />
        <Choose
          label={<Say k="campaign.zone" />}
          description={<Say k="campaign.zoneHint" />}
          value={value.zone}
          error={at('zone')}
          searchable
          nothingFoundMessage={t('admin.noneFound')}
          data={Intl.supportedValuesOf('timeZone')}
          data-testid="campaign-zone"
          onChange={(zone) => zone !== null && set({ zone })}
        />
      </Group>
    </Sheet>
  )
}

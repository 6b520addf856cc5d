import { TextInput } from '@mantine/core'
import { useNavigate } from 'react-router'
import { send } from '../../api/http.ts'
import type { Id } from '../../api/types.ts'
import { Say, useT } from '../../i18n/Say.tsx'
import { written } from '../../i18n/written.ts'
import { isName, wrongOf } from '../checks.ts'
import { useDraft } from '../drafts.ts'
import { Choose, Group, OneOf } from '../fields.tsx'
import { useReadAgain } from '../queries.ts'
import { Sheet } from '../Sheet.tsx'
import type { Medium } from './queries.ts'

interface NewDraft {
  readonly name: string
  readonly medium: Medium
  readonly zone: string
}

const MEDIA = [
  { value: 'CHAT', label: 'services.medium.CHAT', hint: 'services.medium.CHATHint' },
  { value: 'VOICE', label: 'services.medium.VOICE', hint: 'services.medium.VOICEHint' },
  { value: 'EMAIL', label: 'services.medium.EMAIL', hint: 'services.medium.EMAILHint' },
] as const

/// What a service begins with; everything else has a usual value.
export function NewService({ onMade }: { readonly onMade: (id: Id) => void }) {
  const t = useT()
  const navigate = useNavigate()
  const readAgain = useReadAgain()
  const stored: NewDraft = { name: '', medium: 'CHAT', zone: Intl.DateTimeFormat().resolvedOptions().timeZone }
  const draft = useDraft<NewDraft>('services new', stored, {
    check: (one) => wrongOf<NewDraft>({ name: isName(one.name) && one.name.trim().length <= 100 ? null : 'problem.serviceName' }),
    fields: { 'service-name-taken': 'name', 'service-name-invalid': 'name', 'service-medium-invalid': 'medium', 'service-zone-unknown': 'zone' },
    save: async (body) => {
      const made = await send('POST', '/api/services', { body })
      await readAgain()
      onMade(made.id)
    },
  })
  const { value, set, at } = draft
  const zones = Intl.supportedValuesOf('timeZone')
  return (
    <Sheet draft={draft} fresh title={<Say k="services.new" />} onDiscard={() => void navigate('/administration/services')}>
      <Group heading="services.what" hint="services.newHint">
        <TextInput
          label={<Say k="services.name" />}
          description={<Say k="services.nameHint" />}
          value={value.name}
          error={at('name')}
          maxLength={100}
          {...written(value.name)}
          data-testid="service-name"
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <OneOf name="service-medium" label={t('services.medium')} options={MEDIA} value={value.medium} testId="service-medium" onChange={(medium) => set({ medium })} />
        <Choose
          label={<Say k="services.zone" />}
          description={<Say k="services.zoneHint" />}
          value={value.zone}
          error={at('zone')}
          searchable
          nothingFoundMessage={t('admin.noneFound')}
          data={zones.includes(value.zone) ? zones : [value.zone, ...zones]}
          data-testid="service-zone"
          onChange={(zone) => zone !== null && set({ zone })}
        />
      </Group>
    </Sheet>
  )
}

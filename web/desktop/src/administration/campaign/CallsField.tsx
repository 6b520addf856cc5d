import type { Id } from '../../api/types.ts'
import { Say, useT } from '../../i18n/Say.tsx'
import { Choose } from '../fields.tsx'
import type { CampaignChoices } from './types.ts'

interface Props {
  readonly services: CampaignChoices['services']
  readonly value: Id | null
  readonly error: string | undefined
  readonly onChange: (calls: Id | null) => void
}

/// Whose calls they are: caller id, recording and after-call work come from there.
export function CallsField({ services, value, error, onChange }: Props) {
  const t = useT()
  return (
    <Choose
      label={<Say k="campaign.calls" />}
      description={<Say k="campaign.callsHint" />}
      value={value}
      error={error}
      placeholder={t('admin.choose')}
      data={services.map((one) => ({ value: one.id, label: one.name }))}
      data-testid="campaign-calls"
      onChange={onChange}
    />
  )
}

import type { MessageKey } from '../../i18n/language.ts'
import { useT } from '../../i18n/Say.tsx'

/// What records have beside the list's own fields, by the name the server knows.
const FIELDS: Readonly<Record<string, MessageKey>> = {
  first_name: 'campaign.field.first_name',
  last_name: 'campaign.field.last_name',
  company: 'campaign.field.company',
  postal_code: 'campaign.field.postal_code',
  state: 'campaign.field.state',
  priority: 'campaign.field.priority',
  zone: 'campaign.field.zone',
}

/// What a field is called on a screen; a list's own has its name.
export function useFieldName(): (field: string) => string {
  const t = useT()
  return (field) => {
    const known = FIELDS[field]
    return known === undefined ? field : t(known)
  }
}

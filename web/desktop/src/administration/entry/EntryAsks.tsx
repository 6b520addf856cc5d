import { Say, useT } from '../../i18n/Say.tsx'
import type { Draft } from '../drafts.ts'
import { Choose, Group } from '../fields.tsx'
import type { Asked, EntryDraft } from './entry.ts'

const FIELDS = [
  { field: 'askName', label: 'admin.entry.askName', testId: 'entry-ask-name' },
  { field: 'askEmail', label: 'admin.entry.askEmail', testId: 'entry-ask-email' },
  { field: 'askPhone', label: 'admin.entry.askPhone', testId: 'entry-ask-phone' },
] as const

/// What customers are asked before they write.
export function EntryAsks({ draft: { value, set } }: { readonly draft: Draft<EntryDraft> }) {
  const t = useT()
  return (
    <Group heading="admin.entry.asks" hint="admin.entry.asksHint">
      <div className="entry-asks">
        {FIELDS.map(({ field, label, testId }) => (
          <Choose
            key={field}
            label={<Say k={label} />}
            value={value[field]}
            data={[
              { value: 'NO', label: t('admin.entry.askedNo') },
              { value: 'OPTIONAL', label: t('admin.entry.askedOptional') },
              { value: 'REQUIRED', label: t('admin.entry.askedRequired') },
            ]}
            data-testid={testId}
            onChange={(asked) => set({ [field]: asked as Asked })}
          />
        ))}
      </div>
    </Group>
  )
}

import { useT } from '../../i18n/Say.tsx'
import type { Draft } from '../drafts.ts'
import { Group, OneOf } from '../fields.tsx'
import type { Away, EntryDraft } from './entry.ts'

const OPTIONS = [
  { value: 'MESSAGE', label: 'admin.entry.awayMessage', hint: 'admin.entry.awayMessageHint' },
  { value: 'WAIT', label: 'admin.entry.awayWait', hint: 'admin.entry.awayWaitHint' },
] as const

/// What customers can do while nobody is there.
export function EntryAway({ draft: { value, set } }: { readonly draft: Draft<EntryDraft> }) {
  const t = useT()
  return (
    <Group heading="admin.entry.away" hint="admin.entry.awayHint">
      <OneOf<Away> name="entry-away" label={t('admin.entry.away')} options={OPTIONS} value={value.away} testId="entry-away" onChange={(away) => set({ away })} />
    </Group>
  )
}

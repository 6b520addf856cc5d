import { IconWorld } from '@tabler/icons-react'
import { send } from '../api/http.ts'
import type { EntryView, Id, ServiceChoice } from '../api/types.ts'
import { Ltr, Say, useT } from '../i18n/Say.tsx'
import { useDraft } from './drafts.ts'
import { Choose, Group } from './fields.tsx'
import { Listed } from './Listed.tsx'
import { useLanguageName } from '../i18n/languageName.ts'
import { useChoices, useEntries, useReadAgain } from './queries.ts'
import { None, Reading, Sheet } from './Sheet.tsx'

/// From which web pages customers may call as they chat.
export function EntriesSection({ item }: { readonly item: Id | null }) {
  const entries = useEntries()
  const choices = useChoices()
  if (entries.data === undefined || choices.data === undefined) return <Reading error={entries.error ?? choices.error} />
  const { services } = choices.data
  const calledBy = (entry: EntryView) => services.find((one) => one.id === entry.calls)
  const open = entries.data.find((one) => one.id === item)
  const art = <IconWorld size={32} stroke={1.4} aria-hidden />
  return (
    <div className={entries.data.length === 0 ? 'admin-single' : 'admin-split'}>
      {entries.data.length > 0 && (
        <Listed
          section="entries"
          find="admin.findEntry"
          entries={entries.data.map((entry) => {
            const service = calledBy(entry)
            return {
              id: entry.id,
              words: `${entry.name} ${entry.slug} ${service?.name ?? ''}`,
              title: <bdi>{entry.name}</bdi>,
              detail:
                service === undefined ? (
                  <Say k="admin.noCallsHere" />
                ) : (
                  <Say k="admin.callsTo" values={{ name: <bdi key="n">{service.name}</bdi> }} />
                ),
            }
          })}
        />
      )}
      {open !== undefined ? (
        <EntryForm key={open.id} entry={open} services={services} />
      ) : entries.data.length === 0 ? (
        <None art={art} heading="admin.noEntriesTitle" text="admin.noEntriesText" />
      ) : (
        <None
          art={art}
          heading={item === null ? 'admin.chooseEntryTitle' : 'admin.goneTitle'}
          text={item === null ? 'admin.chooseEntryText' : 'admin.goneText'}
        />
      )}
    </div>
  )
}

/// Stands for no calls in a list whose other values are ids.
const NONE = ''

function EntryForm({ entry, services }: { readonly entry: EntryView; readonly services: readonly ServiceChoice[] }) {
  const t = useT()
  const readAgain = useReadAgain()
  const languageName = useLanguageName()
  const draft = useDraft<{ readonly calls: Id | null }>(`entries ${entry.id}`, { calls: entry.calls }, {
    check: () => ({}),
    fields: { 'service-unknown': 'calls' },
    save: async ({ calls }) => {
      await send('PUT', '/api/chat-entries/{entry}/calls', { path: { entry: entry.id }, body: { service: calls } })
      await readAgain()
    },
  })
  return (
    <Sheet
      draft={draft}
      title={<bdi>{entry.name}</bdi>}
      subtitle={
        <>
          <Ltr>{entry.slug}</Ltr>
          {' · '}
          {languageName(entry.language)}
        </>
      }
    >
      <Group heading="admin.callUs" hint="admin.callUsHint">
        <Choose
          label={<Say k="admin.callUsLabel" />}
          value={draft.value.calls ?? NONE}
          error={draft.at('calls')}
          searchable={services.length > 10}
          data={[{ value: NONE, label: t('admin.callUsNone') }, ...services.map((one) => ({ value: one.id, label: one.name }))]}
          data-testid="entry-calls"
          onChange={(id) => draft.set({ calls: id === NONE ? null : id })}
        />
      </Group>
    </Sheet>
  )
}

import { Button } from '@mantine/core'
import { IconWorld } from '@tabler/icons-react'
import { Link, useNavigate } from 'react-router'
import type { ChatEntry, Id } from '../../api/types.ts'
import { Ltr, Say } from '../../i18n/Say.tsx'
import { Listed } from '../Listed.tsx'
import { useEntries, useEntryChoices } from '../queries.ts'
import { None, Reading } from '../Sheet.tsx'
import { EntryForm } from './EntryForm.tsx'

/// The chats of web pages.
export function EntriesSection({ item }: { readonly item: Id | 'new' | null }) {
  const navigate = useNavigate()
  const entries = useEntries()
  const choices = useEntryChoices()
  if (entries.data === undefined || choices.data === undefined) return <Reading error={entries.error ?? choices.error} />
  const { calls } = choices.data
  const open = entries.data.find((one) => one.id === item)
  const art = <IconWorld size={32} stroke={1.4} aria-hidden />
  return (
    <div className={entries.data.length === 0 ? 'admin-single' : 'admin-split'}>
      {entries.data.length > 0 && (
        <Listed
          section="entries"
          find="admin.findEntry"
          create="admin.new"
          entries={entries.data.map((entry) => ({
            id: entry.id,
            words: `${entry.name} ${entry.slug}`,
            title: <bdi className="trunc">{entry.name}</bdi>,
            detail: <Detail entry={entry} called={calls.find((one) => one.id === entry.calls)?.name} />,
          }))}
        />
      )}
      {item === 'new' || open !== undefined ? (
        <EntryForm key={item ?? ''} stored={open ?? null} choices={choices.data} onMade={(id) => void navigate(`/administration/entries/${id}`, { replace: true })} />
      ) : entries.data.length === 0 ? (
        <None art={art} heading="admin.noEntriesTitle" text="admin.noEntriesText">
          <Button component={Link} to="/administration/entries/new" variant="filled" data-testid="admin-new">
            <Say k="admin.entry.new" />
          </Button>
        </None>
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

function Detail({ entry, called }: { readonly entry: ChatEntry; readonly called: string | undefined }) {
  return (
    <>
      <Ltr>{entry.slug}</Ltr>
      {' · '}
      {called === undefined ? <Say k="admin.noCallsHere" /> : <Say k="admin.callsTo" values={{ name: <bdi key="n">{called}</bdi> }} />}
    </>
  )
}

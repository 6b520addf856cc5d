import './directory.css'
import { Button, TextInput } from '@mantine/core'
import { IconPhone, IconSearch, IconStar, IconStarFilled, IconUsers } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { send } from '../api/http.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { displayed, STATE_WORDS } from '../presence/displayed.ts'
import { StateMark } from '../presence/StateMark.tsx'
import { useCommand } from '../shell/useCommand.ts'
import { useWhyNoCall } from '../telephone/calls.ts'
import { useColleagues, useInternalCalls } from '../telephone/colleagues.ts'
import { LastCall } from '../telephone/LastCall.tsx'
import { useCallColleague } from '../telephone/useCallColleague.ts'
import { type Entry, shelves } from './directory.ts'

/// Everybody who works at a desk, with what they do now: the favourites first, then those of the latest calls.
export function DirectoryPage() {
  const t = useT()
  const [words, setWords] = useState('')
  const colleagues = useColleagues(true)
  const calls = useInternalCalls(true)
  const shown = shelves(colleagues, calls, words)
  return (
    <main className="main directory">
      <section className="sheet scroll" data-testid="directory" tabIndex={-1} aria-label={t('colleagues.title')}>
        <h1>
          <Say k="colleagues.title" />
        </h1>
        <TextInput
          className="directory-find"
          aria-label={t('directory.find')}
          placeholder={t('directory.find')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={words}
          maxLength={100}
          data-testid="directory-find"
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        {shown.length === 0 && <Nobody none={colleagues.length === 0} />}
        {shown.map(({ title, entries }) => (
          <section key={title} data-testid="directory-shelf" data-shelf={title}>
            <h2 className="label">
              <Say k={title} /> <span className="subtle">{entries.length}</span>
            </h2>
            <ul>
              {entries.map((one) => (
                <Line key={one.colleague.id} entry={one} />
              ))}
            </ul>
          </section>
        ))}
      </section>
    </main>
  )
}

function Line({ entry: { colleague, last } }: { readonly entry: Entry }) {
  const t = useT()
  const state = displayed(colleague.presence)
  const { call, busy } = useCallColleague()
  const whyNot = useWhyNoCall() ?? (colleague.callable ? null : 'colleagues.whyNot')
  return (
    <li className="directory-line" data-testid="directory-line" data-colleague={colleague.id}>
      <StateMark state={state} />
      <span className="trunc">
        <bdi className="med">{colleague.name}</bdi>
        <span className="meta subtle">
          {' · '}
          <Say k={STATE_WORDS[state]} />
        </span>
      </span>
      {last === null ? <span /> : <LastCall call={last} />}
      <Star entry={colleague} />
      <Button
        size="xs"
        leftSection={<IconPhone size={14} aria-hidden />}
        disabled={whyNot !== null}
        loading={busy}
        title={whyNot === null ? undefined : t(whyNot)}
        aria-label={t('directory.call', { name: colleague.name })}
        data-testid="directory-call"
        onClick={() => void call(colleague.id)}
      >
        <Say k="dial.call" />
      </Button>
    </li>
  )
}

function Star({ entry: { id, name, favourite } }: { readonly entry: Entry['colleague'] }) {
  const t = useT()
  const queries = useQueryClient()
  const { run, busy } = useCommand(async () => {
    await send(favourite ? 'DELETE' : 'PUT', '/api/colleagues/{user}/favourite', { path: { user: id } })
    await queries.invalidateQueries({ queryKey: ['colleagues'] })
  })
  const says = t(favourite ? 'directory.unstar' : 'directory.star', { name })
  const Icon = favourite ? IconStarFilled : IconStar
  return (
    <button type="button" className={favourite ? 'ib on' : 'ib'} aria-pressed={favourite} aria-label={says} title={says} disabled={busy} data-testid="directory-star" onClick={() => void run()}>
      <Icon size={16} aria-hidden />
    </button>
  )
}

function Nobody({ none }: { readonly none: boolean }) {
  return (
    <div className="empty">
      <span className="art">
        <IconUsers size={32} stroke={1.4} aria-hidden />
      </span>
      <p>
        <Say k={none ? 'colleagues.none' : 'colleagues.noMatch'} />
      </p>
    </div>
  )
}

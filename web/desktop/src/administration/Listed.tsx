import { Button } from '@mantine/core'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { Link, NavLink } from 'react-router'
import type { Id } from '../api/types.ts'
import type { MessageKey } from '../i18n/language.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { useHasDraft } from './drafts.ts'
import type { SectionName } from './sections.ts'

/// A list is searched by words; more than this many are not shown at once.
const SHOWN = 200
/// Fewer are found by looking.
const WORTH_A_SEARCH = 8

export interface Entry {
  readonly id: Id
  /// What it is looked up by, in plain words.
  readonly words: string
  readonly title: ReactNode
  readonly detail: ReactNode
}

interface Props {
  readonly section: SectionName
  readonly entries: readonly Entry[]
  readonly find: MessageKey
  /// Absent when nobody can make one here.
  readonly create?: MessageKey
  /// What the entries are narrowed by besides; then they are those that are left, and may be none.
  readonly filters?: ReactNode
}

/// Everything there is of a kind, each with an address of its own, beside the one that is open.
export function Listed({ section, entries, find, create, filters }: Props) {
  const t = useT()
  const [query, setQuery] = useState('')
  const words = query.trim().toLowerCase()
  const found = entries.filter((one) => one.words.toLowerCase().includes(words))
  const searched = filters !== undefined || entries.length >= WORTH_A_SEARCH
  return (
    <div className="admin-list">
      {(searched || create !== undefined) && (
        <div className="row admin-list-head">
          {searched ? (
            <label className="search grow">
              <IconSearch size={14} aria-hidden />
              <input type="search" aria-label={t(find)} placeholder={t(find)} value={query} onChange={(event) => setQuery(event.currentTarget.value)} />
            </label>
          ) : (
            <span className="grow" />
          )}
          {create !== undefined && (
            <Button
              component={Link}
              to={`/administration/${section}/new`}
              variant="filled"
              size="xs"
              leftSection={<IconPlus size={14} aria-hidden />}
              data-testid="admin-new"
            >
              <Say k={create} />
            </Button>
          )}
        </div>
      )}
      {filters}
      <ul className="scroll">
        {found.slice(0, SHOWN).map((one) => (
          <li key={one.id}>
            <Item section={section} entry={one} />
          </li>
        ))}
      </ul>
      {found.length === 0 && (words !== '' || filters !== undefined) && (
        <p className="hint pad-s" role="status">
          <Say k="admin.noneFound" />
        </p>
      )}
      {found.length > SHOWN && (
        <p className="hint pad-s">
          <Say k="admin.moreFound" values={{ count: found.length - SHOWN }} />
        </p>
      )}
    </div>
  )
}

function Item({ section, entry }: { readonly section: SectionName; readonly entry: Entry }) {
  const draft = useHasDraft(`${section} ${entry.id}`)
  return (
    <NavLink className="admin-item" to={`/administration/${section}/${entry.id}`} data-testid="admin-item">
      <span className="med trunc">{entry.title}</span>
      {draft && (
        <span className="tag warn">
          <Say k="admin.notSaved" />
        </span>
      )}
      <span className="meta muted trunc">{entry.detail}</span>
    </NavLink>
  )
}

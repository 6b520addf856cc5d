import { Fragment } from 'react'
import type { Id } from '../api/types.ts'
import type { MessageKey } from '../i18n/language.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { ColleagueOption } from './ColleagueOption.tsx'
import { LastCall } from './LastCall.tsx'
import type { People } from './people.ts'

interface Props {
  readonly id: string
  readonly people: People
  /// Why nobody can be called now; null when one can.
  readonly why: MessageKey | null
  readonly onCall: (colleague: Id) => void
}

/// The colleagues under the dial field, the latest calls first.
export function PeopleList({ id, people, why, onCall }: Props) {
  const t = useT()
  const headings = headingsOf(people)
  return (
    <ul className="dial-people scroll" id={id} role="listbox" aria-label={t('colleagues.title')} data-testid="people">
      {people.shown.map(({ colleague, last }, index) => {
        const heading = headings[index] ?? null
        const whyNot = colleague.callable ? why : 'colleagues.whyNot'
        return (
          <Fragment key={colleague.id}>
            {heading !== null && <Heading k={heading} />}
            <li
              id={`${id}-${colleague.id}`}
              className={colleague.id === people.chosen ? 'person-option on' : 'person-option'}
              role="option"
              aria-selected={colleague.id === people.chosen}
              aria-disabled={whyNot !== null}
              title={whyNot === null ? undefined : t(whyNot)}
              data-testid="person"
              // The field keeps the keyboard.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => {
                if (whyNot === null) onCall(colleague.id)
              }}
            >
              <ColleagueOption colleague={colleague} />
              {last !== null && <LastCall call={last} />}
            </li>
          </Fragment>
        )
      })}
    </ul>
  )
}

/// What stands above each of them; null: nothing, it belongs to the one before.
function headingsOf({ shown }: People): readonly (MessageKey | null)[] {
  const kinds = shown.map(({ colleague, last }): MessageKey => (last !== null ? 'colleagues.latest' : colleague.favourite ? 'colleagues.favourites' : 'colleagues.title'))
  return kinds.map((kind, index) => (index > 0 && kinds[index - 1] === kind ? null : kind))
}

function Heading({ k }: { readonly k: MessageKey }) {
  return (
    <li role="presentation" className="label">
      <Say k={k} />
    </li>
  )
}

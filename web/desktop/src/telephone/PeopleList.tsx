import { IconPhoneIncoming, IconPhoneOutgoing, IconPhoneX } from '@tabler/icons-react'
import { Fragment } from 'react'
import type { Id, InternalCallView } from '../api/types.ts'
import { useFormats } from '../i18n/formats.ts'
import type { MessageKey } from '../i18n/language.ts'
import { Ltr, Say, useT } from '../i18n/Say.tsx'
import { ColleagueOption } from './ColleagueOption.tsx'
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
  const first = people.shown.find(({ last }) => last === null)
  return (
    <ul className="dial-people scroll" id={id} role="listbox" aria-label={t('colleagues.title')} data-testid="people">
      {people.shown.map(({ colleague, last }, index) => {
        const whyNot = colleague.callable ? why : 'colleagues.whyNot'
        return (
          <Fragment key={colleague.id}>
            {index === 0 && last !== null && <Heading k="colleagues.latest" />}
            {colleague.id === first?.colleague.id && <Heading k="colleagues.title" />}
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
              {last !== null && <Last call={last} />}
            </li>
          </Fragment>
        )
      })}
    </ul>
  )
}

function Heading({ k }: { readonly k: MessageKey }) {
  return (
    <li role="presentation" className="label">
      <Say k={k} />
    </li>
  )
}

/// When, which way, and whether anybody spoke.
function Last({ call }: { readonly call: InternalCallView }) {
  const t = useT()
  const formats = useFormats()
  const missed = call.seconds === null
  const Icon = missed ? IconPhoneX : call.direction === 'IN' ? IconPhoneIncoming : IconPhoneOutgoing
  const way: MessageKey = call.direction === 'OUT' ? 'colleagues.called' : missed ? 'colleagues.missed' : 'colleagues.calledYou'
  const today = formats.nearDay(call.began) === formats.nearDay(new Date().toISOString())
  return (
    <span className="micro subtle person-last">
      <Icon size={12} stroke={1.75} role="img" aria-label={t(way)} />
      {today ? <Ltr>{formats.time(call.began)}</Ltr> : formats.shortDay(call.began)}
    </span>
  )
}

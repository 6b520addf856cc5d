import { IconPencilPlus, IconPhone, IconUser } from '@tabler/icons-react'
import { useDeferredValue } from 'react'
import type { ContactSummary } from '../api/types.ts'
import { nameOf } from '../contact/names.ts'
import { useFound } from '../contact/queries.ts'
import { useT } from '../i18n/Say.tsx'
import { useMe } from '../session/me.ts'
import { useWhyNoCall } from '../telephone/calls.ts'
import { isNumber } from '../telephone/colleagues.ts'
import { useBegin } from '../telephone/useBegin.ts'
import { writeTo } from '../writing/dialog.ts'
import { useMayWrite } from '../writing/reach.ts'
import type { Command, Group } from './commands.ts'
import { useGoTo } from './goTo.ts'

/// One letter finds too many.
const FEWEST_LETTERS = 2
/// More than that is no answer; one types more.
const MOST = 5

/// Who fits what is typed, and what can be done with them: to look at, to write to, to call. A number that is typed can
/// be called.
export function useContactCommands(words: string): Group {
  const t = useT()
  const may = useMe()?.privileges.includes('VIEW_CONTACTS') ?? false
  const query = useDeferredValue(words.trim())
  const asked = may && query.length >= FEWEST_LETTERS
  const { data } = useFound(asked ? query : '')
  const withOne = useWithOne()
  const call = useCallCommand()
  const found = asked ? (data ?? []).slice(0, MOST) : []
  const number = isNumber(query) ? call('call-typed', query, t('palette.call', { number: query }), undefined) : null
  return {
    id: 'contacts',
    title: t('rail.contacts'),
    commands: [...(number === null ? [] : [number]), ...found.flatMap(withOne)],
  }
}

function useWithOne(): (contact: ContactSummary) => readonly Command[] {
  const t = useT()
  const go = useGoTo()
  const mayWrite = useMayWrite()
  const call = useCallCommand()
  return (contact) => {
    const name = nameOf(contact, t)
    const number = contact.addresses.find((one) => one.kind === 'PHONE')?.value
    const called = number === undefined ? null : call(`call-${contact.id}`, number, t('palette.callThem', { name }), contact)
    const shown = contact.addresses.find((one) => one.kind !== 'VISITOR')?.value ?? null
    const reached = mayWrite && shown !== null
    return [
      { id: `contact-${contact.id}`, label: name, detail: shown, icon: IconUser, keys: null, why: null, run: () => go(`/contacts/${contact.id}`) },
      ...(reached
        ? [{ id: `write-${contact.id}`, label: t('palette.write', { name }), detail: null, icon: IconPencilPlus, keys: null, why: null, run: () => writeTo({ contact, channel: null, to: null }) }]
        : []),
      ...(called === null ? [] : [called]),
    ]
  }
}

/// Null for who may not call.
function useCallCommand() {
  const t = useT()
  const { begin, possible } = useBegin()
  const why = useWhyNoCall()
  return (id: string, number: string, label: string, contact: ContactSummary | undefined): Command | null =>
    possible
      ? {
          id,
          label,
          detail: contact === undefined ? null : number,
          icon: IconPhone,
          keys: null,
          why: why === null ? null : t(why),
          run: () => void begin({ number, ...(contact === undefined ? {} : { contact: contact.id }) }),
        }
      : null
}

import { IconPhone, IconPhoneOutgoing } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import type { Id } from '../api/types.ts'
import { useT } from '../i18n/Say.tsx'
import { useShortcut } from '../keyboard/keys.ts'
import { notice } from '../shell/notices.ts'
import { useCallServices, useWhyNoCall } from './calls.ts'
import { useChosenService } from './chosenService.ts'
import { isNumber } from './colleagues.ts'
import { PeopleList } from './PeopleList.tsx'
import { usePeople, whyNobody } from './people.ts'
import { ServiceChoice } from './ServiceChoice.tsx'
import { useBegin } from './useBegin.ts'
import { useCallColleague } from './useCallColleague.ts'

/// So long an Enter waits for the list of colleagues, the line and the telephone; then it is told why it does nothing.
const FOR_ENTER_MS = 3_000

/// The name of a colleague, or, for who may call customers, a number with the service it is called for, and the
/// button. A shortcut brings the keyboard here.
export function DialField() {
  const t = useT()
  const services = useCallServices()
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const { begin, busy } = useBegin()
  const colleague = useCallColleague()
  const field = useRef<HTMLInputElement>(null)
  const list = useId()
  const number = isNumber(text)
  const people = usePeople(open && !number, text)
  const whyNot = useWhyNoCall()
  const service = useChosenService()
  const may = number ? service !== null : people.chosen !== null
  const why = whyNot ?? (may ? null : ((number ? null : whyNobody(people.shown, text)) ?? (service === null ? 'dial.whyColleagues' : 'dial.whyEmpty')))
  const [early, setEarly] = useState(false)
  const queries = useQueryClient()
  const words = service === null ? 'dial.name' : 'dial.numberOrName'
  useShortcut('dial', () => {
    field.current?.focus()
    field.current?.select()
  })
  const over = () => {
    setText('')
    setOpen(false)
    people.choose(null)
  }
  const callColleague = async (user: Id) => {
    if (whyNot === null && (await colleague.call(user))) over()
  }
  const call = async () => {
    if (why !== null) return
    if (number && service !== null) {
      if (await begin({ number: text.trim(), service: service.id })) over()
    } else if (people.chosen !== null) await callColleague(people.chosen)
  }
  useEffect(() => {
    if (!early) return
    if (why === null) {
      setEarly(false)
      void call()
      return
    }
    const timer = setTimeout(() => {
      setEarly(false)
      notice(t(why))
    }, FOR_ENTER_MS)
    return () => clearTimeout(timer)
  }, [early, why])
  const enter = () => {
    if (why === null) void call()
    else if (text.trim() === '' || whyNot === 'call.whyOnCall' || (whyNot === null && people.shown.length > 1)) notice(t(why))
    else {
      // Who cannot be called may be able to be by now.
      setEarly(true)
      void queries.invalidateQueries({ queryKey: ['colleagues'] })
    }
  }
  const listed = open && !number && people.shown.length > 0
  return (
    <form
      className="dial"
      data-testid="dial"
      onSubmit={(event) => {
        event.preventDefault()
        enter()
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false)
      }}
    >
      <IconPhoneOutgoing size={14} aria-hidden />
      <input
        ref={field}
        role="combobox"
        aria-expanded={listed}
        aria-controls={listed ? list : undefined}
        aria-activedescendant={listed && people.chosen !== null ? `${list}-${people.chosen}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        // Words begin where they begin, a number is always written from left to right.
        dir={text === '' ? undefined : number ? 'ltr' : 'auto'}
        maxLength={40}
        value={text}
        data-testid="dial-number"
        aria-label={t(words)}
        placeholder={t(words)}
        onFocus={() => setOpen(true)}
        onClick={() => setOpen(true)}
        onChange={(event) => {
          setEarly(false)
          setText(event.currentTarget.value)
          setOpen(true)
          people.choose(null)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setOpen(false)
          else if (listed && event.key === 'ArrowDown') people.step(1)
          else if (listed && event.key === 'ArrowUp') people.step(-1)
          else return
          event.preventDefault()
        }}
      />
      {service !== null && <ServiceChoice services={services} chosen={service} />}
      <button
        type="submit"
        className="dial-go"
        data-testid="dial-call"
        aria-label={t('dial.call')}
        aria-disabled={why !== null || busy || colleague.busy}
        aria-busy={early || busy || colleague.busy || undefined}
        title={t(why ?? 'dial.call')}
      >
        <IconPhone size={14} aria-hidden />
      </button>
      {listed && <PeopleList id={list} people={people} why={whyNot} onCall={(user) => void callColleague(user)} />}
    </form>
  )
}

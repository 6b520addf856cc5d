import { Button, Select, TextInput } from '@mantine/core'
import { IconAdjustmentsHorizontal, IconChevronDown, IconSearch, IconX } from '@tabler/icons-react'
import { useEffect, useId, useRef, useState } from 'react'
import type { ActivityChoicesView, Id } from '../api/types.ts'
import { useFormats } from '../i18n/formats.ts'
import type { MessageKey } from '../i18n/language.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { WEB_CALL } from '../telephone/numbers.ts'
import { KIND_WORD, kindOf } from '../writing/kinds.ts'
import { ALL, type ActivityFilter, type FilterPart, isAsked, PARTS, TEXT_LENGTH } from './activityFilter.ts'
import { useActivityChoices } from './queries.ts'

interface Props {
  readonly contact: Id
  readonly filter: ActivityFilter
  readonly onChange: (filter: ActivityFilter) => void
}

/// What of the past is shown: words, and behind a button channel, days, agent and service. What is asked stands below
/// and can be taken away piece by piece.
export function ActivityFilters({ contact, filter, onChange }: Props) {
  const t = useT()
  const panel = useId()
  const [opened, setOpened] = useState(false)
  const choices = useActivityChoices(contact)
  return (
    <div className="activity-filters" role="search" aria-label={t('activities.filter')} data-testid="activity-filters">
      <div className="row g3">
        <Words text={filter.text} onText={(text) => onChange({ ...filter, text })} />
        <Button
          size="xs"
          leftSection={<IconAdjustmentsHorizontal size={14} aria-hidden />}
          aria-expanded={opened}
          aria-controls={panel}
          data-testid="activity-filter-open"
          onClick={() => setOpened(!opened)}
        >
          <Say k="activities.filterShort" />
        </Button>
      </div>
      {opened && (
        <div className="activity-filter-panel" id={panel}>
          <Choices filter={filter} choices={choices} onChange={onChange} />
        </div>
      )}
      {isAsked(filter) && <Asked filter={filter} choices={choices} onChange={onChange} />}
    </div>
  )
}

/// Long enough for a word to be written.
const PAUSE_MS = 300

/// Asked for once nothing more is typed for a moment, or at once with Enter.
function Words({ text, onText }: { readonly text: string; readonly onText: (text: string) => void }) {
  const t = useT()
  const [typed, setTyped] = useState(text)
  const wanted = useRef(text)
  const ask = useRef(onText)
  ask.current = onText
  useEffect(() => {
    if (text === wanted.current) return
    wanted.current = text
    setTyped(text)
  }, [text])
  useEffect(() => {
    const words = typed.trim()
    if (words === wanted.current) return
    const timer = setTimeout(() => {
      wanted.current = words
      ask.current(words)
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed])
  return (
    <TextInput
      size="xs"
      type="search"
      className="grow"
      data-testid="activity-text"
      aria-label={t('activities.search')}
      placeholder={t('activities.search')}
      maxLength={TEXT_LENGTH}
      leftSection={<IconSearch size={14} aria-hidden />}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || typed.trim() === wanted.current) return
        wanted.current = typed.trim()
        onText(wanted.current)
      }}
    />
  )
}

interface ChoicesProps {
  readonly filter: ActivityFilter
  readonly choices: ActivityChoicesView | undefined
  readonly onChange: (filter: ActivityFilter) => void
}

function Choices({ filter, choices, onChange }: ChoicesProps) {
  const t = useT()
  const options = optionsOf(choices, t)
  const one = (part: 'channel' | 'service' | 'agent', label: MessageKey, all: MessageKey) => (
    <Select
      size="xs"
      label={t(label)}
      data-testid={`activity-filter-${part}`}
      data={[{ value: '', label: t(all) }, ...options[part]]}
      value={filter[part]}
      allowDeselect={false}
      rightSection={<IconChevronDown size={14} aria-hidden />}
      rightSectionPointerEvents="none"
      onChange={(chosen) => onChange({ ...filter, [part]: chosen ?? '' })}
    />
  )
  const day = (part: 'from' | 'until', label: MessageKey) => (
    <TextInput
      size="xs"
      type="date"
      dir="ltr"
      label={t(label)}
      data-testid={`activity-filter-${part}`}
      value={filter[part]}
      {...(part === 'until' && filter.from !== '' ? { min: filter.from } : {})}
      onChange={(event) => onChange({ ...filter, [part]: event.currentTarget.value })}
    />
  )
  return (
    <>
      {one('channel', 'activities.byChannel', 'activities.everyChannel')}
      {one('service', 'activities.byService', 'activities.everyService')}
      {one('agent', 'activities.byAgent', 'activities.everyAgent')}
      {day('from', 'activities.from')}
      {day('until', 'activities.until')}
    </>
  )
}

interface Option {
  readonly value: string
  readonly label: string
}

/// What is not a channel, and stands among them.
const FOLLOW_UP = 'follow-up'

function optionsOf(choices: ActivityChoicesView | undefined, t: ReturnType<typeof useT>) {
  const named = (all: ActivityChoicesView['agents'] | undefined): readonly Option[] =>
    (all ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const channels: readonly Option[] = (choices?.channels ?? []).map((one) => {
    const kind = kindOf(one)
    const word = one.channel === FOLLOW_UP ? 'followUp.many' : one.channel === WEB_CALL ? 'activities.callFromPage' : KIND_WORD[kind]
    return { value: one.channel, label: kind === 'MESSENGER' ? (one.account?.name ?? one.channel) : t(word) }
  })
  return { channel: channels, service: named(choices?.services), agent: named(choices?.agents) }
}

/// What is asked, each part with a cross, and all of it with one click.
function Asked({ filter, choices, onChange }: ChoicesProps) {
  const t = useT()
  const formats = useFormats()
  const options = optionsOf(choices, t)
  const words = (part: FilterPart): string => {
    const value = filter[part]
    switch (part) {
      case 'text':
        return t('activities.asksText', { text: value })
      case 'from':
        return t('activities.asksFrom', { day: formats.shortDay(`${value}T00:00`) })
      case 'until':
        return t('activities.asksUntil', { day: formats.shortDay(`${value}T00:00`) })
      default:
        return options[part].find((one) => one.value === value)?.label ?? '…'
    }
  }
  return (
    <div className="activity-asked" data-testid="activity-asked">
      {PARTS.filter((part) => filter[part] !== '').map((part) => (
        <button
          key={part}
          type="button"
          className="asked-part"
          data-part={part}
          aria-label={t('activities.without', { part: words(part) })}
          onClick={() => onChange({ ...filter, [part]: '' })}
        >
          <bdi className="trunc">{words(part)}</bdi>
          <IconX size={12} aria-hidden />
        </button>
      ))}
      <button type="button" className="flat link" data-testid="activity-clear" onClick={() => onChange(ALL)}>
        <Say k="activities.clear" />
      </button>
    </div>
  )
}

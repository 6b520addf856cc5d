import './followup.css'
import { Button } from '@mantine/core'
import { IconBell, IconCheck, IconX } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useNavigate } from 'react-router'
import { create } from 'zustand'
import type { PlannedFollowUp } from '../api/types.ts'
import { nameOf as contactName } from '../contact/names.ts'
import { useNow } from '../desk/now.ts'
import { useFormats } from '../i18n/formats.ts'
import { Ltr, Say, useT } from '../i18n/Say.tsx'
import { announce } from '../offer/notification.ts'
import { useCommand } from '../shell/useCommand.ts'
import { nameOf, reminded, standingOf } from './followUps.ts'
import { useFollowUpActions, usePlanned } from './queries.ts'

/// What was put away stays so when the page is read anew; what is due remains in the list.
const KEY = 'hiwar.reminders'
const KEPT = 200
const SHOWN = 3

const usePutAway = create<readonly string[]>(() => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : []
  } catch {
    return []
  }
})

function putAway(name: string): void {
  const all = [...usePutAway.getState().filter((one) => one !== name), name].slice(-KEPT)
  usePutAway.setState(all, true)
  try {
    localStorage.setItem(KEY, JSON.stringify(all))
  } catch {
    // Without a place to keep it, it comes again with the next reading of the page.
  }
}

/// Says what is due, beside whatever the agent is doing.
export function Reminders() {
  const t = useT()
  const due = reminded(usePlanned(), usePutAway(), useNow())
  if (due.length === 0) return null
  return (
    <section className="together" aria-label={t('followUp.reminders')} role="status">
      {due.slice(0, SHOWN).map((one) => (
        <Reminder key={one.followUp.id} planned={one} />
      ))}
      {due.length > SHOWN && (
        <p className="meta subtle">
          <Say k="followUp.more" values={{ count: due.length - SHOWN }} />
        </p>
      )}
    </section>
  )
}

function Reminder({ planned: { followUp, contact } }: { readonly planned: PlannedFollowUp }) {
  const t = useT()
  const formats = useFormats()
  const navigate = useNavigate()
  const now = useNow()
  const { done } = useFollowUpActions()
  const { run, busy } = useCommand(() => done(followUp))
  const overdue = standingOf(followUp, now) === 'overdue'
  const title = t(overdue ? 'followUp.now' : 'followUp.soon', { time: `\u2066${formats.time(followUp.dueAt)}\u2069` })
  const name = contactName(contact, t)
  useEffect(
    () => announce({ title, body: `${name}\n${followUp.note}`.trim(), tag: `follow-up-${followUp.id}` }),
    [title, name, followUp.note, followUp.id],
  )
  return (
    <article className={overdue ? 'reminder overdue' : 'reminder'} data-testid="reminder" data-follow-up={followUp.id}>
      <div className="row g3">
        <IconBell size={16} aria-hidden />
        <span className="med grow">{title}</span>
        <button type="button" className="ib" aria-label={t('common.dismiss')} title={t('common.dismiss')} data-testid="reminder-dismiss" onClick={() => putAway(nameOf(followUp, now))}>
          <IconX size={14} aria-hidden />
        </button>
      </div>
      <div>
        <bdi className="med">{name}</bdi>
        {overdue && (
          <span className="meta muted">
            {' · '}
            <Say k="followUp.overdueSince" values={{ day: formats.nearDay(followUp.dueAt), time: <Ltr key="t">{formats.time(followUp.dueAt)}</Ltr> }} />
          </span>
        )}
      </div>
      {followUp.note !== '' && (
        <p className="words reminder-note" dir="auto">
          {followUp.note}
        </p>
      )}
      <div className="row g3">
        <Button
          size="xs"
          variant="filled"
          data-testid="reminder-open"
          onClick={() => {
            putAway(nameOf(followUp, now))
            void navigate(`/contacts/${contact.id}/activities/${followUp.id}`)
          }}
        >
          <Say k="followUp.open" />
        </Button>
        <Button size="xs" loading={busy} leftSection={<IconCheck size={14} aria-hidden />} data-testid="reminder-done" onClick={() => void run()}>
          <Say k="followUp.done" />
        </Button>
      </div>
    </article>
  )
}

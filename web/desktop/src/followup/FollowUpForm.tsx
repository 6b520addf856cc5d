import { Button, Modal, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { FollowUpView, Id } from '../api/types.ts'
import { useNow } from '../desk/now.ts'
import { serverNow } from '../desk/store.ts'
import { useFormats } from '../i18n/formats.ts'
import type { MessageKey } from '../i18n/language.ts'
import { explain } from '../i18n/problems.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { instantAt } from '../preview/zones.ts'
import { useClose } from '../shell/useClose.ts'
import { useCommand } from '../shell/useCommand.ts'
import { localAt, morning } from './followUps.ts'
import { type Plan, useFollowUpActions } from './queries.ts'

interface Props {
  readonly opened: boolean
  readonly onClose: () => void
  /// What it follows.
  readonly activity: Id
  /// The one that is moved; null: one is planned.
  readonly moved: FollowUpView | null
}

/// When, by whose clock, what for, and whether to be reminded.
export function FollowUpForm({ opened, onClose, ...rest }: Props) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={<Say k={rest.moved === null ? 'followUp.schedule' : 'followUp.moveTitle'} />}
      closeButtonProps={useClose()}
      data-testid="follow-up-form"
    >
      {opened && <Form {...rest} onDone={onClose} />}
    </Modal>
  )
}

const REMINDERS: readonly { readonly minutes: number; readonly key: MessageKey }[] = [
  { minutes: 0, key: 'followUp.remindAtOnce' },
  { minutes: 10, key: 'followUp.remind10' },
  { minutes: 30, key: 'followUp.remind30' },
  { minutes: 60, key: 'followUp.remind60' },
  { minutes: 1440, key: 'followUp.remind1440' },
]
const NO_REMINDER = 'none'
const USUAL_REMINDER = 10
const NOTE_LENGTH = 2_000
const HOUR_MS = 3_600_000

function Form({ activity, moved, onDone }: Pick<Props, 'activity' | 'moved'> & { readonly onDone: () => void }) {
  const t = useT()
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  const [zone, setZone] = useState(moved?.zone ?? own)
  const [at, setAt] = useState(() => localAt(moved === null ? serverNow() + HOUR_MS : Date.parse(moved.dueAt), moved?.zone ?? own))
  const [note, setNote] = useState(moved?.note ?? '')
  const [reminder, setReminder] = useState(String(moved === null ? USUAL_REMINDER : (moved.remindMinutes ?? NO_REMINDER)))
  const [problem, setProblem] = useState<string | null>(null)
  const actions = useFollowUpActions()
  const dueAt = at === '' ? null : instantAt(at, zone)
  const past = useNow() >= Date.parse(dueAt ?? '')
  const { run, busy } = useCommand(
    async (plan: Plan) => {
      await (moved === null ? actions.plan(activity, plan) : actions.move(moved, plan))
      onDone()
    },
    (error) => {
      setProblem(explain(error, t))
      void actions.fresh()
    },
  )
  const choose = (chosen: number) => {
    setZone(own)
    setAt(localAt(chosen, own))
  }
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        if (dueAt === null || past) return
        setProblem(null)
        void run({ dueAt, zone, note: note.trim(), remindMinutes: reminder === NO_REMINDER ? null : Number(reminder) })
      }}
    >
      <Quickly onChoose={choose} />
      <div className="follow-up-when">
        <TextInput
          type="datetime-local"
          dir="ltr"
          label={t('followUp.when')}
          data-testid="follow-up-at"
          value={at}
          error={past ? t('followUp.past') : null}
          onChange={(event) => setAt(event.currentTarget.value)}
        />
        <Select label={t('followUp.zone')} dir="ltr" data-testid="follow-up-zone" data={zones(zone)} value={zone} searchable limit={50} allowDeselect={false} onChange={(chosen) => setZone(chosen ?? zone)} />
      </div>
      {zone !== own && dueAt !== null && <ByYourClock at={dueAt} />}
      <Textarea
        label={t('followUp.note')}
        placeholder={t('followUp.noteHint')}
        data-testid="follow-up-note"
        data-autofocus
        autosize
        minRows={2}
        maxRows={6}
        maxLength={NOTE_LENGTH}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Select
        label={t('followUp.reminder')}
        data-testid="follow-up-reminder"
        data={[{ value: NO_REMINDER, label: t('followUp.remindNone') }, ...REMINDERS.map(({ minutes, key }) => ({ value: String(minutes), label: t(key) }))]}
        value={reminder}
        allowDeselect={false}
        onChange={(chosen) => setReminder(chosen ?? NO_REMINDER)}
      />
      {problem !== null && <p className="hint err">{problem}</p>}
      <div className="row form-end">
        <Button variant="subtle" onClick={onDone}>
          <Say k="common.cancel" />
        </Button>
        <Button variant="filled" type="submit" loading={busy} disabled={dueAt === null || past} data-testid="follow-up-save">
          <Say k={moved === null ? 'followUp.save' : 'followUp.move'} />
        </Button>
      </div>
    </form>
  )
}

function Quickly({ onChoose }: { readonly onChoose: (at: number) => void }) {
  const times: readonly { readonly key: MessageKey; readonly at: () => number }[] = [
    { key: 'followUp.inAnHour', at: () => serverNow() + HOUR_MS },
    { key: 'followUp.tomorrow', at: () => morning(serverNow(), 1) },
    { key: 'followUp.inAWeek', at: () => morning(serverNow(), 7) },
  ]
  return (
    <div className="row follow-up-quickly">
      {times.map(({ key, at }) => (
        <Button key={key} size="xs" onClick={() => onChoose(at())}>
          <Say k={key} />
        </Button>
      ))}
    </div>
  )
}

function ByYourClock({ at }: { readonly at: string }) {
  const formats = useFormats()
  return (
    <p className="hint">
      <Say k="followUp.byYourClock" values={{ time: <bdi key="t">{`${formats.shortDay(at)} ${formats.time(at)}`}</bdi> }} />
    </p>
  )
}

/// Every zone that this browser knows, and the one that is meant.
function zones(meant: string): readonly string[] {
  const known = Intl.supportedValuesOf('timeZone')
  return known.includes(meant) ? known : [meant, ...known]
}

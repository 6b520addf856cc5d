import { Button } from '@mantine/core'
import { IconCalendarPlus, IconCalendarTime, IconCheck, IconX } from '@tabler/icons-react'
import { Suspense, useRef, useState } from 'react'
import type { FollowUpView, Id } from '../api/types.ts'
import { useDesk } from '../desk/store.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { seldom } from '../seldom.ts'
import { useCommand } from '../shell/useCommand.ts'
import { useFollowUpActions, useMayPlan } from './queries.ts'

const FollowUpForm = seldom((later) => later.FollowUpForm)

/// From an activity to what is to be done about it.
export function ScheduleButton({ activity }: { readonly activity: Id }) {
  const [opened, setOpened] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => {
    setOpened(false)
    button.current?.focus()
  }
  if (!useMayPlan()) return null
  return (
    <>
      <Button ref={button} size="xs" leftSection={<IconCalendarPlus size={14} aria-hidden />} data-testid="schedule-follow-up" onClick={() => setOpened(true)}>
        <Say k="followUp.schedule" />
      </Button>
      <Suspense fallback={null}>{opened && <FollowUpForm opened onClose={close} activity={activity} moved={null} />}</Suspense>
    </>
  )
}

/// Done, moved, cancelled: by whose it is, as long as it is planned.
export function FollowUpActions({ followUp }: { readonly followUp: FollowUpView }) {
  const t = useT()
  const mine = useDesk((desk) => desk.snapshot?.me.id === followUp.owner.id)
  const [moving, setMoving] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => {
    setMoving(false)
    button.current?.focus()
  }
  const { done, cancel } = useFollowUpActions()
  const finishing = useCommand(() => done(followUp))
  const cancelling = useCommand(() => cancel(followUp))
  if (!mine || followUp.state !== 'PLANNED') return null
  return (
    <div className="row g3 follow-up-actions">
      <Button size="xs" leftSection={<IconCheck size={14} aria-hidden />} loading={finishing.busy} data-testid="follow-up-done" onClick={() => void finishing.run()}>
        <Say k="followUp.done" />
      </Button>
      <Button ref={button} size="xs" leftSection={<IconCalendarTime size={14} aria-hidden />} data-testid="follow-up-move" onClick={() => setMoving(true)}>
        <Say k="followUp.move" />
      </Button>
      <button
        type="button"
        className="ib"
        disabled={cancelling.busy}
        data-testid="follow-up-cancel"
        aria-label={t('followUp.cancel')}
        title={t('followUp.cancel')}
        onClick={() => void cancelling.run()}
      >
        <IconX size={14} aria-hidden />
      </button>
      <Suspense fallback={null}>{moving && <FollowUpForm opened onClose={close} activity={followUp.activity} moved={followUp} />}</Suspense>
    </div>
  )
}

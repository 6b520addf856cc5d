import { Button } from '@mantine/core'
import { IconCalendarPlus, IconCalendarTime, IconCheck, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { FollowUpView, Id } from '../api/types.ts'
import { useDesk } from '../desk/store.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { useCommand } from '../shell/useCommand.ts'
import { FollowUpForm } from './FollowUpForm.tsx'
import { useFollowUpActions, useMayPlan } from './queries.ts'

/// From an activity to what is to be done about it.
export function ScheduleButton({ activity }: { readonly activity: Id }) {
  const [opened, setOpened] = useState(false)
  if (!useMayPlan()) return null
  return (
    <>
      <Button size="xs" leftSection={<IconCalendarPlus size={14} aria-hidden />} data-testid="schedule-follow-up" onClick={() => setOpened(true)}>
        <Say k="followUp.schedule" />
      </Button>
      <FollowUpForm opened={opened} onClose={() => setOpened(false)} activity={activity} moved={null} />
    </>
  )
}

/// Done, moved, cancelled: by whose it is, as long as it is planned.
export function FollowUpActions({ followUp }: { readonly followUp: FollowUpView }) {
  const t = useT()
  const mine = useDesk((desk) => desk.snapshot?.me.id === followUp.owner.id)
  const [moving, setMoving] = useState(false)
  const { done, cancel } = useFollowUpActions()
  const finishing = useCommand(() => done(followUp))
  const cancelling = useCommand(() => cancel(followUp))
  if (!mine || followUp.state !== 'PLANNED') return null
  return (
    <div className="row g3 follow-up-actions">
      <Button size="xs" leftSection={<IconCheck size={14} aria-hidden />} loading={finishing.busy} data-testid="follow-up-done" onClick={() => void finishing.run()}>
        <Say k="followUp.done" />
      </Button>
      <Button size="xs" leftSection={<IconCalendarTime size={14} aria-hidden />} data-testid="follow-up-move" onClick={() => setMoving(true)}>
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
      <FollowUpForm opened={moving} onClose={() => setMoving(false)} activity={followUp.activity} moved={followUp} />
    </div>
  )
}

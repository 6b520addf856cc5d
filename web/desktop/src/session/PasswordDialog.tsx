import { Button, Modal, PasswordInput } from '@mantine/core'
import { useState } from 'react'
import { Problem, send } from '../api/http.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { explain } from '../i18n/problems.ts'
import { useClose } from '../shell/useClose.ts'
import { useCommand } from '../shell/useCommand.ts'

interface Props {
  readonly opened: boolean
  readonly onClose: () => void
}

export function PasswordDialog({ opened, onClose }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title={<Say k="session.changePassword" />} closeButtonProps={useClose()}>
      {opened && <PasswordForm onDone={onClose} />}
    </Modal>
  )
}

function PasswordForm({ onDone }: { readonly onDone: () => void }) {
  const t = useT()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const [problem, setProblem] = useState<{ readonly at: 'current' | 'form'; readonly text: string } | null>(null)
  const { run, busy } = useCommand(
    () => send('POST', '/api/me/password', { body: { current, next } }),
    (error) => {
      const wrong = error instanceof Problem && error.code === 'wrong-password'
      setProblem(
        wrong ? { at: 'current', text: explain(error, t) } : { at: 'form', text: explain(error, t) },
      )
    },
  )
  const differs = again !== '' && next !== again
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        setProblem(null)
        if (!differs) void run().then((done) => done && onDone())
      }}
    >
      <PasswordInput
        label={t('session.currentPassword')}
        value={current}
        autoComplete="current-password"
        required
        withAsterisk={false}
        data-autofocus
        error={problem?.at === 'current' ? problem.text : undefined}
        onChange={(event) => setCurrent(event.currentTarget.value)}
      />
      <PasswordInput
        label={t('session.newPassword')}
        value={next}
        autoComplete="new-password"
        required
        withAsterisk={false}
        onChange={(event) => setNext(event.currentTarget.value)}
      />
      <PasswordInput
        label={t('session.newPasswordAgain')}
        value={again}
        autoComplete="new-password"
        required
        withAsterisk={false}
        error={differs ? t('session.passwordsDiffer') : undefined}
        onChange={(event) => setAgain(event.currentTarget.value)}
      />
      {problem?.at === 'form' && (
        <p className="hint err" role="alert">
          {problem.text}
        </p>
      )}
      <div className="row form-end">
        <Button onClick={onDone}>
          <Say k="common.cancel" />
        </Button>
        <Button type="submit" variant="filled" loading={busy} disabled={current === '' || next === '' || next !== again}>
          <Say k="session.changePassword" />
        </Button>
      </div>
    </form>
  )
}

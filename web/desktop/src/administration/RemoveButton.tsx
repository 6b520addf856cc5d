import { Button, Modal } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { explain } from '../i18n/problems.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { useClose } from '../shell/useClose.ts'
import { useCommand } from '../shell/useCommand.ts'

interface Props {
  /// What is to be removed, in the title of the question.
  readonly name: ReactNode
  readonly consequence: ReactNode
  readonly remove: () => Promise<unknown>
  readonly onRemoved: () => void
  readonly testId?: string
}

/// Asks once before something is gone; a refusal is said where it was asked for.
export function RemoveButton({ name, consequence, remove, onRemoved, testId = 'admin-remove' }: Props) {
  const t = useT()
  const [asking, setAsking] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const { run, busy } = useCommand(remove, (error) => setProblem(explain(error, t)))
  const close = useClose()
  const ask = (open: boolean) => {
    setAsking(open)
    setProblem(null)
  }
  return (
    <>
      <Button size="xs" data-testid={testId} onClick={() => ask(true)}>
        <Say k="contact.remove" />
      </Button>
      <Modal opened={asking} onClose={() => ask(false)} title={<Say k="admin.removeTitle" values={{ name }} />} closeButtonProps={close}>
        <div className="form">
          <div>{consequence}</div>
          {problem !== null && (
            <p className="admin-error" role="alert">
              {problem}
            </p>
          )}
          <div className="row form-end">
            <Button data-autofocus onClick={() => ask(false)}>
              <Say k="common.cancel" />
            </Button>
            <Button
              className="danger"
              loading={busy}
              data-testid="admin-remove-sure"
              onClick={() => {
                setProblem(null)
                void run().then((done) => done && onRemoved())
              }}
            >
              <Say k="contact.remove" />
            </Button>
          </div>
        </div>
      </Modal>
    </>
  )
}

import { Button, Modal } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useNavigate } from 'react-router'
import type { Id } from '../api/types.ts'
import { explain } from '../i18n/problems.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { isolated } from '../i18n/written.ts'
import { notice } from '../shell/notices.ts'
import { useClose } from '../shell/useClose.ts'
import { useCommand } from '../shell/useCommand.ts'
import { useReadAgain } from './queries.ts'
import type { SectionName } from './sections.ts'

/// How what was removed is made again.
export interface Again {
  readonly name: string
  readonly make: () => Promise<unknown>
}

/// For what has a place in a section: it is open afterwards.
export function useAgain(section: SectionName): (name: string, make: () => Promise<{ readonly id: Id }>) => Again {
  const navigate = useNavigate()
  const readAgain = useReadAgain()
  return (name, make) => ({
    name,
    make: async () => {
      const { id } = await make()
      await readAgain()
      await navigate(`/administration/${section}/${id}`)
    },
  })
}

interface Props {
  /// What is to be removed, in the title of the question.
  readonly name: ReactNode
  readonly consequence: ReactNode
  readonly remove: () => Promise<unknown>
  readonly onRemoved: () => void
  /// Absent where it cannot be made again as it was: the question says so.
  readonly again?: Again | undefined
  /// False where something else is asked first.
  readonly final?: boolean
  readonly testId?: string
}

/// Asks once before something is gone; a refusal is said where it was asked for.
export function RemoveButton({ name, consequence, remove, onRemoved, again, final = again === undefined, testId = 'admin-remove' }: Props) {
  const t = useT()
  const [asking, setAsking] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const { run, busy } = useCommand(remove, (error) => setProblem(explain(error, t)))
  const close = useClose()
  const ask = (open: boolean) => {
    setAsking(open)
    setProblem(null)
  }
  const offer = ({ name: removed, make }: Again) =>
    notice(t('admin.removed', { name: isolated(removed) }), () => void make().catch((error: unknown) => notice(explain(error, t))))
  return (
    <>
      <Button size="xs" data-testid={testId} onClick={() => ask(true)}>
        <Say k="contact.remove" />
      </Button>
      <Modal opened={asking} onClose={() => ask(false)} title={<Say k="admin.removeTitle" values={{ name }} />} closeButtonProps={close}>
        <div className="form">
          <div>{consequence}</div>
          {final && (
            <p data-testid="admin-remove-final">
              <Say k="admin.forGood" />
            </p>
          )}
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
                void run().then((done) => {
                  if (!done) return
                  onRemoved()
                  if (again !== undefined) offer(again)
                })
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

import { Button } from '@mantine/core'
import { useState } from 'react'
import { send } from '../../api/http.ts'
import type { ChatEntry } from '../../api/types.ts'
import { explain } from '../../i18n/problems.ts'
import { Say, useT } from '../../i18n/Say.tsx'
import { useCommand } from '../../shell/useCommand.ts'
import { Group } from '../fields.tsx'
import { useReadAgain } from '../queries.ts'
import { RemoveButton } from '../RemoveButton.tsx'

/// The secret with which the site attests who is signed in there. It is shown once, when it is made.
export function Identity({ entry }: { readonly entry: ChatEntry }) {
  const t = useT()
  const readAgain = useReadAgain()
  const [secret, setSecret] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const path = { entry: entry.id }
  const renew = useCommand(
    async () => {
      setProblem(null)
      const made = await send('POST', '/api/chat-entries/{entry}/identity', { path })
      setSecret(made.secret)
      await readAgain()
    },
    (error) => setProblem(explain(error, t)),
  )
  return (
    <Group heading="admin.entry.identity" hint="admin.entry.identityHint">
      <p data-testid="entry-attests" data-attests={entry.attests}>
        <Say k={entry.attests ? 'admin.entry.attests' : 'admin.entry.attestsNot'} />
      </p>
      {secret !== null && (
        <div>
          <p className="entry-label">
            <Say k="admin.entry.secretOnce" />
          </p>
          <code className="entry-snippet" dir="ltr" tabIndex={0} data-testid="entry-secret">
            {secret}
          </code>
        </div>
      )}
      {problem !== null && (
        <p className="admin-error" role="alert">
          {problem}
        </p>
      )}
      <div className="row">
        <Button size="xs" loading={renew.busy} data-testid="entry-secret-make" onClick={() => void renew.run()}>
          <Say k={entry.attests ? 'admin.entry.secretRenew' : 'admin.entry.secretMake'} />
        </Button>
        {entry.attests && (
          <RemoveButton
            name={<Say k="admin.entry.identity" />}
            consequence={<Say k="admin.entry.secretRemove" />}
            remove={async () => {
              await send('DELETE', '/api/chat-entries/{entry}/identity', { path })
              setSecret(null)
              await readAgain()
            }}
            onRemoved={() => undefined}
            testId="entry-secret-remove"
          />
        )}
      </div>
    </Group>
  )
}

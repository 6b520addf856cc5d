import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { send } from '../api/http.ts'
import type { ContactSummary, ConversationView } from '../api/types.ts'
import type { MessageKey } from '../i18n/language.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { useCommand } from '../shell/useCommand.ts'
import { nameOf } from './names.ts'

interface Props {
  readonly conversation: ConversationView
  readonly candidate: ContactSummary
  readonly may: boolean
  /// What the agent says by choosing.
  readonly words: MessageKey
}

/// Somebody who may be calling, for the agent to say so.
export function Candidate({ conversation, candidate, may, words }: Props) {
  const t = useT()
  const queries = useQueryClient()
  const { run, busy } = useCommand(async () => {
    await send('PUT', '/api/conversations/{conversation}/contact', {
      path: { conversation: conversation.id },
      body: { contact: candidate.id },
    })
    await queries.invalidateQueries({ queryKey: ['contacts'] })
  })
  return (
    <li className="row" data-testid="candidate">
      <span className="grow trunc">
        <bdi>{nameOf(candidate, t)}</bdi>
      </span>
      {may && (
        <Button size="xs" variant="default" loading={busy} onClick={() => void run()}>
          <Say k={words} />
        </Button>
      )}
    </li>
  )
}

import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { send } from '../api/http.ts'
import type { ContactSummary, ConversationView } from '../api/types.ts'
import { useDesk } from '../desk/store.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { useCommand } from '../shell/useCommand.ts'
import { nameOf } from './names.ts'
import { useCandidates } from './queries.ts'

/// Who may be calling from a number that several contacts share. Nobody is chosen but by the agent.
export function Candidates({ conversation }: { readonly conversation: ConversationView }) {
  const { contact } = conversation
  const asked = contact.name === null && contact.addresses.every((one) => one.kind !== 'VISITOR')
  const { data } = useCandidates(contact.id, asked)
  const may = useDesk((desk) => desk.snapshot?.me.privileges.includes('EDIT_CONTACTS') ?? false)
  const named = (data ?? []).filter((one) => one.name !== null)
  if (!asked || named.length === 0) return null
  return (
    <section className="group" data-testid="candidates">
      <div className="label">
        <Say k="contact.candidates" />
      </div>
      <ul className="candidates">
        {named.map((one) => (
          <Candidate key={one.id} conversation={conversation} candidate={one} may={may} />
        ))}
      </ul>
    </section>
  )
}

interface Props {
  readonly conversation: ConversationView
  readonly candidate: ContactSummary
  readonly may: boolean
}

function Candidate({ conversation, candidate, may }: Props) {
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
          <Say k="contact.isCandidate" />
        </Button>
      )}
    </li>
  )
}

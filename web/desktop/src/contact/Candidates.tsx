import type { ContactSummary, ConversationView } from '../api/types.ts'
import { useDesk } from '../desk/store.ts'
import { Say } from '../i18n/Say.tsx'
import { Candidate } from './Candidate.tsx'
import { FindCaller } from './FindCaller.tsx'
import { useCandidates } from './queries.ts'

/// Who may be calling where the number does not tell: those who share it, and whoever the agent finds. Nobody is chosen
/// but by the agent.
export function Candidates({ conversation }: { readonly conversation: ConversationView }) {
  const { contact } = conversation
  const asked = contact.name === null && contact.addresses.every((one) => one.kind !== 'VISITOR')
  const { data } = useCandidates(contact.id, asked)
  const may = useDesk((desk) => desk.snapshot?.me.privileges.includes('EDIT_CONTACTS') ?? false)
  const named = (data ?? []).filter((one) => one.name !== null)
  if (!asked) return null
  return (
    <>
      {named.length > 0 && <Sharing conversation={conversation} named={named} may={may} />}
      {may && <FindCaller conversation={conversation} />}
    </>
  )
}

interface Props {
  readonly conversation: ConversationView
  readonly named: readonly ContactSummary[]
  readonly may: boolean
}

function Sharing({ conversation, named, may }: Props) {
  return (
    <section className="group" data-testid="candidates">
      <div className="label">
        <Say k="contact.candidates" />
      </div>
      <ul className="candidates">
        {named.map((one) => (
          <Candidate key={one.id} conversation={conversation} candidate={one} may={may} words="contact.isCandidate" />
        ))}
      </ul>
    </section>
  )
}

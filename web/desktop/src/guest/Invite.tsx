import { Button, Modal, Select } from '@mantine/core'
import { IconChevronDown, IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { send } from '../api/http.ts'
import type { ColleagueView, ConversationView, Id, InteractionView } from '../api/types.ts'
import { useDesk } from '../desk/store.ts'
import { explain } from '../i18n/problems.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { useClose } from '../shell/useClose.ts'
import { useCommand } from '../shell/useCommand.ts'
import { useMay } from '../telephone/calls.ts'
import { ColleagueOption } from '../telephone/ColleagueOption.tsx'
import { matching, useColleagues } from '../telephone/colleagues.ts'
import { giveable } from '../writing/GiveAway.tsx'
import { GoalEnd, GoalNote, GoalOption, GoalSearch } from '../writing/Goal.tsx'
import { KIND_WORD, kindOf } from '../writing/kinds.ts'
import { present } from './guests.ts'

/// Asks a colleague into what is written. Nothing where nothing is written, and for who may not.
export function Invite({ conversation }: { readonly conversation: ConversationView }) {
  const t = useT()
  const may = useMay('TRANSFER_CALLS')
  const synced = useDesk((desk) => desk.sync.state === 'IN_SYNC')
  const [open, setOpen] = useState(false)
  const written = giveable(conversation)
  if (!may || written.length === 0) return null
  return (
    <>
      <Button
        size="xs"
        data-testid="invite"
        disabled={!synced}
        title={synced ? undefined : t('wrapUp.whyNotInSync')}
        leftSection={<IconUserPlus size={14} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        <Say k="guest.invite" />
      </Button>
      {open && <InviteDialog written={written} onClose={() => setOpen(false)} />}
    </>
  )
}

interface Props {
  readonly written: readonly InteractionView[]
  readonly onClose: () => void
}

/// Whom, into what, and a word for them.
function InviteDialog({ written, onClose }: Props) {
  const t = useT()
  const close = useClose()
  const [what, setWhat] = useState<Id | null>(null)
  const [whom, setWhom] = useState<Id | null>(null)
  const [words, setWords] = useState('')
  const [note, setNote] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const into = written.find((one) => one.id === what) ?? written[0]
  const { run, busy } = useCommand(
    async (interaction: Id, colleague: Id) => {
      await send('POST', '/api/interactions/{interaction}/guests', { path: { interaction }, body: { colleague, note: note.trim() } })
      onClose()
    },
    (error) => setProblem(explain(error, t)),
  )
  if (into === undefined) return null
  return (
    <Modal opened onClose={onClose} title={<Say k="guest.inviteTitle" />} closeButtonProps={close}>
      <form
        className="form"
        data-testid="invite-dialog"
        onSubmit={(event) => {
          event.preventDefault()
          setProblem(null)
          if (whom !== null) void run(into.id, whom)
        }}
      >
        {written.length > 1 && (
          <Select
            label={t('guest.into')}
            data-testid="invite-into"
            data={written.map((one) => ({ value: one.id, label: t(KIND_WORD[kindOf(one)]) }))}
            value={into.id}
            allowDeselect={false}
            onChange={(value) => {
              setWhat(value)
              setWhom(null)
            }}
            rightSection={<IconChevronDown size={14} aria-hidden />}
            rightSectionPointerEvents="none"
          />
        )}
        <GoalSearch says="guest.whom" asks="guest.search" testId="invite-search" words={words} onWords={setWords} />
        <Colleagues into={into} words={words} whom={whom} onWhom={setWhom} />
        <GoalNote testId="invite-note" note={note} onNote={setNote} />
        <GoalEnd hint={<Say k="guest.hint" />} problem={problem} submit="guest.invite" testId="invite-submit" chosen={whom !== null} busy={busy} onClose={onClose} />
      </form>
    </Modal>
  )
}

interface ColleaguesProps {
  readonly into: InteractionView
  readonly words: string
  readonly whom: Id | null
  readonly onWhom: (colleague: Id) => void
}

/// Who is in it already is not among them.
function Colleagues({ into, words, whom, onWhom }: ColleaguesProps) {
  const t = useT()
  const there = present(into)
  const found = matching(useColleagues(true), words).filter((one) => there.every((guest) => guest.agent.id !== one.id))
  if (found.length === 0) {
    return (
      <p className="meta subtle">
        <Say k="guest.nobody" />
      </p>
    )
  }
  return (
    <div className="goals scroll" role="radiogroup" aria-label={t('guest.whom')}>
      {found.map((one) => (
        <GoalOption key={one.id} testId="invite-colleague" why={isThere(one) ? null : t('guest.whyNot')} chosen={whom === one.id} onChoose={() => onWhom(one.id)}>
          <ColleagueOption colleague={one} />
        </GoalOption>
      ))}
    </div>
  )
}

/// At their desk, ready or not, and nothing rings there.
function isThere({ presence }: ColleagueView): boolean {
  return presence.state !== 'LOGGED_OUT' && presence.next?.state !== 'LOGGED_OUT' && presence.workStatus !== 'RINGING'
}

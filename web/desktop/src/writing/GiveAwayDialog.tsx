import { Button, Modal, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { get, send } from '../api/http.ts'
import type { ColleagueView, ConversationView, Id, InteractionView, Named } from '../api/types.ts'
import { useDrafts } from '../conversation/drafts.ts'
import { explain } from '../i18n/problems.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { useClose } from '../shell/useClose.ts'
import { useCommand } from '../shell/useCommand.ts'
import { ColleagueOption } from '../telephone/ColleagueOption.tsx'
import { matching, useColleagues } from '../telephone/colleagues.ts'
import { liveMedia } from '../conversation/unread.ts'
import { begunWords, joined } from './begun.ts'
import { GoalEnd, GoalNote, GoalOption, GoalSearch } from './Goal.tsx'
import { KIND_WORD, kindOf } from './kinds.ts'

interface Props {
  readonly conversation: ConversationView
  readonly written: readonly InteractionView[]
  readonly onClose: () => void
}

type Goal = { readonly service: Id } | { readonly colleague: Id }

const none: readonly Named[] = []

/// To whom, what of it, and a word for whoever gets it.
export function GiveAwayDialog({ conversation, written, onClose }: Props) {
  const t = useT()
  const close = useClose()
  const several = written.length > 1
  const [what, setWhat] = useState<Id | null>(null)
  const [goal, setGoal] = useState<Goal | null>(null)
  const [words, setWords] = useState('')
  const [note, setNote] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  // Where somebody waits at the other end goes first; the rest follows.
  const lead = written.find((one) => one.id === what) ?? written.find((one) => kindOf(one) === 'WEB') ?? written[0]
  const whole = several && what === null
  const { run, busy } = useCommand(
    async (to: Goal, id: Id) => {
      const { service, colleague } = { service: null, colleague: null, ...to }
      await send('POST', '/api/interactions/{interaction}/transfer', {
        path: { interaction: id },
        body: { service, colleague, whole, note: note.trim() },
      })
      onClose()
    },
    (error) => setProblem(explain(error, t)),
  )
  if (lead === undefined) return null
  return (
    <Modal opened onClose={onClose} title={<Say k="transfer.title" />} closeButtonProps={close}>
      <form
        className="form"
        data-testid="give-away-dialog"
        onSubmit={(event) => {
          event.preventDefault()
          setProblem(null)
          if (goal !== null) void run(goal, lead.id)
        }}
      >
        {several && (
          <Select
            label={t('transfer.what')}
            data-testid="give-what"
            data={[{ value: '', label: t('transfer.whole') }, ...written.map((one) => ({ value: one.id, label: t('transfer.only', { channel: t(KIND_WORD[kindOf(one)]) }) }))]}
            value={what ?? ''}
            allowDeselect={false}
            onChange={(value) => {
              setWhat(value === null || value === '' ? null : value)
              setGoal(null)
            }}
            rightSection={<IconChevronDown size={14} aria-hidden />}
            rightSectionPointerEvents="none"
          />
        )}
        <GoalSearch says="transfer.toWhom" asks="transfer.search" testId="give-to" words={words} onWords={setWords} />
        <Goals lead={lead.id} words={words} goal={goal} onGoal={setGoal} />
        <GoalNote testId="give-note" note={note} onNote={setNote} />
        <Begun conversation={conversation} note={note} onNote={setNote} />
        <GoalEnd hint={<Consequences goal={goal} whole={whole} conversation={conversation} />} problem={problem} submit="call.transfer" testId="give-submit" chosen={goal !== null} busy={busy} onClose={onClose} />
      </form>
    </Modal>
  )
}

/// Whether it comes back, what else goes along, and what stays.
function Consequences({ goal, whole, conversation }: { readonly goal: Goal | null; readonly whole: boolean; readonly conversation: ConversationView }) {
  return (
    <>
      <Say k={goal !== null && 'colleague' in goal ? 'transfer.comesBack' : 'transfer.waits'} />
      {whole && (
        <>
          {' '}
          <Say k="transfer.restFollows" />
        </>
      )}
      {liveMedia(conversation).has('VOICE') && (
        <>
          {' '}
          <Say k="transfer.callStays" />
        </>
      )}
    </>
  )
}

interface GoalsProps {
  readonly lead: Id
  readonly words: string
  readonly goal: Goal | null
  readonly onGoal: (goal: Goal) => void
}

/// Services and colleagues whose name has every word; who can be given nothing now says why.
function Goals({ lead, words, goal, onGoal }: GoalsProps) {
  const t = useT()
  const services = useQuery({ queryKey: ['services-for', lead], queryFn: () => get('/api/interactions/{interaction}/services', { path: { interaction: lead } }), staleTime: 60_000 }).data ?? none
  const colleagues = matching(useColleagues(true), words)
  const found = matching(services, words)
  if (found.length === 0 && colleagues.length === 0) {
    return (
      <p className="meta subtle">
        <Say k="transfer.nobody" />
      </p>
    )
  }
  return (
    <div className="goals scroll" role="radiogroup" aria-label={t('transfer.toWhom')}>
      {found.length > 0 && (
        <div className="label">
          <Say k="transfer.services" />
        </div>
      )}
      {found.map((one) => (
        <GoalOption key={one.id} testId="goal-service" why={null} chosen={goal !== null && 'service' in goal && goal.service === one.id} onChoose={() => onGoal({ service: one.id })}>
          <span className="grow trunc">
            <bdi>{one.name}</bdi>
          </span>
        </GoalOption>
      ))}
      {colleagues.length > 0 && (
        <div className="label">
          <Say k="colleagues.title" />
        </div>
      )}
      {colleagues.map((one) => (
        <GoalOption
          key={one.id}
          testId="goal-colleague"
          why={isThere(one) ? null : t('transfer.whyNot')}
          chosen={goal !== null && 'colleague' in goal && goal.colleague === one.id}
          onChoose={() => onGoal({ colleague: one.id })}
        >
          <ColleagueOption colleague={one} />
        </GoalOption>
      ))}
    </div>
  )
}

/// Ready for more, and nothing rings there.
function isThere({ presence }: ColleagueView): boolean {
  return presence.state === 'READY' && presence.next === null && presence.workStatus !== 'RINGING'
}

/// What is begun and not sent stays where it is; it can go along in the note.
function Begun({ conversation, note, onNote }: { readonly conversation: ConversationView; readonly note: string; readonly onNote: (note: string) => void }) {
  const drafts = useDrafts()
  const begun = begunWords(drafts, conversation.id)
  if (begun === '') return null
  const next = joined(note, begun)
  return (
    <div className="row begun" data-testid="give-begun">
      <p className="meta muted grow">
        <Say k="transfer.begun" />
      </p>
      <Button size="xs" disabled={next === null || note.includes(begun)} onClick={() => next !== null && onNote(next)}>
        <Say k="transfer.intoNote" />
      </Button>
    </div>
  )
}

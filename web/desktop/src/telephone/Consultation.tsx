import { IconArrowForwardUp, IconLogout, IconPhoneOff, IconUserMinus, IconUsersGroup } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { send } from '../api/http.ts'
import type { CallView, ConsultationView, Id } from '../api/types.ts'
import { Timer } from '../desk/Timer.tsx'
import type { MessageKey } from '../i18n/language.ts'
import { Ltr, Say, useT } from '../i18n/Say.tsx'
import { useCommand } from '../shell/useCommand.ts'
import { RESULT_WORDS } from './calls.ts'
import { Control, CONTROL_ICON } from './Control.tsx'

interface Props {
  readonly interaction: Id
  readonly call: CallView
  readonly consultation: ConsultationView
  /// Why nothing can be done now; null when it can.
  readonly why: MessageKey | null
}

/// Whom the agent has asked into the call, under the call: who speaks with whom, and what may come of it.
export function Consultation({ interaction, call, consultation, why }: Props) {
  const { state } = consultation
  const does = useConsultation(interaction)
  return (
    <div className="call-line consultation" data-testid="consultation" data-state={state}>
      <div className="call-who">
        <b>
          <span className="pieces">
            <ConsultedName consultation={consultation} />
          </span>
          {state !== 'ENDED' && <Timer since={consultation.since} className="num" />}
        </b>
        <span className="trunc" role="status">
          <Words consultation={consultation} call={call} />
        </span>
      </div>
      {state !== 'ENDED' && (
        <div className="call-controls">
          {(state === 'CONNECTED' || state === 'HELD') && <TalkTo state={state} why={why} talk={does.talk} />}
          <Outcomes state={state} why={why} does={does} />
        </div>
      )}
    </div>
  )
}

export function ConsultedName({ consultation }: { readonly consultation: Pick<ConsultationView, 'user' | 'number'> }) {
  const { user, number } = consultation
  return user === null ? <Ltr className="num">{number}</Ltr> : <bdi>{user.name}</bdi>
}

function Words({ consultation, call }: Pick<Props, 'consultation' | 'call'>) {
  switch (consultation.state) {
    case 'RINGING':
      return <Say k={call.state === 'HELD' ? 'consult.ringingHeld' : 'consult.ringing'} />
    case 'CONNECTED':
      return <Say k="consult.withConsulted" />
    case 'HELD':
      return <Say k="consult.withCustomer" />
    case 'CONFERENCE':
      return <Say k="consult.conference" />
    case 'ENDED':
      return <Say k={consultation.result === null ? 'consult.ended' : RESULT_WORDS[consultation.result]} />
  }
}

interface Doings {
  readonly talk: (to: 'CUSTOMER' | 'CONSULTED' | 'ALL') => void
  readonly complete: () => void
  readonly letGo: () => void
}

interface OutcomesProps {
  readonly state: Exclude<ConsultationView['state'], 'ENDED'>
  readonly why: MessageKey | null
  readonly does: Doings
}

/// What may come of it.
function Outcomes({ state, why, does }: OutcomesProps) {
  const one = (k: MessageKey, testId: string, icon: ReactNode, onClick: () => void) => (
    <Control k={k} testId={testId} why={why} icon={icon} onClick={onClick} />
  )
  switch (state) {
    case 'RINGING':
      return one('call.cancel', 'consult-let-go', <IconPhoneOff {...CONTROL_ICON} />, does.letGo)
    case 'CONNECTED':
    case 'HELD':
      return (
        <>
          {one('consult.toConference', 'consult-conference', <IconUsersGroup {...CONTROL_ICON} />, () => does.talk('ALL'))}
          {one('consult.complete', 'consult-complete', <IconArrowForwardUp {...CONTROL_ICON} className="flip" />, does.complete)}
          {one('consult.letGo', 'consult-let-go', <IconPhoneOff {...CONTROL_ICON} />, does.letGo)}
        </>
      )
    case 'CONFERENCE':
      return (
        <>
          {one('consult.leave', 'consult-complete', <IconLogout {...CONTROL_ICON} className="flip" />, does.complete)}
          {one('consult.remove', 'consult-let-go', <IconUserMinus {...CONTROL_ICON} />, does.letGo)}
        </>
      )
  }
}

interface TalkToProps {
  readonly state: 'CONNECTED' | 'HELD'
  readonly why: MessageKey | null
  readonly talk: Doings['talk']
}

/// One hears and is heard by exactly one of the two; the other waits.
function TalkTo({ state, why, talk }: TalkToProps) {
  const t = useT()
  const side = (to: 'CUSTOMER' | 'CONSULTED', k: MessageKey, chosen: boolean) => (
    <button
      type="button"
      aria-pressed={chosen}
      aria-disabled={why !== null}
      title={why === null ? undefined : t(why)}
      data-testid={to === 'CUSTOMER' ? 'talk-customer' : 'talk-consulted'}
      onClick={() => {
        if (why === null && !chosen) talk(to)
      }}
    >
      <Say k={k} />
    </button>
  )
  return (
    <div className="talk-to" role="group" aria-label={t('consult.talkTo')}>
      {side('CUSTOMER', 'consult.customer', state === 'HELD')}
      {side('CONSULTED', 'consult.consulted', state === 'CONNECTED')}
    </div>
  )
}

function useConsultation(interaction: Id): Doings {
  const path = { interaction }
  const talking = useCommand((to: 'CUSTOMER' | 'CONSULTED' | 'ALL') =>
    send('PUT', '/api/calls/{interaction}/consultation', { path, body: { with: to } }),
  )
  const completing = useCommand(() => send('POST', '/api/calls/{interaction}/consultation/complete', { path }))
  const lettingGo = useCommand(() => send('DELETE', '/api/calls/{interaction}/consultation', { path }))
  return {
    talk: (to) => void talking.run(to),
    complete: () => void completing.run(),
    letGo: () => void lettingGo.run(),
  }
}

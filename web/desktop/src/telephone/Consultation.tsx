import { IconArrowForwardUp, IconLogout, IconPhoneOff, IconUserMinus, IconUsersGroup } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { send } from '../api/http.ts'
import type { CallView, ConsultationView, Id } from '../api/types.ts'
import { Timer } from '../desk/Timer.tsx'
import type { MessageKey } from '../i18n/language.ts'
import { Ltr, Say, useT } from '../i18n/Say.tsx'
import { useWish, type Wished } from '../shell/useWish.ts'
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
  const does = useConsultation(interaction, state)
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
          {(state === 'CONNECTED' || state === 'HELD') && <TalkTo why={why} with={does.with} />}
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

type With = 'CUSTOMER' | 'CONSULTED' | 'ALL'

interface Doings {
  /// Whom the agent talks with.
  readonly with: Wished<With | 'NOBODY'>
  readonly complete: Wished<boolean>
  readonly letGo: Wished<boolean>
}

interface OutcomesProps {
  readonly state: Exclude<ConsultationView['state'], 'ENDED'>
  readonly why: MessageKey | null
  readonly does: Doings
}

/// What may come of it.
function Outcomes({ state, why, does }: OutcomesProps) {
  const over = does.complete.busy || does.letGo.busy
  const one = (k: MessageKey, testId: string, icon: ReactNode, { busy, want }: Wished<boolean>) => (
    <Control k={k} testId={testId} busy={busy} why={why ?? (over ? 'call.whyOnItsWay' : null)} icon={icon} onClick={() => want(true)} />
  )
  switch (state) {
    case 'RINGING':
      return one('call.cancel', 'consult-let-go', <IconPhoneOff {...CONTROL_ICON} />, does.letGo)
    case 'CONNECTED':
    case 'HELD':
      return (
        <>
          <Control
            k="consult.toConference"
            testId="consult-conference"
            busy={does.with.value === 'ALL'}
            why={why}
            icon={<IconUsersGroup {...CONTROL_ICON} />}
            onClick={() => does.with.want('ALL')}
          />
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
  readonly why: MessageKey | null
  readonly with: Doings['with']
}

/// One hears and is heard by exactly one of the two; the other waits.
function TalkTo({ why, with: { value, busy, want } }: TalkToProps) {
  const t = useT()
  const side = (to: 'CUSTOMER' | 'CONSULTED', k: MessageKey) => (
    <button
      type="button"
      aria-pressed={value === to}
      aria-busy={(busy && value === to) || undefined}
      aria-disabled={why !== null}
      title={why === null ? undefined : t(why)}
      data-testid={to === 'CUSTOMER' ? 'talk-customer' : 'talk-consulted'}
      onClick={() => {
        if (why === null && value !== to) want(to)
      }}
    >
      <Say k={k} />
    </button>
  )
  return (
    <div className="talk-to" role="group" aria-label={t('consult.talkTo')}>
      {side('CUSTOMER', 'consult.customer')}
      {side('CONSULTED', 'consult.consulted')}
    </div>
  )
}

const WITH = { RINGING: 'NOBODY', CONNECTED: 'CONSULTED', HELD: 'CUSTOMER', CONFERENCE: 'ALL', ENDED: 'NOBODY' } as const

function useConsultation(interaction: Id, state: ConsultationView['state']): Doings {
  const path = { interaction }
  const talking = useWish<With | 'NOBODY'>(WITH[state], async (to) => {
    if (to !== 'NOBODY') await send('PUT', '/api/calls/{interaction}/consultation', { path, body: { with: to } })
  })
  const completing = useWish<boolean>(false, () => send('POST', '/api/calls/{interaction}/consultation/complete', { path }))
  const lettingGo = useWish(state === 'ENDED', () => send('DELETE', '/api/calls/{interaction}/consultation', { path }))
  return {
    with: talking,
    complete: completing,
    letGo: lettingGo,
  }
}

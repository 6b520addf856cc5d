import './supervision.css'
import { IconEye, IconUsersGroup, IconUserStar } from '@tabler/icons-react'
import { NavLink, useParams } from 'react-router'
import { useByName } from '../administration/names.ts'
import type { SupervisedAgent, SupervisedWork, Supervision } from '../api/types.ts'
import { nameOf } from '../contact/names.ts'
import { Timer } from '../desk/Timer.tsx'
import { HelpLink } from '../help/HelpLink.tsx'
import type { MessageKey } from '../i18n/language.ts'
import { explain } from '../i18n/problems.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { displayed, STATE_WORDS } from '../presence/displayed.ts'
import { StateMark } from '../presence/StateMark.tsx'
import { KIND_ICON, KIND_WORD } from '../writing/kinds.ts'
import { Look } from './Look.tsx'
import { useSupervision } from './queries.ts'
import { kindsIn, type Turn, turnOf } from './supervision.ts'

/// What the agents of one's teams, or all, have in hand at the moment; one conversation of it is looked at beside.
export function SupervisionPage() {
  const t = useT()
  const { conversation } = useParams()
  const { data, error } = useSupervision()
  return (
    <main className={conversation === undefined ? 'main supervision' : 'main supervision open'}>
      <section className="sheet scroll" aria-label={t('rail.supervision')} data-testid="supervision" tabIndex={-1}>
        <header className="supervision-head">
          <div className="grow">
            <h1>
              <Say k="supervision.title" />
            </h1>
            <p className="meta muted">
              <Say k="supervision.hint" />
            </p>
            {data !== undefined && <Teams teams={data.teams} />}
          </div>
          <HelpLink screen="supervision" />
        </header>
        {error !== null && <p className="hint err pad-s">{explain(error, t)}</p>}
        {data === undefined && error === null && (
          <p className="hint slow pad">
            <Say k="common.loading" />
          </p>
        )}
        {data !== undefined && <Agents teams={data.teams} agents={data.agents} beyond={data.beyond} />}
      </section>
      {conversation !== undefined && <Look key={conversation} id={conversation} />}
    </main>
  )
}

/// Whose agents are shown; nothing is said of all.
function Teams({ teams }: Pick<Supervision, 'teams'>) {
  const t = useT()
  if (teams === null || teams.length === 0) return null
  return (
    <ul className="supervision-teams" aria-label={t('supervision.teams')}>
      {teams.map((one) => (
        <li key={one.id} className="tag" data-testid="supervised-team">
          <IconUsersGroup size={12} stroke={2} aria-hidden />
          <bdi>{one.name}</bdi>
        </li>
      ))}
    </ul>
  )
}

function Agents({ teams, agents, beyond }: Supervision) {
  const byName = useByName()
  if (agents.length === 0) {
    const none = teams?.length === 0
    return (
      <div className="empty supervision-empty" data-testid="supervision-empty">
        <span className="art">
          <IconEye size={32} stroke={1.4} aria-hidden />
        </span>
        <h2>
          <Say k={none ? 'supervision.noTeamTitle' : 'supervision.emptyTitle'} />
        </h2>
        <p>
          <Say k={none ? 'supervision.noTeamText' : 'supervision.emptyText'} />
        </p>
      </div>
    )
  }
  return (
    <>
      {byName(agents, (one) => one.name).map((one) => (
        <Agent key={one.id} agent={one} />
      ))}
      {beyond > 0 && (
        <p className="hint pad">
          <Say k="supervision.beyond" values={{ count: beyond }} />
        </p>
      )}
    </>
  )
}

function Agent({ agent: { id, name, presence, inHand } }: { readonly agent: SupervisedAgent }) {
  const state = displayed(presence)
  return (
    <section className="supervised-agent" data-testid="supervised-agent" data-agent={id}>
      <header className="row">
        <StateMark state={state} />
        <h2 className="trunc">
          <bdi>{name}</bdi>
        </h2>
        <span className="meta subtle">
          <Say k={STATE_WORDS[state]} />
          {state !== 'LOGGED_OUT' && (
            <>
              {' · '}
              <Timer since={presence.since} />
            </>
          )}
        </span>
        <span className="meta subtle end">
          <Say k="supervision.inHand" values={{ count: inHand.length }} />
        </span>
      </header>
      <ul>
        {inHand.map((one) => (
          <Work key={one.conversation} work={one} />
        ))}
      </ul>
    </section>
  )
}

function Work({ work }: { readonly work: SupervisedWork }) {
  const t = useT()
  return (
    <li>
      <NavLink className="supervised" to={`/supervision/${work.conversation}`} replace data-testid="supervised" data-conversation={work.conversation}>
        <span className="supervised-signs">
          {kindsIn(work).map((kind) => {
            const Icon = KIND_ICON[kind]
            return <Icon key={kind} size={16} stroke={1.75} role="img" aria-label={t(KIND_WORD[kind])} />
          })}
        </span>
        <span className="trunc med">
          <bdi>{nameOf(work.contact, t)}</bdi>
        </span>
        <Timer since={work.since} className="meta muted supervised-since" />
        <span className="meta subtle supervised-facts">
          <bdi className="trunc">{work.service.name}</bdi>
          <TurnWords work={work} />
          {work.guests.map((guest) => (
            <span key={guest.id} className="tag">
              <IconUserStar size={12} stroke={2} aria-hidden />
              <bdi>{guest.name}</bdi>
            </span>
          ))}
        </span>
      </NavLink>
    </li>
  )
}

const TURNS: Readonly<Record<Exclude<Turn, 'AGENT'>, MessageKey>> = {
  WRAP_UP: 'state.wrapUp',
  CALL: 'conversations.onCall',
  CUSTOMER: 'conversations.theirTurn',
}

function TurnWords({ work }: { readonly work: SupervisedWork }) {
  const turn = turnOf(work)
  if (turn !== 'AGENT') return <Say k={TURNS[turn]} />
  return (
    <span className="supervised-waits">
      <Say k="supervision.waits" values={{ time: work.awaiting === null ? '' : <Timer key="t" since={work.awaiting} /> }} />
    </span>
  )
}

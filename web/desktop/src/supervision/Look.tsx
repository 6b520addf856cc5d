import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconEye, IconUserPlus, IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { send } from '../api/http.ts'
import type { ConversationView, Id, InteractionView } from '../api/types.ts'
import { nameOf } from '../contact/names.ts'
import { useFollowing, useOlder } from '../conversation/scrolling.ts'
import { Frame, Stretches, useStretches } from '../conversation/Timeline.tsx'
import type { Outgoing } from '../conversation/outbox.ts'
import { useDesk } from '../desk/store.ts'
import { Together } from '../guest/Together.tsx'
import { useFormats } from '../i18n/formats.ts'
import { explain } from '../i18n/problems.ts'
import { Ltr, Say, useT } from '../i18n/Say.tsx'
import { useMe } from '../session/me.ts'
import { useCommand } from '../shell/useCommand.ts'
import { InteractionStrip } from '../writing/InteractionStrip.tsx'
import { KIND_WORD, kindOf } from '../writing/kinds.ts'
import { isOver, isRefused, useLook, useRead } from './queries.ts'
import { wayIn } from './supervision.ts'

/// One conversation of a colleague, to be read while it goes on. What was read stays when it is over, but not when it went
/// to agents of whom one does not see the work.
export function Look({ id }: { readonly id: Id }) {
  const t = useT()
  const { data, error } = useLook(id)
  if (data !== undefined && !isRefused(error)) return <Looked conversation={data} problem={error} />
  return (
    <section className="sheet" aria-label={t('rail.supervision')} data-testid="look">
      <div className="chead">
        <div className="grow" />
        <Close />
      </div>
      {error === null ? (
        <p className="hint slow pad">
          <Say k="common.loading" />
        </p>
      ) : (
        <p className="hint err pad">{isOver(error) ? t('supervision.over') : explain(error, t)}</p>
      )}
    </section>
  )
}

function Looked({ conversation, problem }: { readonly conversation: ConversationView; readonly problem: Error | null }) {
  const t = useT()
  const name = nameOf(conversation.contact, t)
  return (
    <section className="sheet" aria-label={t('conversations.with', { name })} data-testid="look" data-conversation={conversation.id}>
      <Head conversation={conversation} over={isOver(problem)} />
      <Together conversation={conversation} />
      <p className={problem === null ? 'hint look-hint' : 'hint err look-hint'} role="status" data-testid="look-hint">
        <IconEye size={14} stroke={1.75} aria-hidden />
        <span>{problem === null ? <Say k="supervision.youLook" /> : isOver(problem) ? <Say k="supervision.over" /> : explain(problem, t)}</span>
      </p>
      <Log conversation={conversation} />
    </section>
  )
}

function Head({ conversation, over }: { readonly conversation: ConversationView; readonly over: boolean }) {
  const t = useT()
  const formats = useFormats()
  const { id } = conversation.contact
  const hosts = [...new Set(conversation.interactions.flatMap((one) => (one.host === null || one.state === 'ENDED' ? [] : [one.host.name])))]
  return (
    <div className="chead">
      <div className="grow">
        <h2 className="trunc">
          <Link to={`/contacts/${id}`}>
            <bdi>{nameOf(conversation.contact, t)}</bdi>
          </Link>
        </h2>
        <div className="meta subtle trunc">
          {hosts.map((host) => (
            <span key={host}>
              <bdi>{host}</bdi>
              {' · '}
            </span>
          ))}
          <bdi>{conversation.service.name}</bdi>
          {' · '}
          <Ltr>{formats.time(conversation.openedAt)}</Ltr>
        </div>
      </div>
      <InteractionStrip conversation={conversation} />
      {!over && <ComeIn conversation={conversation} />}
      <Close />
    </div>
  )
}

function Close() {
  const t = useT()
  return (
    <Link className="ib" to="/supervision" replace aria-label={t('common.close')} title={t('common.close')} data-testid="look-close">
      <IconX size={16} aria-hidden />
    </Link>
  )
}

/// The way in, or why there is none.
function ComeIn({ conversation }: { readonly conversation: ConversationView }) {
  const me = useMe()
  const way = wayIn(conversation, me?.id)
  switch (way.kind) {
    case 'THERE':
      return (
        <Button size="xs" component={Link} to={`/conversations/${conversation.id}`} data-testid="look-there">
          <Say k="supervision.there" />
        </Button>
      )
    case 'JOIN':
      return me?.privileges.includes('WORK_AT_DESK') === true ? <Join conversation={conversation.id} into={way.into} /> : <Why k="supervision.noDesk" />
    case 'CALL':
      return <Why k="supervision.onlyCall" />
    case 'NOTHING':
      return null
  }
}

function Why({ k }: { readonly k: 'supervision.noDesk' | 'supervision.onlyCall' }) {
  return (
    <span className="meta subtle look-why" data-testid="look-why">
      <Say k={k} />
    </span>
  )
}

/// From then on it is on the own desk, where it is opened as soon as it has come.
function Join({ conversation, into }: { readonly conversation: Id; readonly into: readonly InteractionView[] }) {
  const t = useT()
  const navigate = useNavigate()
  const [joined, setJoined] = useState(false)
  const synced = useDesk((desk) => desk.sync.state === 'IN_SYNC')
  const here = useDesk((desk) => desk.snapshot?.conversations.some((one) => one.id === conversation) === true)
  const { run, busy } = useCommand(async (interaction: Id) => {
    await send('POST', '/api/supervision/{interaction}/join', { path: { interaction } })
    setJoined(true)
  })
  useEffect(() => {
    if (joined && here) void navigate(`/conversations/${conversation}`)
  }, [joined, here, navigate, conversation])
  const given = {
    size: 'xs',
    variant: 'filled',
    'data-testid': 'look-join',
    loading: busy || joined,
    disabled: !synced,
    title: synced ? undefined : t('wrapUp.whyNotInSync'),
    leftSection: <IconUserPlus size={14} aria-hidden />,
  } as const
  const [only, ...others] = into
  if (only !== undefined && others.length === 0) {
    return (
      <Button {...given} onClick={() => void run(only.id)}>
        <Say k="guest.join" />
      </Button>
    )
  }
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button {...given} rightSection={<IconChevronDown size={14} aria-hidden />}>
          <Say k="guest.join" />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {into.map((one) => (
          <Menu.Item key={one.id} data-testid="look-join-one" onClick={() => void run(one.id)}>
            <Say k={KIND_WORD[kindOf(one)]} />
            {one.host !== null && (
              <>
                {' · '}
                <bdi>{one.host.name}</bdi>
              </>
            )}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

const nothingUnsent: readonly Outgoing[] = []

/// All that was said and noted, with what comes meanwhile.
function Log({ conversation }: { readonly conversation: ConversationView }) {
  const pane = useRef<HTMLDivElement>(null)
  const { log, fetchBefore } = useRead(conversation)
  const stretches = useStretches(conversation, log, nothingUnsent)
  const { atEnd, onScroll, toEnd } = useFollowing(pane, conversation.id)
  const older = useOlder(pane, log[0]?.seq ?? 1, true, fetchBefore)
  return (
    <Frame
      conversation={conversation}
      pane={pane}
      onScroll={() => {
        onScroll()
        older()
      }}
      below={!atEnd && <Say k="supervision.toEnd" />}
      toEnd={toEnd}
    >
      <Stretches stretches={stretches} conversation={conversation} still />
    </Frame>
  )
}

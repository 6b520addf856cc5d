import './guest.css'
import { Button, Menu } from '@mantine/core'
import { IconArrowForwardUp, IconChevronDown, IconDoorExit, IconHourglass, IconUser, IconUserOff, IconUserStar } from '@tabler/icons-react'
import { send } from '../api/http.ts'
import type { ConversationView, Id, InteractionView, ParticipantView } from '../api/types.ts'
import { useDesk } from '../desk/store.ts'
import { Countdown } from '../desk/Timer.tsx'
import { Say, useT } from '../i18n/Say.tsx'
import { useCommand } from '../shell/useCommand.ts'
import { useMay } from '../telephone/calls.ts'
import { present } from './guests.ts'

/// Who is in this conversation beside this agent. Nothing while nobody is.
export function Together({ conversation }: { readonly conversation: ConversationView }) {
  const t = useT()
  const me = useDesk((desk) => desk.snapshot?.me.id)
  const open = conversation.interactions.filter((one) => present(one).length > 0 && one.liveUntil === null)
  if (open.length === 0) return null
  return (
    <div className="together" role="group" aria-label={t('guest.people')} data-testid="together">
      {open.map((one) => (
        <People key={one.id} interaction={one} me={me} />
      ))}
    </div>
  )
}

interface PeopleProps {
  readonly interaction: InteractionView
  readonly me: Id | undefined
}

function People({ interaction, me }: PeopleProps) {
  const hosts = interaction.state === 'ACTIVE'
  const { host } = interaction
  return (
    <>
      {host !== null && (
        <span className="tag" data-testid="together-host">
          <IconUser size={12} stroke={2} aria-hidden />
          <Say k="guest.host" values={{ name: <bdi key="n">{host.name}</bdi> }} />
        </span>
      )}
      {present(interaction)
        .filter((one) => one.agent.id !== me)
        .map((one) => (hosts && one.host !== null ? <OwnGuest key={one.agent.id} interaction={interaction.id} guest={one} /> : <Person key={one.agent.id} guest={one} />))}
      {interaction.state === 'GUEST' && <Leave interaction={interaction.id} />}
    </>
  )
}

function Words({ guest }: { readonly guest: ParticipantView }) {
  const name = <bdi key="n">{guest.agent.name}</bdi>
  // One piece: what stands beside each other in a tag is set apart.
  if (guest.host === null)
    return (
      <span>
        <Say k="guest.supervisor" values={{ name }} />
      </span>
    )
  if (guest.joinedAt !== null) return name
  return (
    <>
      <span>
        <Say k="guest.isAsked" values={{ name }} />
      </span>
      {guest.until !== null && <Countdown until={guest.until} />}
    </>
  )
}

function Sign({ guest }: { readonly guest: ParticipantView }) {
  const Icon = guest.host === null ? IconUserStar : guest.joinedAt === null ? IconHourglass : IconUser
  return <Icon size={12} stroke={2} aria-hidden />
}

function Person({ guest }: { readonly guest: ParticipantView }) {
  return (
    <span className="tag" data-testid="together-guest">
      <Sign guest={guest} />
      <Words guest={guest} />
    </span>
  )
}

interface GuestProps {
  readonly interaction: Id
  readonly guest: ParticipantView
}

/// Who was asked by whoever has it, with what that agent can do.
function OwnGuest({ interaction, guest }: GuestProps) {
  const may = useMay('TRANSFER_CALLS')
  const synced = useDesk((desk) => desk.sync.state === 'IN_SYNC')
  const over = useCommand(() =>
    send('POST', '/api/interactions/{interaction}/hand-over', { path: { interaction }, body: { colleague: guest.agent.id } }),
  )
  const out = useCommand(() => send('DELETE', '/api/interactions/{interaction}/guests/{user}', { path: { interaction, user: guest.agent.id } }))
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <button type="button" className="tag" data-testid="together-guest" disabled={!synced || over.busy || out.busy}>
          <Sign guest={guest} />
          <Words guest={guest} />
          <IconChevronDown size={12} stroke={2} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {guest.joinedAt !== null && may && (
          <Menu.Item data-testid="guest-hand-over" leftSection={<IconArrowForwardUp size={14} className="flip" aria-hidden />} onClick={() => void over.run()}>
            <Say k="guest.handOver" />
          </Menu.Item>
        )}
        <Menu.Item data-testid="guest-remove" leftSection={<IconUserOff size={14} aria-hidden />} onClick={() => void out.run()}>
          <Say k={guest.joinedAt === null ? 'guest.withdraw' : 'guest.remove'} />
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function Leave({ interaction }: { readonly interaction: Id }) {
  const t = useT()
  const synced = useDesk((desk) => desk.sync.state === 'IN_SYNC')
  const { run, busy } = useCommand(() => send('POST', '/api/interactions/{interaction}/leave', { path: { interaction } }))
  return (
    <Button
      size="xs"
      data-testid="guest-leave"
      loading={busy}
      disabled={!synced}
      title={synced ? undefined : t('wrapUp.whyNotInSync')}
      leftSection={<IconDoorExit size={14} className="flip" aria-hidden />}
      onClick={() => void run()}
    >
      <Say k="guest.leave" />
    </Button>
  )
}

import { Button } from '@mantine/core'
import { IconInfoCircle, IconUserPlus } from '@tabler/icons-react'
import { useNavigate } from 'react-router'
import { send } from '../api/http.ts'
import type { ConversationView, DeskSnapshot, InteractionView, ParticipantView } from '../api/types.ts'
import { Avatar } from '../contact/Avatar.tsx'
import { nameOf } from '../contact/names.ts'
import { useDesk } from '../desk/store.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { KeyNames } from '../keyboard/KeyNames.tsx'
import { useAnswerKeys, useSignals } from '../offer/answering.ts'
import { SecondsLeft } from '../offer/SecondsLeft.tsx'
import { useCommand } from '../shell/useCommand.ts'
import { invitedInto, present } from './guests.ts'

/// A colleague asks this agent into what they write with a customer. `byKeys` is false while something else rings, too:
/// the keys answer that.
export function GuestPopup({ snapshot, byKeys }: { readonly snapshot: DeskSnapshot; readonly byKeys: boolean }) {
  const conversation = snapshot.conversations.find((one) => invitedInto(one) !== null)
  const interaction = conversation === undefined ? null : invitedInto(conversation)
  const asked = interaction === null ? undefined : present(interaction).find((one) => one.agent.id === snapshot.me.id)
  if (conversation === undefined || interaction === null || asked === undefined) return null
  return <Popup key={`${interaction.id} ${asked.since}`} conversation={conversation} interaction={interaction} asked={asked} byKeys={byKeys} />
}

interface Props {
  readonly conversation: ConversationView
  readonly interaction: InteractionView
  readonly asked: ParticipantView
  readonly byKeys: boolean
}

function Popup({ conversation, interaction, asked, byKeys }: Props) {
  const t = useT()
  const navigate = useNavigate()
  const synced = useDesk((desk) => desk.sync.state === 'IN_SYNC')
  const path = { interaction: interaction.id }
  const joining = useCommand(() => send('POST', '/api/interactions/{interaction}/join', { path }))
  const declining = useCommand(() => send('POST', '/api/interactions/{interaction}/leave', { path }))
  const join = () =>
    void joining.run().then((done) => {
      if (done) void navigate(`/conversations/${conversation.id}`)
    })
  const decline = () => void declining.run()
  const host = asked.host?.name ?? ''
  const name = nameOf(conversation.contact, t)
  useSignals(t('guest.asksYou'), `${host} · ${name}`, interaction.id, 'COLLEAGUE')
  useAnswerKeys(synced && byKeys, join, decline)
  return (
    <div className="offer" role="alertdialog" aria-labelledby="guest-title" aria-describedby="guest-who" data-testid="invitation" data-interaction={interaction.id}>
      <div className="offer-head">
        <span className="offer-kind">
          <IconUserPlus size={20} stroke={1.75} aria-hidden />
        </span>
        <div className="grow" id="guest-title">
          <div className="meta muted">
            <Say k="guest.asksYou" />
          </div>
          <h2 className="trunc">
            <bdi>{host}</bdi>
          </h2>
        </div>
        {asked.until !== null && <SecondsLeft from={asked.since} until={asked.until} />}
      </div>
      <div className="offer-body" id="guest-who">
        <div className="row g6">
          <Avatar contact={conversation.contact} large />
          <div className="grow">
            <div className="offer-name trunc">
              <bdi>{name}</bdi>
            </div>
            <div className="muted trunc">
              <bdi>{interaction.service.name}</bdi>
            </div>
          </div>
        </div>
        {asked.note !== '' && (
          <p className="guest-note" dir="auto" data-testid="invitation-note">
            {asked.note}
          </p>
        )}
      </div>
      <div className="offer-answer">
        <Button size="lg" data-testid="invitation-decline" loading={declining.busy} disabled={!synced || joining.busy} onClick={decline}>
          <Say k="offer.reject" />
          {byKeys && (
            <span aria-hidden>
              <KeyNames of="reject" />
            </span>
          )}
        </Button>
        <Button
          size="lg"
          variant="filled"
          data-testid="invitation-join"
          loading={joining.busy}
          disabled={!synced || declining.busy}
          leftSection={<IconUserPlus size={16} aria-hidden />}
          onClick={join}
        >
          <Say k="guest.join" />
          {byKeys && (
            <span aria-hidden>
              <KeyNames of="accept" />
            </span>
          )}
        </Button>
      </div>
      <div className="offer-note">
        <IconInfoCircle size={14} aria-hidden />
        <span>
          <Say k={synced ? 'guest.noConsequence' : 'offer.notInSync'} />
        </span>
      </div>
    </div>
  )
}

import { Button } from '@mantine/core'
import { IconInfoCircle, IconPhoneIncoming } from '@tabler/icons-react'
import { Fragment } from 'react'
import { useNavigate } from 'react-router'
import { MessageLeft } from '../writing/MessageLeft.tsx'
import { send } from '../api/http.ts'
import type { ConversationView, DeskSnapshot, InteractionView, OfferView } from '../api/types.ts'
import { Avatar } from '../contact/Avatar.tsx'
import { nameOf } from '../contact/names.ts'
import { TransferredWords } from '../contact/Transfers.tsx'
import { listed } from '../conversation/listed.ts'
import { contactBefore, lastWords, offerOf } from '../conversation/unread.ts'
import { useDesk } from '../desk/store.ts'
import { Timer } from '../desk/Timer.tsx'
import { useFormats } from '../i18n/formats.ts'
import type { MessageKey } from '../i18n/language.ts'
import { Ltr, Say, useT } from '../i18n/Say.tsx'
import { KeyNames } from '../keyboard/KeyNames.tsx'
import { sideCallRinging } from '../telephone/calls.ts'
import { withoutNumber } from '../telephone/numbers.ts'
import { useCommand } from '../shell/useCommand.ts'
import { lastMailOf, useEmail } from '../writing/email.ts'
import { type Kind, KIND_ICON, kindOf } from '../writing/kinds.ts'
import { isUnproved } from '../writing/Trusted.tsx'
import { useAnswerKeys, useSignals } from './answering.ts'
import { SecondsLeft } from './SecondsLeft.tsx'

/// The most urgent offer. It floats above everything and never takes the keyboard: shortcuts answer it from anywhere.
export function OfferPopup({ snapshot }: { readonly snapshot: DeskSnapshot }) {
  const offered = listed(snapshot.conversations).filter((one) => offerOf(one) !== null)
  const conversation = offered[0]
  const interaction = conversation === undefined ? null : offerOf(conversation)
  if (conversation === undefined || interaction === null || interaction.offer === null) return null
  return (
    <Popup
      key={`${interaction.id} ${interaction.offer.number}`}
      conversation={conversation}
      interaction={interaction}
      offer={interaction.offer}
      others={offered.length - 1}
      byKeys={sideCallRinging(snapshot) === null}
    />
  )
}

interface Props {
  readonly conversation: ConversationView
  readonly interaction: InteractionView
  readonly offer: OfferView
  readonly others: number
  /// False while a colleague rings, too: the keys answer the colleague.
  readonly byKeys: boolean
}

function Popup({ conversation, interaction, offer, others, byKeys }: Props) {
  const t = useT()
  const name = nameOf(conversation.contact, t)
  const synced = useDesk((desk) => desk.sync.state === 'IN_SYNC')
  const answer = useAnswer(conversation, interaction, offer)
  const its = kindOf(interaction)
  const kind = OFFER_WORD[its]
  const Icon = its === 'VOICE' ? IconPhoneIncoming : KIND_ICON[its]
  const AcceptIcon = KIND_ICON[its]
  useSignals(t(kind), `${interaction.service.name} · ${name}`, interaction.id)
  useAnswerKeys(synced && byKeys, answer.accept, answer.decline)
  return (
    <div
      className="offer"
      role="alertdialog"
      aria-labelledby="offer-title"
      aria-describedby="offer-who"
      data-testid="offer"
      data-interaction={interaction.id}
    >
      <div className="offer-head">
        <span className="offer-kind">
          <Icon size={20} stroke={1.75} aria-hidden />
        </span>
        <div className="grow" id="offer-title">
          <div className="meta muted">
            <Say k={kind} />
          </div>
          <h2 className="trunc">
            <bdi>{interaction.service.name}</bdi>
          </h2>
        </div>
        <SecondsLeft from={offer.from} until={offer.until} />
      </div>
      <div className="offer-body">
        <div className="row g6" id="offer-who">
          <Avatar contact={conversation.contact} large />
          <div className="grow">
            <div className="offer-name trunc">
              <bdi>{name}</bdi>
            </div>
            {interaction.medium === 'VOICE' ? (
              <CallerNumber conversation={conversation} interaction={interaction} />
            ) : (
              <Addresses conversation={conversation} interaction={interaction} />
            )}
          </div>
        </div>
        <Facts conversation={conversation} interaction={interaction} />
      </div>
      <div className="offer-answer">
        <Button size="lg" loading={answer.declining} disabled={!synced || answer.accepting} onClick={answer.decline}>
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
          loading={answer.accepting}
          disabled={!synced || answer.declining}
          leftSection={<AcceptIcon size={16} aria-hidden />}
          onClick={answer.accept}
        >
          <Say k="offer.accept" />
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
          <Say k={synced ? 'offer.consequence' : 'offer.notInSync'} />
          {others > 0 && (
            <>
              {' '}
              <Say k="offer.others" values={{ count: others }} />
            </>
          )}
        </span>
      </div>
    </div>
  )
}

/// What is offered, by its channel.
const OFFER_WORD: Readonly<Record<Kind, MessageKey>> = {
  VOICE: 'offer.incomingCall',
  WEB: 'offer.incomingChat',
  SMS: 'offer.incomingSms',
  EMAIL: 'offer.incomingEmail',
  WHATSAPP: 'offer.incomingWhatsapp',
  TELEGRAM: 'offer.incomingTelegram',
  MESSENGER: 'offer.incomingMessage',
  PREVIEW: 'preview.title',
  TASK: 'channel.task',
}

function Addresses({ conversation, interaction }: Pick<Props, 'conversation' | 'interaction'>) {
  if (interaction.party !== null) return <Party conversation={conversation} interaction={interaction} />
  const written = conversation.contact.addresses.filter((one) => one.kind !== 'VISITOR')
  return (
    <div className="muted pieces">
      {written.length === 0 ? (
        <Say k="channel.web" />
      ) : (
        written.map((one, index) => (
          <Fragment key={`${one.kind} ${one.value}`}>
            {index > 0 && ' · '}
            <Ltr>{one.value}</Ltr>
          </Fragment>
        ))
      )}
    </div>
  )
}

/// From which address it was written; how far it is to be believed is said where it is not certain.
function Party({ conversation, interaction }: Pick<Props, 'conversation' | 'interaction'>) {
  const { party } = interaction
  // The last mail may be proved less than the one with which it began.
  const mail = useEmail(kindOf(interaction) === 'EMAIL' ? (lastMailOf(conversation)?.id ?? null) : null)
  const trust = mail?.trust ?? interaction.trust
  return (
    <div className="muted pieces">
      <Ltr>{party}</Ltr>
      {trust === 'PRESENTED' && (
        <>
          {' · '}
          <span>
            <Say k="offer.addressNotVerified" />
          </span>
        </>
      )}
    </div>
  )
}

/// The number that was presented. A network may present any: it is said how far it is to be believed.
function CallerNumber({ conversation, interaction }: Pick<Props, 'conversation' | 'interaction'>) {
  const { party } = interaction
  if (party === null) {
    return (
      <div className="muted">
        <Say k={withoutNumber(interaction)} />
      </div>
    )
  }
  const { name } = conversation.contact
  return (
    <div className="muted pieces">
      {name !== null && <Ltr className="num">{party}</Ltr>}
      {isUnproved(interaction) && (
        <>
          {name !== null && ' · '}
          <span>
            <Say k="offer.numberNotVerified" />
          </span>
        </>
      )}
    </div>
  )
}

function Facts({ conversation, interaction }: { readonly conversation: ConversationView; readonly interaction: InteractionView }) {
  const formats = useFormats()
  const words = lastWords(conversation)
  const before = contactBefore(conversation)
  const given = interaction.transfers.at(-1)
  const subject = useEmail(kindOf(interaction) === 'EMAIL' ? (words?.id ?? null) : null)?.subject ?? ''
  return (
    <dl className="kv">
      <dt>
        <Say k="offer.waited" />
      </dt>
      <dd>
        <Timer since={interaction.arrivedAt} /> <MessageLeft of={interaction} />
      </dd>
      {before !== null && (
        <>
          <dt>
            <Say k="contact.lastContact" />
          </dt>
          <dd>{formats.nearDay(before)}</dd>
        </>
      )}
      {subject !== '' && (
        <>
          <dt>
            <Say k="mail.subject" />
          </dt>
          <dd className="trunc" dir="auto" data-testid="offer-subject">
            {subject}
          </dd>
        </>
      )}
      {given !== undefined && (
        <>
          <dt>
            <Say k="transfer.done" />
          </dt>
          <dd data-testid="offer-transfer">
            <TransferredWords transfer={given} />
          </dd>
        </>
      )}
      {words !== null && (
        <>
          <dt>
            <Say k="offer.says" />
          </dt>
          <dd className="trunc" dir="auto">
            {words.text}
          </dd>
        </>
      )}
    </dl>
  )
}

function useAnswer(conversation: ConversationView, interaction: InteractionView, offer: OfferView) {
  const navigate = useNavigate()
  const given = { path: { interaction: interaction.id }, body: { offer: offer.number } }
  const accept = useCommand(() => send('POST', '/api/offers/{interaction}/accept', given))
  const decline = useCommand(() => send('POST', '/api/offers/{interaction}/decline', given))
  return {
    accepting: accept.busy,
    declining: decline.busy,
    accept: () =>
      void accept.run().then((done) => {
        if (done) void navigate(`/conversations/${conversation.id}`)
      }),
    decline: () => void decline.run(),
  }
}

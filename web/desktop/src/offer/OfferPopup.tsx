import { Button } from '@mantine/core'
import {
  IconCornerDownLeft,
  IconInfoCircle,
  IconMessageCircle,
  IconMessageCircle2,
  IconPhone,
  IconPhoneIncoming,
} from '@tabler/icons-react'
import { useEffect } from 'react'
import { useNavigate } from 'react-router'
import { send } from '../api/http.ts'
import type { ConversationView, DeskSnapshot, InteractionView, OfferView } from '../api/types.ts'
import { Avatar } from '../contact/Avatar.tsx'
import { nameOf } from '../contact/names.ts'
import { listed } from '../conversation/listed.ts'
import { contactBefore, lastWords, offerOf } from '../conversation/unread.ts'
import { useNow } from '../desk/now.ts'
import { useDesk } from '../desk/store.ts'
import { Timer } from '../desk/Timer.tsx'
import { useFormats } from '../i18n/formats.ts'
import type { MessageKey } from '../i18n/language.ts'
import { Ltr, Say, useT } from '../i18n/Say.tsx'
import { sameNumber, withoutNumber } from '../telephone/numbers.ts'
import { useCommand } from '../shell/useCommand.ts'
import { announce } from './notification.ts'
import { ring } from './ring.ts'

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
    />
  )
}

interface Props {
  readonly conversation: ConversationView
  readonly interaction: InteractionView
  readonly offer: OfferView
  readonly others: number
}

function Popup({ conversation, interaction, offer, others }: Props) {
  const t = useT()
  const name = nameOf(conversation.contact, t)
  const synced = useDesk((desk) => desk.sync.state === 'IN_SYNC')
  const answer = useAnswer(conversation, interaction, offer)
  const kind: MessageKey = interaction.medium === 'VOICE' ? 'offer.incomingCall' : 'offer.incomingChat'
  useSignals(t(kind), `${interaction.service.name} · ${name}`, interaction.id)
  useAnswerKeys(synced, answer.accept, answer.decline)
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
          {interaction.medium === 'VOICE' ? (
            <IconPhoneIncoming size={20} stroke={1.75} aria-hidden />
          ) : (
            <IconMessageCircle2 size={20} stroke={1.75} aria-hidden />
          )}
        </span>
        <div className="grow" id="offer-title">
          <div className="meta muted">
            <Say k={kind} />
          </div>
          <h2 className="trunc">
            <bdi>{interaction.service.name}</bdi>
          </h2>
        </div>
        <SecondsLeft offer={offer} />
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
              <Addresses conversation={conversation} />
            )}
          </div>
        </div>
        <Facts conversation={conversation} interaction={interaction} />
      </div>
      <div className="offer-answer">
        <Button size="lg" loading={answer.declining} disabled={!synced || answer.accepting} onClick={answer.decline}>
          <Say k="offer.reject" />
          <kbd aria-hidden>{KEYS.shift}</kbd>
          <kbd aria-hidden>{KEYS.escape}</kbd>
        </Button>
        <Button
          size="lg"
          variant="filled"
          loading={answer.accepting}
          disabled={!synced || answer.declining}
          leftSection={
            interaction.medium === 'VOICE' ? <IconPhone size={16} aria-hidden /> : <IconMessageCircle size={16} aria-hidden />
          }
          onClick={answer.accept}
        >
          <Say k="offer.accept" />
          <kbd aria-hidden>{KEYS.control}</kbd>
          <kbd aria-hidden>
            <IconCornerDownLeft size={10} stroke={2} />
          </kbd>
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

/// The names of keys are the same in every language.
const KEYS = { shift: 'Shift', escape: 'Esc', control: 'Ctrl' } as const

function Addresses({ conversation }: { readonly conversation: ConversationView }) {
  const written = conversation.contact.addresses.filter((one) => one.kind !== 'VISITOR')
  return (
    <div className="muted trunc">
      {written.length === 0 ? (
        <Say k="channel.web" />
      ) : (
        written.map((one, index) => (
          <span key={`${one.kind} ${one.value}`}>
            {index > 0 && ' · '}
            <Ltr>{one.value}</Ltr>
          </span>
        ))
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
  const { name, addresses } = conversation.contact
  const known = addresses.find((one) => one.kind === 'PHONE' && sameNumber(one.value, party))
  return (
    <div className="muted trunc">
      {name !== null && <Ltr className="num">{party}</Ltr>}
      {known !== undefined && known.trust !== 'ATTESTED' && (
        <>
          {name !== null && ' · '}
          <Say k="offer.numberNotVerified" />
        </>
      )}
    </div>
  )
}

function Facts({ conversation, interaction }: { readonly conversation: ConversationView; readonly interaction: InteractionView }) {
  const formats = useFormats()
  const words = lastWords(conversation)
  const before = contactBefore(conversation)
  return (
    <dl className="kv">
      <dt>
        <Say k="offer.waited" />
      </dt>
      <dd>
        <Timer since={interaction.arrivedAt} />
      </dd>
      {before !== null && (
        <>
          <dt>
            <Say k="contact.lastContact" />
          </dt>
          <dd>{formats.nearDay(before)}</dd>
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

const CIRCUMFERENCE = 2 * Math.PI * 19.5
/// Spoken only at these, or a screen reader would count all the time.
const SPOKEN_AT_S = [30, 10, 5]

function SecondsLeft({ offer }: { readonly offer: OfferView }) {
  const now = useNow()
  const left = Math.max(0, Math.floor((Date.parse(offer.until) - now) / 1000))
  const whole = Math.max(1, (Date.parse(offer.until) - Date.parse(offer.from)) / 1000)
  const drawn = CIRCUMFERENCE * Math.min(1, left / whole)
  return (
    <span className="ring">
      <svg viewBox="0 0 44 44" aria-hidden>
        <circle cx="22" cy="22" r="19.5" fill="none" stroke="var(--border)" strokeWidth="3" />
        <circle
          cx="22"
          cy="22"
          r="19.5"
          fill="none"
          stroke="var(--ringing-mark)"
          strokeWidth="3"
          strokeLinecap="round"
          strokeDasharray={`${drawn} ${CIRCUMFERENCE}`}
        />
      </svg>
      <span aria-hidden>
        <Ltr>{left}</Ltr>
      </span>
      <span className="unseen" role="status">
        {SPOKEN_AT_S.includes(left) && <Say k="offer.secondsLeft" values={{ count: left }} />}
      </span>
    </span>
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

function useAnswerKeys(enabled: boolean, accept: () => void, decline: () => void): void {
  useEffect(() => {
    if (!enabled) return
    const onKey = (event: KeyboardEvent) => {
      const answer =
        event.key === 'Enter' && event.ctrlKey ? accept : event.key === 'Escape' && event.shiftKey ? decline : null
      if (answer === null) return
      event.preventDefault()
      answer()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })
}

/// Sound and notification last as long as the offer.
function useSignals(title: string, body: string, tag: string): void {
  useEffect(() => {
    const silence = ring()
    const withdraw = announce({ title, body, tag })
    return () => {
      silence()
      withdraw()
    }
  }, [title, body, tag])
}

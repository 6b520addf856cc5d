import { Button } from '@mantine/core'
import { IconInfoCircle, IconPhone, IconPhoneCall, IconUserPlus } from '@tabler/icons-react'
import { send } from '../api/http.ts'
import type { SideCallView } from '../api/types.ts'
import { useDesk } from '../desk/store.ts'
import type { MessageKey } from '../i18n/language.ts'
import { Say, useT } from '../i18n/Say.tsx'
import { KeyNames } from '../keyboard/KeyNames.tsx'
import { useAnswerKeys, useSignals } from '../offer/answering.ts'
import { SecondsLeft } from '../offer/SecondsLeft.tsx'
import { useCommand } from '../shell/useCommand.ts'
import { useReachable } from './device.ts'

/// A colleague calls, or asks into the call of a customer.
export function SideCallPopup({ side }: { readonly side: SideCallView }) {
  const t = useT()
  const synced = useDesk((desk) => desk.sync.state === 'IN_SYNC')
  const reachable = useReachable()
  const path = { side: side.id }
  const answering = useCommand(() => send('POST', '/api/internal-calls/{side}/answer', { path }))
  const declining = useCommand(() => send('POST', '/api/internal-calls/{side}/decline', { path }))
  const accept = () => void answering.run()
  const decline = () => void declining.run()
  const kind: MessageKey = side.kind === 'CONSULTATION' ? 'side.asks' : 'side.calls'
  useSignals(t(kind), side.with.name, side.id, 'COLLEAGUE')
  useAnswerKeys(synced, accept, decline)
  return (
    <div
      className="offer"
      role="alertdialog"
      aria-labelledby="side-title"
      aria-describedby="side-who"
      data-testid="side-offer"
      data-kind={side.kind}
    >
      <div className="offer-head">
        <span className="offer-kind">
          {side.kind === 'CONSULTATION' ? (
            <IconUserPlus size={20} stroke={1.75} aria-hidden />
          ) : (
            <IconPhoneCall size={20} stroke={1.75} aria-hidden />
          )}
        </span>
        <div className="grow" id="side-title">
          <div className="meta muted">
            <Say k={kind} />
          </div>
          <h2 className="trunc">
            <bdi>{side.with.name}</bdi>
          </h2>
        </div>
        {side.ringsUntil !== null && <SecondsLeft from={side.since} until={side.ringsUntil} />}
      </div>
      <div className="offer-body muted" id="side-who">
        <p>
          <About side={side} />
        </p>
      </div>
      <div className="offer-answer">
        <Button size="lg" loading={declining.busy} disabled={!synced || answering.busy} onClick={decline}>
          <Say k="offer.reject" />
          <span aria-hidden>
            <KeyNames of="reject" />
          </span>
        </Button>
        <Button
          size="lg"
          variant="filled"
          loading={answering.busy}
          disabled={!synced || declining.busy}
          leftSection={<IconPhone size={16} aria-hidden />}
          onClick={accept}
        >
          <Say k="offer.accept" />
          <span aria-hidden>
            <KeyNames of="accept" />
          </span>
        </Button>
      </div>
      <div className="offer-note">
        <IconInfoCircle size={14} aria-hidden />
        <Say k={!synced ? 'offer.notInSync' : reachable ? 'side.noConsequence' : 'call.whyNoPhone'} />
      </div>
    </div>
  )
}

/// What it is about.
export function About({ side }: { readonly side: SideCallView }) {
  if (side.about === null) return <Say k="side.internal" />
  const { contactName } = side.about
  const conference = side.state === 'CONFERENCE'
  if (contactName === null) return <Say k={conference ? 'side.conferenceUnnamed' : 'side.aboutUnnamed'} />
  return (
    <Say
      k={conference ? 'side.conference' : 'side.about'}
      values={{ name: <bdi key="n">{contactName}</bdi> }}
    />
  )
}

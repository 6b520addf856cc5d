import {
  IconArrowForwardUp,
  IconDialpad,
  IconMicrophone,
  IconMicrophoneOff,
  IconPhoneOff,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerRecordFilled,
  IconPlayerStop,
  IconUserPlus,
} from '@tabler/icons-react'
import { useState } from 'react'
import { send } from '../api/http.ts'
import type { CallView, ConversationView, InteractionView } from '../api/types.ts'
import { Avatar } from '../contact/Avatar.tsx'
import { useDesk } from '../desk/store.ts'
import { Timer } from '../desk/Timer.tsx'
import type { MessageKey } from '../i18n/language.ts'
import { Ltr, Say, useT } from '../i18n/Say.tsx'
import { useNameIn } from '../preview/preview.ts'
import { useWish, type Wished } from '../shell/useWish.ts'
import { type LiveCall, liveConsultationOf, RESULT_WORDS, useMay } from './calls.ts'
import { Consult } from './Consult.tsx'
import { Consultation } from './Consultation.tsx'
import { Control, CONTROL_ICON } from './Control.tsx'
import { Keypad } from './Keypad.tsx'
import { Level } from './Level.tsx'
import { Quality } from './Quality.tsx'
import { Transfer } from './Transfer.tsx'
import { useCallKeys } from './useCallKeys.ts'
import { useMuting } from './useMuting.ts'

/// The call that is going on, and all that can be done with it. The only dark surface of the screen.
export function CallBar({ live, conversation }: { readonly live: LiveCall; readonly conversation: ConversationView }) {
  const t = useT()
  const name = useNameIn(conversation)
  const { interaction, call } = live
  const [open, setOpen] = useState<Pop | null>(null)
  const toggle = (what: Pop) => setOpen((now) => (now === what ? null : what))
  const close = () => setOpen(null)
  const does = useControls(interaction, call)
  const synced = useDesk((desk) => desk.sync.state === 'IN_SYNC')
  const joined = call.state === 'CONNECTED' || call.state === 'HELD'
  const why: MessageKey | null = !synced ? 'wrapUp.whyNotInSync' : joined ? null : 'call.whyNotConnected'
  const asked = liveConsultationOf(call)
  /// While somebody is asked in, the customer is held and retrieved by saying whom one talks to.
  const whyAlone: MessageKey | null = why ?? (asked === null ? null : 'call.whyConsulting')
  /// Keys go to the customer, and only while the customer hears the agent.
  const whyNoKeys: MessageKey | null = why ?? (asked !== null && call.state === 'HELD' ? 'call.whyConsulting' : null)
  const mayTransfer = useMay('TRANSFER_CALLS')
  useCallKeys({
    mute: why === null ? does.mute : null,
    hold: whyAlone === null ? does.hold : null,
    keypad: whyNoKeys === null ? () => toggle('keypad') : null,
    end: synced && !does.ending ? does.end : null,
  })
  return (
    <div className="call-area">
      <div className="call" role="group" aria-label={t('call.controls')} data-testid="call-bar" data-state={call.state}>
        <div className="call-line">
          <Avatar contact={conversation.contact} />
          <div className="call-who">
            <b>
              <bdi className="trunc" data-testid="call-name">
                {name}
              </bdi>
              <Clock call={call} />
              {joined && !call.muted && <Level />}
            </b>
            <span className="pieces" role="status">
              <span>
                <Say k={STATE_WORDS[call.state]} />
                {call.state === 'HELD' && (
                  <>
                    {' '}
                    <Timer since={call.since} className="num" />
                  </>
                )}
                {joined && call.result !== null && (
                  <>
                    {' · '}
                    <Say k="call.notTransferred" values={{ why: <Say key="w" k={RESULT_WORDS[call.result]} /> }} />
                  </>
                )}
              </span>
              {interaction.party !== null && (
                <>
                  {' · '}
                  <Ltr className="num">{interaction.party}</Ltr>
                </>
              )}
              {call.keys !== '' && (
                <>
                  {' · '}
                  <span data-testid="call-keys">
                    <Say k="call.keys" values={{ keys: <Ltr key="k" className="num">{call.keys}</Ltr> }} />
                  </span>
                </>
              )}
            </span>
          </div>
          <div className="call-controls">
            <Control
              k={does.muted.value ? 'call.unmute' : 'call.mute'}
              testId="call-mute"
              pressed={does.muted.value}
              busy={does.muted.busy}
              why={why}
              onClick={does.mute}
              icon={does.muted.value ? <IconMicrophoneOff {...CONTROL_ICON} /> : <IconMicrophone {...CONTROL_ICON} />}
            />
            <Control
              k={does.held.value ? 'call.retrieve' : 'call.hold'}
              testId="call-hold"
              pressed={does.held.value}
              busy={does.held.busy}
              why={whyAlone}
              onClick={does.hold}
              icon={does.held.value ? <IconPlayerPlay {...CONTROL_ICON} /> : <IconPlayerPause {...CONTROL_ICON} />}
            />
            <Control
              k="call.keypad"
              testId="call-keypad"
              expanded={open === 'keypad'}
              why={whyNoKeys}
              onClick={() => toggle('keypad')}
              icon={<IconDialpad {...CONTROL_ICON} />}
            />
            {mayTransfer && (
              <>
                <Control
                  k="call.transfer"
                  testId="call-transfer"
                  expanded={open === 'transfer'}
                  why={whyAlone}
                  onClick={() => toggle('transfer')}
                  icon={<IconArrowForwardUp {...CONTROL_ICON} className="flip" />}
                />
                <Control
                  k="consult.ask"
                  testId="call-consult"
                  expanded={open === 'consult'}
                  why={whyAlone}
                  onClick={() => toggle('consult')}
                  icon={<IconUserPlus {...CONTROL_ICON} />}
                />
              </>
            )}
            <Recording call={call} why={why} wish={does.recording} />
            <Control
              k={!joined ? 'call.cancel' : asked?.state === 'CONFERENCE' ? 'consult.endForAll' : 'call.end'}
              testId="call-end"
              look="end"
              busy={does.ending}
              why={!synced ? 'wrapUp.whyNotInSync' : does.ending ? 'call.whyOnItsWay' : null}
              onClick={does.end}
              icon={<IconPhoneOff {...CONTROL_ICON} />}
            />
          </div>
        </div>
        {call.consultation !== null && (
          <Consultation
            key={call.consultation.id}
            interaction={interaction.id}
            call={call}
            consultation={call.consultation}
            why={synced ? null : 'wrapUp.whyNotInSync'}
          />
        )}
      </div>
      <Quality call={call} />
      {open === 'keypad' && whyNoKeys === null && <Keypad interaction={interaction.id} onClose={close} />}
      {open === 'transfer' && whyAlone === null && <Transfer interaction={interaction} onClose={close} />}
      {open === 'consult' && whyAlone === null && <Consult interaction={interaction.id} onClose={close} />}
    </div>
  )
}

type Pop = 'keypad' | 'transfer' | 'consult'

const STATE_WORDS: Readonly<Record<CallView['state'], MessageKey>> = {
  DIALLING: 'call.dialling',
  RINGING: 'call.ringing',
  CONNECTED: 'call.connected',
  HELD: 'call.held',
  ENDED: 'call.ended',
}

/// How long customer and agent have been on the call, holds and all; before, how long it rings.
function Clock({ call }: { readonly call: CallView }) {
  return <Timer since={call.answeredAt ?? call.since} className="num" />
}

function useControls(interaction: InteractionView, call: CallView) {
  const path = { interaction: interaction.id }
  const muted = useMuting(call.muted, (wanted) => send('PUT', '/api/calls/{interaction}/muted', { path, body: { muted: wanted } }))
  const held = useWish(call.state === 'HELD', (wanted) => send('PUT', '/api/calls/{interaction}/held', { path, body: { held: wanted } }))
  const recording = useWish(call.recording === 'ANNOUNCING' ? 'ON' : call.recording, (state) =>
    send('PUT', '/api/calls/{interaction}/recording', { path, body: { state } }),
  )
  const ending = useWish<boolean>(false, () => send('POST', '/api/interactions/{interaction}/end', { path }))
  return {
    muted,
    held,
    recording,
    ending: ending.busy,
    mute: () => muted.want(!muted.value),
    hold: () => held.want(!held.value),
    end: () => ending.want(true),
  }
}

interface RecordingProps {
  readonly call: CallView
  readonly why: MessageKey | null
  readonly wish: Wished<'ON' | 'PAUSED' | 'OFF'>
}

/// By dot and word; who may, begins, pauses (while a card number is said) and ends it. Nothing is said to be recorded
/// or not before it is: what was asked for is awaited.
function Recording({ call, why, wish }: RecordingProps) {
  const may = useMay('RECORD_CALLS')
  const { busy } = wish
  const whyNow = why ?? (busy ? 'call.whyOnItsWay' : null)
  if (!may) return call.recording === 'OFF' ? null : <RecordingMark recording={call.recording} />
  switch (call.recording) {
    case 'OFF':
      return (
        <Control
          k="call.record"
          testId="call-record"
          busy={busy}
          why={whyNow}
          onClick={() => wish.want('ON')}
          icon={<IconPlayerRecordFilled {...CONTROL_ICON} />}
        />
      )
    case 'ANNOUNCING':
      return <RecordingMark recording="ANNOUNCING" />
    case 'ON':
    case 'PAUSED':
      return (
        <>
          <Control
            k={call.recording === 'ON' ? 'call.recordingOn' : 'call.recordingPaused'}
            testId="call-record"
            look="rec"
            pressed={call.recording === 'ON'}
            busy={busy}
            why={whyNow}
            onClick={() => wish.want(call.recording === 'ON' ? 'PAUSED' : 'ON')}
            icon={call.recording === 'ON' ? <IconPlayerRecordFilled {...CONTROL_ICON} /> : <IconPlayerPause {...CONTROL_ICON} />}
          />
          <Control
            k="call.stopRecording"
            testId="call-record-stop"
            busy={busy}
            why={whyNow}
            onClick={() => wish.want('OFF')}
            icon={<IconPlayerStop {...CONTROL_ICON} />}
          />
        </>
      )
  }
}

const RECORDING_WORDS: Readonly<Record<'ANNOUNCING' | 'ON' | 'PAUSED', MessageKey>> = {
  ANNOUNCING: 'call.recordingAnnounced',
  ON: 'call.recordingOn',
  PAUSED: 'call.recordingPaused',
}

function RecordingMark({ recording }: { readonly recording: 'ANNOUNCING' | 'ON' | 'PAUSED' }) {
  return (
    <span className="call-mark rec" role="status" data-testid="call-recording">
      <IconPlayerRecordFilled {...CONTROL_ICON} />
      <span>
        <Say k={RECORDING_WORDS[recording]} />
      </span>
    </span>
  )
}

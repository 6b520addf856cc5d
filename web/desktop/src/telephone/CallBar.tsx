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
} from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { send } from '../api/http.ts'
import type { CallView, InteractionView } from '../api/types.ts'
import { useDesk } from '../desk/store.ts'
import { Timer } from '../desk/Timer.tsx'
import type { MessageKey } from '../i18n/language.ts'
import { Ltr, Say, useT } from '../i18n/Say.tsx'
import { useCommand } from '../shell/useCommand.ts'
import { type LiveCall, RESULT_WORDS, useMay } from './calls.ts'
import { Keypad } from './Keypad.tsx'
import { Level } from './Level.tsx'
import { Quality } from './Quality.tsx'
import { mute } from './store.ts'
import { Transfer } from './Transfer.tsx'
import { useCallKeys } from './useCallKeys.ts'

/// The call that is going on, and all that can be done with it. The only dark surface of the screen.
export function CallBar({ live }: { readonly live: LiveCall }) {
  const t = useT()
  const { interaction, call } = live
  const [open, setOpen] = useState<'keypad' | 'transfer' | null>(null)
  const toggle = (what: 'keypad' | 'transfer') => setOpen((now) => (now === what ? null : what))
  const does = useControls(interaction, call)
  const synced = useDesk((desk) => desk.sync.state === 'IN_SYNC')
  const joined = call.state === 'CONNECTED' || call.state === 'HELD'
  const why: MessageKey | null = !synced ? 'wrapUp.whyNotInSync' : joined ? null : 'call.whyNotConnected'
  const mayTransfer = useMay('TRANSFER_CALLS')
  useCallKeys({
    mute: why === null ? does.mute : null,
    hold: why === null ? does.hold : null,
    keypad: why === null ? () => toggle('keypad') : null,
    end: synced ? does.end : null,
  })
  return (
    <div className="call-area">
      <div className="call" role="group" aria-label={t('call.controls')} data-testid="call-bar" data-state={call.state}>
        <div className="call-who">
          <b>
            <Clock interaction={interaction} call={call} />
            {joined && !call.muted && <Level />}
          </b>
          <span className="trunc" role="status">
            <Say k={STATE_WORDS[call.state]} />
            {joined && call.result !== null && (
              <>
                {' · '}
                <Say k="call.notTransferred" values={{ why: <Say key="w" k={RESULT_WORDS[call.result]} /> }} />
              </>
            )}
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
            k={call.muted ? 'call.unmute' : 'call.mute'}
            testId="call-mute"
            pressed={call.muted}
            why={why}
            onClick={does.mute}
            icon={call.muted ? <IconMicrophoneOff {...ICON} /> : <IconMicrophone {...ICON} />}
          />
          <Control
            k={call.state === 'HELD' ? 'call.retrieve' : 'call.hold'}
            testId="call-hold"
            pressed={call.state === 'HELD'}
            why={why}
            onClick={does.hold}
            icon={call.state === 'HELD' ? <IconPlayerPlay {...ICON} /> : <IconPlayerPause {...ICON} />}
          />
          <Control
            k="call.keypad"
            testId="call-keypad"
            expanded={open === 'keypad'}
            why={why}
            onClick={() => toggle('keypad')}
            icon={<IconDialpad {...ICON} />}
          />
          {mayTransfer && (
            <Control
              k="call.transfer"
              testId="call-transfer"
              expanded={open === 'transfer'}
              why={why}
              onClick={() => toggle('transfer')}
              icon={<IconArrowForwardUp {...ICON} className="flip" />}
            />
          )}
          <Recording call={call} why={why} record={does.record} />
          <Control
            k={joined ? 'call.end' : 'call.cancel'}
            testId="call-end"
            look="end"
            why={synced ? null : 'wrapUp.whyNotInSync'}
            onClick={does.end}
            icon={<IconPhoneOff {...ICON} />}
          />
        </div>
      </div>
      <Quality call={call} />
      {open === 'keypad' && joined && <Keypad interaction={interaction.id} onClose={() => setOpen(null)} />}
      {open === 'transfer' && joined && <Transfer interaction={interaction} onClose={() => setOpen(null)} />}
    </div>
  )
}

const ICON = { size: 18, stroke: 1.75, 'aria-hidden': true } as const

const STATE_WORDS: Readonly<Record<CallView['state'], MessageKey>> = {
  DIALLING: 'call.dialling',
  RINGING: 'call.ringing',
  CONNECTED: 'call.connected',
  HELD: 'call.held',
  ENDED: 'call.ended',
}

/// While held, how long the customer has been waiting; else how long the call has lasted.
function Clock({ interaction, call }: { readonly interaction: InteractionView; readonly call: CallView }) {
  const inbound = interaction.direction === 'INBOUND' && call.state === 'CONNECTED'
  return <Timer since={inbound ? (interaction.acceptedAt ?? call.since) : call.since} className="num" />
}

function useControls(interaction: InteractionView, call: CallView) {
  const path = { interaction: interaction.id }
  const muting = useCommand(async (muted: boolean) => {
    // Silence is not to wait for the server; speech is.
    if (muted) mute(true)
    try {
      await send('PUT', '/api/calls/{interaction}/muted', { path, body: { muted } })
    } catch (error) {
      mute(call.muted)
      throw error
    }
  })
  const holding = useCommand((held: boolean) => send('PUT', '/api/calls/{interaction}/held', { path, body: { held } }))
  const recording = useCommand((state: 'ON' | 'PAUSED' | 'OFF') =>
    send('PUT', '/api/calls/{interaction}/recording', { path, body: { state } }),
  )
  const ending = useCommand(() => send('POST', '/api/interactions/{interaction}/end', { path }))
  return {
    mute: () => void muting.run(!call.muted),
    hold: () => void holding.run(call.state !== 'HELD'),
    record: (state: 'ON' | 'PAUSED' | 'OFF') => void recording.run(state),
    end: () => void ending.run(),
  }
}

interface ControlProps {
  readonly k: MessageKey
  readonly testId: string
  readonly icon: ReactNode
  /// Why it cannot be used; null when it can.
  readonly why: MessageKey | null
  readonly onClick: () => void
  readonly pressed?: boolean
  readonly expanded?: boolean
  readonly look?: 'end' | 'rec'
}

function Control({ k, testId, icon, why, onClick, pressed, expanded, look }: ControlProps) {
  const t = useT()
  return (
    <button
      type="button"
      className={[look, (pressed === true || expanded === true) && 'act'].filter(Boolean).join(' ')}
      data-testid={testId}
      aria-pressed={pressed}
      aria-expanded={expanded}
      // Disabled ones keep the keyboard and say why.
      aria-disabled={why !== null}
      title={why === null ? undefined : t(why)}
      onClick={() => {
        if (why === null) onClick()
      }}
    >
      {icon}
      <span>
        <Say k={k} />
      </span>
    </button>
  )
}

interface RecordingProps {
  readonly call: CallView
  readonly why: MessageKey | null
  readonly record: (state: 'ON' | 'PAUSED' | 'OFF') => void
}

/// By dot and word; who may, begins, pauses (while a card number is said) and ends it.
function Recording({ call, why, record }: RecordingProps) {
  const may = useMay('RECORD_CALLS')
  if (!may) return call.recording === 'OFF' ? null : <RecordingMark recording={call.recording} />
  switch (call.recording) {
    case 'OFF':
      return (
        <Control
          k="call.record"
          testId="call-record"
          why={why}
          onClick={() => record('ON')}
          icon={<IconPlayerRecordFilled {...ICON} />}
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
            why={why}
            onClick={() => record(call.recording === 'ON' ? 'PAUSED' : 'ON')}
            icon={call.recording === 'ON' ? <IconPlayerRecordFilled {...ICON} /> : <IconPlayerPause {...ICON} />}
          />
          <Control
            k="call.stopRecording"
            testId="call-record-stop"
            why={why}
            onClick={() => record('OFF')}
            icon={<IconPlayerStop {...ICON} />}
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
      <IconPlayerRecordFilled {...ICON} />
      <span>
        <Say k={RECORDING_WORDS[recording]} />
      </span>
    </span>
  )
}

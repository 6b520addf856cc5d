import { IconMicrophone, IconMicrophoneOff, IconPhoneOff } from '@tabler/icons-react'
import { send } from '../api/http.ts'
import type { SideCallView } from '../api/types.ts'
import { useDesk } from '../desk/store.ts'
import { Timer } from '../desk/Timer.tsx'
import { Say, useT } from '../i18n/Say.tsx'
import { useCommand } from '../shell/useCommand.ts'
import { RESULT_WORDS } from './calls.ts'
import { Control, CONTROL_ICON } from './Control.tsx'
import { Level } from './Level.tsx'
import { About } from './SideCallPopup.tsx'
import { mute } from './store.ts'
import { useCallKeys } from './useCallKeys.ts'

/// The call with a colleague, on every page: it belongs to no conversation of this desk.
export function SideCallBar({ side }: { readonly side: SideCallView }) {
  const t = useT()
  const synced = useDesk((desk) => desk.sync.state === 'IN_SYNC')
  const does = useControls(side)
  const talks = side.state === 'CONNECTED' || side.state === 'CONFERENCE'
  const why = !synced ? 'wrapUp.whyNotInSync' : talks ? null : 'call.whyNotConnected'
  const over = side.state === 'ENDED'
  useCallKeys({
    mute: why === null ? does.mute : null,
    hold: null,
    keypad: null,
    end: synced && !over ? does.end : null,
  })
  return (
    <div
      className="call side-call"
      role="group"
      aria-label={t('side.controls')}
      data-testid="side-call"
      data-state={side.state}
      data-kind={side.kind}
    >
      <div className="call-line">
        <div className="call-who">
          <b>
            <bdi className="trunc">{side.with.name}</bdi>
            {!over && <Timer since={side.since} className="num" />}
            {talks && !side.muted && <Level />}
          </b>
          <span className="trunc" role="status">
            <Words side={side} />
          </span>
        </div>
        {!over && (
          <div className="call-controls">
            <Control
              k={side.muted ? 'call.unmute' : 'call.mute'}
              testId="side-mute"
              pressed={side.muted}
              why={why}
              onClick={does.mute}
              icon={side.muted ? <IconMicrophoneOff {...CONTROL_ICON} /> : <IconMicrophone {...CONTROL_ICON} />}
            />
            <Control
              k={!talks ? 'call.cancel' : side.kind === 'CONSULTATION' ? 'consult.leave' : 'call.end'}
              testId="side-end"
              look="end"
              why={synced ? null : 'wrapUp.whyNotInSync'}
              onClick={does.end}
              icon={<IconPhoneOff {...CONTROL_ICON} />}
            />
          </div>
        )}
      </div>
    </div>
  )
}

function Words({ side }: { readonly side: SideCallView }) {
  switch (side.state) {
    case 'RINGING':
      return <Say k="call.ringing" />
    case 'CONNECTED':
    case 'CONFERENCE':
      return <About side={side} />
    case 'ENDED':
      return <Say k={side.result === null ? 'call.ended' : RESULT_WORDS[side.result]} />
  }
}

function useControls(side: SideCallView) {
  const path = { call: side.id }
  const muting = useCommand(async (muted: boolean) => {
    // Silence is not to wait for the server; speech is.
    if (muted) mute(true)
    try {
      await send('PUT', '/api/internal-calls/{call}/muted', { path, body: { muted } })
    } catch (error) {
      mute(side.muted)
      throw error
    }
  })
  const ending = useCommand(() => send('POST', '/api/internal-calls/{call}/end', { path }))
  return { mute: () => void muting.run(!side.muted), end: () => void ending.run() }
}

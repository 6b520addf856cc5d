import { IconMicrophone, IconMicrophoneOff, IconPhoneOff } from '@tabler/icons-react'
import { send } from '../api/http.ts'
import type { SideCallView } from '../api/types.ts'
import { useDesk } from '../desk/store.ts'
import { Timer } from '../desk/Timer.tsx'
import { Say, useT } from '../i18n/Say.tsx'
import { useWish } from '../shell/useWish.ts'
import { RESULT_WORDS } from './calls.ts'
import { Control, CONTROL_ICON } from './Control.tsx'
import { Level } from './Level.tsx'
import { About } from './SideCallPopup.tsx'
import { useCallKeys } from './useCallKeys.ts'
import { useMuting } from './useMuting.ts'

/// The call with a colleague, on every page: it belongs to no conversation of this desk.
export function SideCallBar({ side }: { readonly side: SideCallView }) {
  const t = useT()
  const synced = useDesk((desk) => desk.sync.state === 'IN_SYNC')
  const { muting, ending } = useControls(side)
  const turn = () => muting.want(!muting.value)
  const end = () => ending.want(true)
  const talks = side.state === 'CONNECTED' || side.state === 'CONFERENCE'
  const why = !synced ? 'wrapUp.whyNotInSync' : talks ? null : 'call.whyNotConnected'
  const over = side.state === 'ENDED'
  useCallKeys({
    mute: why === null ? turn : null,
    hold: null,
    keypad: null,
    end: synced && !over && !ending.busy ? end : null,
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
              k={muting.value ? 'call.unmute' : 'call.mute'}
              testId="side-mute"
              pressed={muting.value}
              busy={muting.busy}
              why={why}
              onClick={turn}
              icon={muting.value ? <IconMicrophoneOff {...CONTROL_ICON} /> : <IconMicrophone {...CONTROL_ICON} />}
            />
            <Control
              k={!talks ? 'call.cancel' : side.kind === 'CONSULTATION' ? 'consult.leave' : 'call.end'}
              testId="side-end"
              look="end"
              busy={ending.busy}
              why={!synced ? 'wrapUp.whyNotInSync' : ending.busy ? 'call.whyOnItsWay' : null}
              onClick={end}
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
  const path = { side: side.id }
  const muting = useMuting(side.muted, (muted) => send('PUT', '/api/internal-calls/{side}/muted', { path, body: { muted } }))
  const ending = useWish(side.state === 'ENDED', () => send('POST', '/api/internal-calls/{side}/end', { path }))
  return { muting, ending }
}

import { IconAlertTriangle } from '@tabler/icons-react'
import type { CallView, QualityView } from '../api/types.ts'
import type { MessageKey } from '../i18n/language.ts'
import { Say } from '../i18n/Say.tsx'
import { useIsHere } from './device.ts'
import { type MicrophoneFailure } from './microphone.ts'
import { useTelephone } from './store.ts'

const QUALITY_WORDS: Readonly<Record<Exclude<QualityView['kind'], 'FINE'>, MessageKey>> = {
  MICROPHONE_SILENT: 'call.quality.microphoneSilent',
  NOTHING_ARRIVES: 'call.quality.nothingArrives',
  NETWORK_LOSES: 'call.quality.networkLoses',
  NETWORK_DELAYS: 'call.quality.networkDelays',
}

export const FAILURE_WORDS: Readonly<Record<MicrophoneFailure, MessageKey>> = {
  DENIED: 'phone.blocked',
  NONE: 'phone.noMicrophone',
  BUSY: 'phone.microphoneBusy',
}

/// What is wrong with the sound, in words; nothing while it is fine.
export function Quality({ call }: { readonly call: CallView }) {
  const failure = useTelephone((telephone) => telephone.failure)
  const line = useTelephone((telephone) => telephone.line.state)
  const here = useIsHere()
  const { quality } = call
  const words = (() => {
    if (here && failure !== null) return <Say k={FAILURE_WORDS[failure]} />
    if (here && line === 'ELSEWHERE') return <Say k="phone.elsewhereOnCall" />
    if (here && line !== 'CONNECTED') return <Say k="phone.reconnecting" />
    if (quality === null || quality.kind === 'FINE') return null
    return <Say k={QUALITY_WORDS[quality.kind]} values={{ value: quality.value ?? 0 }} />
  })()
  if (words === null) return null
  return (
    <p className="call-trouble" role="status" data-testid="call-quality">
      <IconAlertTriangle size={14} aria-hidden />
      <span>{words}</span>
    </p>
  )
}

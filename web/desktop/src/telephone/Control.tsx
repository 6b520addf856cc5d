import type { ReactNode } from 'react'
import type { MessageKey } from '../i18n/language.ts'
import { Say, useT } from '../i18n/Say.tsx'

export const CONTROL_ICON = { size: 18, stroke: 1.75, 'aria-hidden': true } as const

interface Props {
  readonly k: MessageKey
  readonly testId: string
  readonly icon: ReactNode
  /// Why it cannot be used; null when it can.
  readonly why: MessageKey | null
  readonly onClick: () => void
  /// What was asked for last is on its way.
  readonly busy?: boolean
  readonly pressed?: boolean
  readonly expanded?: boolean
  readonly look?: 'end' | 'rec'
}

/// One thing that can be done with a call: a sign and a word.
export function Control({ k, testId, icon, why, onClick, busy = false, pressed, expanded, look }: Props) {
  const t = useT()
  return (
    <button
      type="button"
      className={[look, (pressed === true || expanded === true) && 'act'].filter(Boolean).join(' ')}
      data-testid={testId}
      aria-pressed={pressed}
      aria-busy={busy || undefined}
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

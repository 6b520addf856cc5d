import '../queue/queue.css'
import { IconClockPause } from '@tabler/icons-react'
import type { ActivityView, PostponementView } from '../api/types.ts'
import { useFormats } from '../i18n/formats.ts'
import type { MessageKey } from '../i18n/language.ts'
import { Ltr, Say } from '../i18n/Say.tsx'

/// When a mail was set aside, by whom and why. Nothing when it never was.
export function Postponements({ activity }: { readonly activity: Pick<ActivityView, 'postponements'> }) {
  if (activity.postponements.length === 0) return null
  return (
    <ul className="postponed" data-testid="postponements">
      {activity.postponements.map((one) => (
        <li key={one.at} className="meta muted">
          <IconClockPause size={14} stroke={1.75} aria-hidden />
          <span>
            <PostponedWords postponement={one} />
            {one.backBy !== null && (
              <>
                {' · '}
                <Say k={BACK_WORDS[one.backBy]} />
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

export const BACK_WORDS: Readonly<Record<'CUSTOMER' | 'AGENT' | 'SYSTEM', MessageKey>> = {
  CUSTOMER: 'postpone.backByCustomer',
  AGENT: 'postpone.backByAgent',
  SYSTEM: 'postpone.backBySystem',
}

/// Who, until when, and why.
export function PostponedWords({ postponement }: { readonly postponement: PostponementView }) {
  const formats = useFormats()
  const { agent, until, note } = postponement
  return (
    <>
      <Say
        k="postpone.by"
        values={{
          name: <bdi key="n">{agent.name}</bdi>,
          day: formats.nearDay(until),
          time: <Ltr key="t">{formats.time(until)}</Ltr>,
        }}
      />
      {note !== '' && (
        <>
          {': '}
          <bdi>{note}</bdi>
        </>
      )}
    </>
  )
}

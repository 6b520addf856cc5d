import type { ColleagueView } from '../api/types.ts'
import { Say } from '../i18n/Say.tsx'
import { displayed, STATE_WORDS } from '../presence/displayed.ts'
import { StateMark } from '../presence/StateMark.tsx'

/// Who it is and what they do now; by shape and word, not by colour alone.
export function ColleagueOption({ colleague }: { readonly colleague: ColleagueView }) {
  const state = displayed(colleague.presence)
  return (
    <>
      <StateMark state={state} />
      <span className="grow trunc">
        <bdi>{colleague.name}</bdi>
      </span>
      <span className="meta subtle">
        <Say k={STATE_WORDS[state]} />
      </span>
    </>
  )
}

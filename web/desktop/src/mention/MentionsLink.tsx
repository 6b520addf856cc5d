import { IconAt } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { NavLink } from 'react-router'
import { Say, useT } from '../i18n/Say.tsx'
import { learnTheRest } from '../i18n/language.ts'
import { useMentions } from './queries.ts'

const MentionNews = lazy(async () => {
  const [news] = await Promise.all([import('./MentionNews.tsx'), learnTheRest()])
  return { default: news.MentionNews }
})

/// The way to the notes that name the agent, with the number of the unseen ones.
export function MentionsLink() {
  const t = useT()
  const { unseen } = useMentions()
  return (
    <NavLink to="/mentions" title={t('note.mentions')} data-testid="rail-mentions">
      <span className="unseen">
        <Say k="note.railCount" values={{ count: unseen }} />
      </span>
      <IconAt size={20} stroke={1.75} aria-hidden />
      {unseen > 0 && (
        <span className="badge" aria-hidden>
          {unseen > 99 ? '99+' : unseen}
        </span>
      )}
    </NavLink>
  )
}

/// Beside whatever the agent is doing: what they have not seen.
export function UnseenMentions() {
  const { unseen } = useMentions()
  return (
    unseen > 0 && (
      <Suspense fallback={null}>
        <MentionNews />
      </Suspense>
    )
  )
}

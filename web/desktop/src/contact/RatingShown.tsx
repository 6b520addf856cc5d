import { IconStar, IconStarFilled } from '@tabler/icons-react'
import type { ActivityView } from '../api/types.ts'
import { Say, useT } from '../i18n/Say.tsx'

const STARS = [1, 2, 3, 4, 5] as const

/// What the customer thought of it, among the facts. Nothing when they said nothing.
export function RatingShown({ activity: { rating } }: { readonly activity: Pick<ActivityView, 'rating'> }) {
  const t = useT()
  if (rating == null) return null
  return (
    <>
      <dt>
        <Say k="activities.rating" />
      </dt>
      <dd data-testid="activity-rating" data-stars={rating.stars}>
        <span role="img" className="rating-stars" aria-label={t('activities.ratingOf', { stars: rating.stars })}>
          {STARS.map((one) => (one <= rating.stars ? <IconStarFilled key={one} size={14} aria-hidden /> : <IconStar key={one} size={14} stroke={1.75} aria-hidden />))}
        </span>
        {rating.remark !== '' && (
          <div className="words" dir="auto">
            {rating.remark}
          </div>
        )}
      </dd>
    </>
  )
}

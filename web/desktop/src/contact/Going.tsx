import { Say } from '../i18n/Say.tsx'
import { useMe } from '../session/me.ts'
import { useGoingErasures } from './queries.ts'

/// Who is being deleted, and how far that is: of somebody with a long history it takes minutes.
export function Going() {
  const may = useMe()?.privileges.includes('DELETE_CONTACTS') ?? false
  const { data } = useGoingErasures(may)
  if (data === undefined || data.length === 0) return null
  return (
    <div className="going" role="status" data-testid="going-erasures">
      {data.map((one) => (
        <p key={one.contact} className="hint">
          <Say k="erase.going" values={{ gone: one.gone, count: one.activities }} />
        </p>
      ))}
    </div>
  )
}

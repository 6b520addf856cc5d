import { Link } from 'react-router'
import type { Id } from '../../api/types.ts'
import { explain } from '../../i18n/problems.ts'
import { Say, useT } from '../../i18n/Say.tsx'
import { useMe } from '../../session/me.ts'
import { OF_SERVICES } from '../report/report.ts'
import { Level, Target } from '../report/ServiceLevel.tsx'
import { useServiceToday } from './queries.ts'

/// How the promise of a service was kept today. Nothing for whoever may not see reports.
export function ServiceToday({ service }: { readonly service: Id }) {
  const may = useMe()?.privileges.includes('VIEW_REPORTS') ?? false
  return may && <Today service={service} />
}

function Today({ service }: { readonly service: Id }) {
  const t = useT()
  const { data, error } = useServiceToday(service)
  if (data === undefined) return error === null ? null : <p className="hint err">{explain(error, t)}</p>
  const line = data.lines[0]
  return (
    <div className="service-today" data-testid="service-today">
      <Say k="services.today" />
      {line === undefined || line.level === null || line.target === null || line.targetSeconds === null ? (
        <span>
          <Say k="services.nothingToday" />
        </span>
      ) : (
        <>
          <Level level={line.level} target={line.target} />
          <span>
            <Say k="report.target" />: <Target target={line.target} seconds={line.targetSeconds} />
          </span>
        </>
      )}
      <Link to={OF_SERVICES} data-testid="service-report">
        <Say k="services.report" />
      </Link>
    </div>
  )
}

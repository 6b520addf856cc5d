import { type IntlShape, useIntl } from 'react-intl'
import { Say } from '../../i18n/Say.tsx'

/// What was answered in time, beside what was promised. Shares are from 0 to 1.

const percent = (share: number, intl: IntlShape) => intl.formatNumber(share, { style: 'percent', maximumFractionDigits: 1 })

/// Said in words, not in colours alone, whether the promise was kept.
export function Level({ level, target }: { readonly level: number; readonly target: number }) {
  const intl = useIntl()
  const kept = level >= target
  return (
    <span className="row g2">
      <span className="med">{percent(level, intl)}</span>
      <span className={kept ? 'tag ready' : 'tag danger'} data-testid="service-level-kept" data-kept={kept}>
        <Say k={kept ? 'report.kept' : 'report.missed'} />
      </span>
    </span>
  )
}

export function Target({ target, seconds }: { readonly target: number; readonly seconds: number }) {
  const intl = useIntl()
  return <Say k="report.within" values={{ percent: percent(target, intl), seconds: intl.formatNumber(seconds) }} />
}

import { IconCheck } from '@tabler/icons-react'
import { useIntl } from 'react-intl'
import { choiceName } from '../../i18n/choices.ts'
import { Say, useT } from '../../i18n/Say.tsx'
import { useFieldName } from './fieldName.ts'
import type { DispositionChoice, OfQuota, Quota } from './types.ts'

interface Props {
  readonly quotas: readonly OfQuota[]
  readonly dispositions: readonly DispositionChoice[]
}

/// How far each quota is, as of now.
export function QuotaBars({ quotas, dispositions }: Props) {
  const intl = useIntl()
  return (
    <ul className="campaign-quotas" data-testid="campaign-quota-bars">
      {quotas.map((one, at) => {
        const { most } = one.quota
        const met = one.successes >= most
        return (
          <li key={at} className={met ? 'met' : ''} data-met={met}>
            <span className="what">
              <QuotaName quota={one.quota} dispositions={dispositions} />
            </span>
            <b>
              <Say k="campaign.quotaProgress" values={{ count: intl.formatNumber(one.successes), most: intl.formatNumber(most) }} />
              {met && (
                <span className="reached">
                  <IconCheck size={13} aria-hidden />
                  <Say k="campaign.quotaMet" />
                </span>
              )}
            </b>
            <span className="track" aria-hidden>
              <i style={{ inlineSize: `${String(Math.min(100, (100 * one.successes) / most))}%` }} />
            </span>
          </li>
        )
      })}
    </ul>
  )
}

function QuotaName({ quota, dispositions }: { readonly quota: Quota; readonly dispositions: readonly DispositionChoice[] }) {
  const t = useT()
  const intl = useIntl()
  const fieldName = useFieldName()
  switch (quota.of) {
    case 'all':
      return <Say k="campaign.quotaOf.all" />
    case 'disposition': {
      const result = dispositions.find((one) => one.id === quota.disposition)
      return <bdi>{result === undefined ? t('campaign.quotaOf.disposition') : choiceName(result, t)}</bdi>
    }
    case 'value':
      return <Say k="campaign.quotaNamed.value" values={{ field: <bdi>{fieldName(quota.field)}</bdi>, value: <bdi>{quota.value}</bdi> }} />
    case 'range':
      return (
        <Say
          k="campaign.quotaNamed.range"
          values={{ field: <bdi>{fieldName(quota.field)}</bdi>, from: intl.formatNumber(quota.from), to: intl.formatNumber(quota.to) }}
        />
      )
  }
}

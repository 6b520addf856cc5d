import { TextInput } from '@mantine/core'
import type { Id } from '../../api/types.ts'
import { choiceName } from '../../i18n/choices.ts'
import { Say, useT } from '../../i18n/Say.tsx'
import { Choose } from '../fields.tsx'
import { type DialDraft, USUAL_RULE } from './settings.ts'
import { type Action, ACTIONS, type DispositionChoice } from './types.ts'

interface Props {
  readonly dispositions: readonly DispositionChoice[]
  readonly rules: Readonly<Record<Id, DialDraft>>
  readonly error: string | undefined
  readonly onChange: (rules: Readonly<Record<Id, DialDraft>>) => void
}

/// What becomes of a record after each result that does not finish it.
export function DialRules({ dispositions, rules, error, onChange }: Props) {
  const t = useT()
  const open = dispositions.filter((one) => !one.last && (one.scope.outbound || one.scope.preview))
  return (
    <div className="dial-rules" data-testid="campaign-dial-rules">
      {open.map((one) => {
        const rule = rules[one.id] ?? USUAL_RULE
        const set = (change: Partial<DialDraft>) => onChange({ ...rules, [one.id]: { ...rule, ...change } })
        const name = choiceName(one, t)
        return (
          <fieldset key={one.id} data-testid="dial-rule" data-code={one.code ?? ''}>
            <legend>
              <bdi>{name}</bdi>
            </legend>
            <div className="admin-pair">
              <Choose
                aria-label={t('campaign.actionOf', { name })}
                value={rule.action}
                data={(Object.keys(ACTIONS) as Action[]).map((action) => ({ value: action, label: t(ACTIONS[action]) }))}
                onChange={(action) => action !== null && set({ action: action as Action })}
              />
              {rule.action !== 'STOP_RECORD' && (
                <TextInput
                  aria-label={t('campaign.minutesOf', { name })}
                  value={rule.minutes}
                  inputMode="numeric"
                  maxLength={6}
                  rightSection={<Say k="campaign.minutesShort" />}
                  onChange={(event) => set({ minutes: event.currentTarget.value })}
                />
              )}
            </div>
            <label className="row g3 meta">
              <input
                type="checkbox"
                checked={rule.retry}
                aria-label={t('campaign.retryOf', { name })}
                data-testid="dial-retry"
                onChange={(event) => set({ retry: event.currentTarget.checked })}
              />
              <Say k="campaign.retry" />
            </label>
            {rule.retry && (
              <div className="admin-pair">
                <TextInput
                  label={<Say k="campaign.retries" />}
                  value={rule.retries}
                  inputMode="numeric"
                  maxLength={2}
                  data-testid="dial-retries"
                  onChange={(event) => set({ retries: event.currentTarget.value })}
                />
                <TextInput
                  label={<Say k="campaign.interval" />}
                  value={rule.interval}
                  inputMode="numeric"
                  maxLength={2}
                  data-testid="dial-interval"
                  onChange={(event) => set({ interval: event.currentTarget.value })}
                />
              </div>
            )}
          </fieldset>
        )
      })}
      {error !== undefined && <p className="meta admin-error">{error}</p>}
    </div>
  )
}

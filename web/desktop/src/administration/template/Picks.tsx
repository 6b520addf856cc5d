import type { MessageKey } from '../../i18n/language.ts'
import { Say } from '../../i18n/Say.tsx'

interface Props {
  readonly heading: MessageKey
  /// What it means that nothing is chosen.
  readonly none: MessageKey
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly chosen: readonly string[]
  readonly error: string | undefined
  readonly testId: string
  readonly onChange: (chosen: readonly string[]) => void
}

/// Some of a list, or none of it for all.
export function Picks({ heading, none, options, chosen, error, testId, onChange }: Props) {
  return (
    <fieldset className="picks" data-testid={testId} aria-invalid={error !== undefined}>
      <legend>
        <Say k={heading} />
        {chosen.length === 0 && (
          <span className="tag">
            <Say k={none} />
          </span>
        )}
      </legend>
      <div className="picks-options">
        {options.map((one) => (
          <label key={one.value}>
            <input
              type="checkbox"
              checked={chosen.includes(one.value)}
              data-value={one.value}
              onChange={(event) => onChange(event.currentTarget.checked ? [...chosen, one.value].sort() : chosen.filter((each) => each !== one.value))}
            />
            <bdi>{one.label}</bdi>
          </label>
        ))}
      </div>
      {error !== undefined && <p className="meta admin-error">{error}</p>}
    </fieldset>
  )
}

import { Select, type SelectProps } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { type ReactNode, useId } from 'react'
import type { MessageKey } from '../i18n/language.ts'
import { Say } from '../i18n/Say.tsx'
import { LEFT_TO_RIGHT } from '../i18n/written.ts'

/// The parts of the forms of administration.

/// A group of fields, what it is about, and what is good to know before they are filled in.
export function Group({ heading, hint, children }: { readonly heading: MessageKey; readonly hint?: MessageKey; readonly children: ReactNode }) {
  const id = useId()
  return (
    <section className="admin-group" aria-labelledby={id}>
      <div>
        <h3 id={id}>
          <Say k={heading} />
        </h3>
        {hint !== undefined && (
          <p className="meta muted">
            <Say k={hint} />
          </p>
        )}
      </div>
      <div className="form">{children}</div>
    </section>
  )
}

/// Fields beside each other.
export function Pair({ children }: { readonly children: ReactNode }) {
  return <div className="admin-pair">{children}</div>
}

interface SwitchedProps {
  readonly says: MessageKey
  readonly hint: MessageKey
  readonly on: boolean
  readonly error?: string | undefined
  readonly testId: string
  readonly onChange: (on: boolean) => void
}

/// Something that is on or off, and what it means when it is on.
export function Switched({ says, hint, on, error, testId, onChange }: SwitchedProps) {
  const id = useId()
  return (
    <div className="admin-switched">
      <input
        type="checkbox"
        role="switch"
        className="switch"
        id={id}
        data-testid={testId}
        checked={on}
        aria-describedby={`${id}-hint`}
        aria-invalid={error !== undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <div>
        <label htmlFor={id}>
          <Say k={says} />
        </label>
        <p className="meta muted" id={`${id}-hint`}>
          <Say k={hint} />
        </p>
        {error !== undefined && <p className="meta admin-error">{error}</p>}
      </div>
    </div>
  )
}

export function Choose(props: SelectProps) {
  return (
    <Select
      allowDeselect={false}
      rightSection={<IconChevronDown size={14} aria-hidden />}
      rightSectionPointerEvents="none"
      {...props}
    />
  )
}

/// For hosts, numbers and log-ins: left to right as soon as there is something, while the hint in it follows the page.
export function ltrOnceWritten(text: string) {
  return text === '' ? {} : LEFT_TO_RIGHT
}

interface OneOfProps<V extends string> {
  /// Of the field, different on each form of a page.
  readonly name: string
  readonly label: string
  readonly options: readonly { readonly value: V; readonly label: MessageKey; readonly hint: MessageKey }[]
  readonly value: V
  readonly testId: string
  readonly onChange: (value: V) => void
}

/// One of a few, each with what it means.
export function OneOf<V extends string>({ name, label, options, value, testId, onChange }: OneOfProps<V>) {
  return (
    <div role="radiogroup" aria-label={label} className="admin-one-of" data-testid={testId}>
      {options.map((one) => (
        <label key={one.value} className="admin-switched">
          <input
            type="radio"
            name={name}
            value={one.value}
            checked={one.value === value}
            aria-describedby={`${name}-${one.value}`}
            onChange={() => onChange(one.value)}
          />
          <span>
            <span className="admin-option">
              <Say k={one.label} />
            </span>
            <span className="meta muted admin-option" id={`${name}-${one.value}`}>
              <Say k={one.hint} />
            </span>
          </span>
        </label>
      ))}
    </div>
  )
}

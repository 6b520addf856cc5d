import type { ReactNode } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { MessageKey } from './language.ts'

type Plain = string | number
type Rich = Plain | ReactNode

/// A sentence of the catalogue, with parts of the screen inside it where it names them.
export function Say({ k, values }: { readonly k: MessageKey; readonly values?: Record<string, Rich> }) {
  return <FormattedMessage id={k} {...(values === undefined ? {} : { values })} />
}

export type Translate = (key: MessageKey, values?: Record<string, Plain>) => string

/// For where only text can stand: labels, placeholders, titles.
export function useT(): Translate {
  const intl = useIntl()
  return (key, values) => intl.formatMessage({ id: key }, values)
}

/// Numbers, addresses, ids and clock times: always left to right, isolated from what surrounds them.
export function Ltr({ children, className }: { readonly children: ReactNode; readonly className?: string }) {
  return (
    <bdi dir="ltr" className={className}>
      {children}
    </bdi>
  )
}

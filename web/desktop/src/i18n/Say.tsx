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

/// A number, an address or a clock time stands on one line; what is longer than these are may be broken.
const ONE_LINE = 48

/// Numbers, addresses, ids and clock times: always left to right, isolated from what surrounds them.
export function Ltr({ children, className }: { readonly children: ReactNode; readonly className?: string }) {
  const long = typeof children === 'string' && children.length > ONE_LINE
  return (
    <bdi dir="ltr" className={long ? `long ${className ?? ''}` : className}>
      {children}
    </bdi>
  )
}

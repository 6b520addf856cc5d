import { IconAlertTriangle } from '@tabler/icons-react'
import { Fragment } from 'react'
import type { MessageKey } from '../i18n/language.ts'
import { Ltr, Say } from '../i18n/Say.tsx'
import type { EmailView, Mailbox } from './wire.ts'

/// From whom to whom; the copies are named where there are any.
export function People({ email }: { readonly email: EmailView }) {
  return (
    <div className="meta muted mail-people">
      <One box={email.from} />
      <span aria-hidden className="mail-arrow" />
      <Say k="mail.toWhom" values={{ who: <List key="w" boxes={email.to} /> }} />
      {email.cc.length > 0 && (
        <>
          {' · '}
          <Say k="mail.copyTo" values={{ who: <List key="w" boxes={email.cc} /> }} />
        </>
      )}
    </div>
  )
}

function List({ boxes }: { readonly boxes: readonly Mailbox[] }) {
  return boxes.map((box, index) => (
    <Fragment key={box.address}>
      {index > 0 && ' · '}
      <One box={box} />
    </Fragment>
  ))
}

/// The name is what the sender says; the address is what counts.
function One({ box: { name, address } }: { readonly box: Mailbox }) {
  return (
    <span>
      {name !== null && name !== '' && name !== address && (
        <>
          <bdi>{name}</bdi>{' '}
        </>
      )}
      <Ltr>{address}</Ltr>
    </span>
  )
}

/// What an agent has to know before believing the sender: that nobody has proved it, and what looks like a trick.
export function SenderMarks({ email: { trust, marks } }: { readonly email: EmailView }) {
  const words = [...marks.map((mark) => MARKS[mark] ?? 'mail.mark.other'), ...(trust === null || trust === 'ATTESTED' ? [] : (['mail.notProved'] as const))]
  return [...new Set(words)].map((word) => (
    <div key={word} className="mail-mark" data-testid="email-mark">
      <IconAlertTriangle size={12} stroke={2} aria-hidden />
      <Say k={word} />
    </div>
  ))
}

const MARKS: Readonly<Record<string, MessageKey>> = {
  'lookalike-domain': 'mail.mark.lookalike',
  'name-is-another-address': 'mail.mark.otherAddress',
  'answers-elsewhere': 'mail.mark.answersElsewhere',
}

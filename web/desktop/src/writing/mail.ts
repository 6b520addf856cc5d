import type { Id } from '../api/types.ts'
import type { Mail } from '../conversation/drafts.ts'
import type { EmailView, Mailbox } from './wire.ts'

/// Mails before they are sent: what an answer begins with, and what was typed as an address.

export function newMail(to: string | null): Mail {
  return { to: to ?? '', cc: '', subject: '', text: '', inReplyTo: null }
}

/// What was written to us is answered to whoever wrote it, or wherever they want it; what we wrote goes to the same people again. `own` is an
/// address of ours, which is never written to.
export function replyTo(email: EmailView, message: Id, own: string | null, all: boolean): Mail {
  const ours = isSame(email.from.address, own)
  const to = ours ? email.to : email.replyTo.length > 0 ? email.replyTo : [email.from]
  const others = [...(ours ? [] : email.to), ...email.cc].filter(
    (one) => !isSame(one.address, own) && !to.some((each) => isSame(each.address, one.address)),
  )
  return {
    to: listed(to),
    cc: all ? listed(others) : '',
    subject: prefixed('Re', email.subject),
    text: '',
    inReplyTo: message,
  }
}

/// Whether an answer to all goes to more people than an answer.
export function hasOthers(email: EmailView, own: string | null): boolean {
  return replyTo(email, '', own, true).cc !== ''
}

/// The words that stand above a text that is passed on.
export interface Heading {
  readonly from: string
  readonly date: string
  readonly subject: string
}

export function forwarded(email: EmailView, text: string, heading: Heading): Mail {
  const above = [`${heading.from} ${email.from.address}`, heading.date, `${heading.subject} ${email.subject}`]
  const quoted = text.split('\n').map((line) => `> ${line}`)
  return { to: '', cc: '', subject: prefixed('Fwd', email.subject), text: `\n\n${[...above, '', ...quoted].join('\n')}`, inReplyTo: null }
}

function listed(boxes: readonly Mailbox[]): string {
  return boxes.map((one) => one.address).join(', ')
}

function isSame(a: string, b: string | null): boolean {
  return b !== null && a.toLowerCase() === b.toLowerCase()
}

/// Answers to answers do not pile up their prefixes, in whatever language another program wrote them.
const ANSWERED = /^\s*(re|aw|sv|رد)\s*(\[\d+\])?\s*[:：]\s*/i
const PASSED_ON = /^\s*(fwd?|wg|إعادة توجيه)\s*[:：]\s*/i

function prefixed(prefix: 'Re' | 'Fwd', subject: string): string {
  return (prefix === 'Re' ? ANSWERED : PASSED_ON).test(subject) ? subject : `${prefix}: ${subject}`
}

const ADDRESS = /^[^\s@<>(),;]+@[^\s@<>(),;]+\.[^\s@<>(),;]+$/

/// The addresses in what was typed: parted by commas, semicolons, spaces or lines, with or without names.
export function addressesIn(typed: string): { readonly good: readonly string[]; readonly bad: readonly string[] } {
  const named = typed.replace(/"[^"]*"/g, ' ').replace(/[^,;\n<>]*<([^<>]*)>/g, ' $1 ')
  const parts = [...new Set(named.split(/[\s,;،؛]+/).filter((part) => part !== ''))]
  return { good: parts.filter((part) => ADDRESS.test(part)), bad: parts.filter((part) => !ADDRESS.test(part)) }
}

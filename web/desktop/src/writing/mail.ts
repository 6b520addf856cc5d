import type { Id } from '../api/types.ts'
import type { Mail } from '../conversation/drafts.ts'
import type { EmailView, Mailbox } from './wire.ts'

/// Mails before they are sent: what an answer begins with, and what was typed as an address.

export function newMail(to: string | null): Mail {
  return { to: to ?? '', cc: '', subject: '', text: '', inReplyTo: null, quoted: null }
}

/// To whom it goes is the server's to say: it knows every address of ours.
export function replyTo(email: EmailView, message: Id, all: boolean): Mail {
  const { to, cc } = all ? email.answerAll : email.answer
  return { to: listed(to), cc: listed(cc), subject: prefixed('Re', email.subject), text: '', inReplyTo: message, quoted: message }
}

/// Whether an answer to all goes to more people than an answer.
export function hasOthers(email: EmailView): boolean {
  return email.answerAll.to.length + email.answerAll.cc.length > email.answer.to.length
}

/// A new mail with the old one below.
export function forwarded(email: EmailView, message: Id): Mail {
  return { to: '', cc: '', subject: prefixed('Fwd', email.subject), text: '', inReplyTo: null, quoted: message }
}

function listed(boxes: readonly Mailbox[]): string {
  return boxes.map((one) => one.address).join(', ')
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

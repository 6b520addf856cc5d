import { Problem } from '../api/http.ts'
import type { MessageKey } from './language.ts'
import type { Translate } from './Say.tsx'

/// The sentence for each refusal the server knows; the last two are for what it did not foresee.
const SENTENCES: Readonly<Record<string, MessageKey>> = {
  'wrong-credentials': 'problem.wrongCredentials',
  'too-many-attempts': 'problem.tooManyAttempts',
  'offer-gone': 'problem.offerGone',
  'chat-ended': 'problem.chatEnded',
  'not-stored': 'problem.notStored',
  'new-message': 'problem.newMessage',
  'still-live': 'problem.stillLive',
  'disposition-required': 'problem.dispositionRequired',
  'version-conflict': 'problem.versionConflict',
  'address-taken': 'problem.addressTaken',
  'not-found': 'problem.notFound',
  'not-allowed': 'problem.notAllowed',
  'too-long': 'problem.tooLong',
  'busy': 'problem.busy',
  'unavailable': 'problem.unavailable',
  'weak-password': 'problem.weakPassword',
  'invalid-address': 'problem.invalidAddress',
  'status-401': 'problem.signedOut',
  'status-403': 'problem.notAllowed',
  'status-404': 'problem.notFound',
  'status-413': 'problem.tooLong',
}

export function sentenceOf(code: string): MessageKey {
  return SENTENCES[code] ?? 'problem.unforeseen'
}

export function explain(error: unknown, t: Translate): string {
  if (!(error instanceof Problem)) return t('problem.unreachable')
  if (error.retryAfterMs !== null) {
    return t('problem.tooManyAttemptsFor', { seconds: Math.ceil(error.retryAfterMs / 1000) })
  }
  return t(sentenceOf(error.code))
}

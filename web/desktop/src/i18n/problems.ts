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
  'changed': 'problem.changed',
  'no-session': 'problem.noSession',
  'unknown-disposition': 'problem.unknownDisposition',
  'reason-required': 'problem.reasonRequired',
  'invalid-text': 'problem.invalidText',
  'not-storable': 'problem.notStorable',
  'invalid-name': 'problem.invalidName',
  'name-too-long': 'problem.invalidName',
  'too-many-addresses': 'problem.tooManyAddresses',
  'try-again': 'problem.tryAgain',
  'too-many-requests': 'problem.busy',
  'wrong-password': 'problem.wrongPassword',
  'password-too-easy': 'problem.passwordTooEasy',
  'password-too-short': 'problem.passwordTooShort',
  'password-too-long': 'problem.passwordTooLong',
  'workspace-needed': 'problem.workspaceNeeded',
  'not-logged-in': 'problem.signedOut',
  'too-large': 'problem.tooLong',
  'not-found': 'problem.notFound',
  'not-allowed': 'problem.notAllowed',
  'too-long': 'problem.tooLong',
  'busy': 'problem.busy',
  'unavailable': 'problem.tryAgain',
  'invalid-address': 'problem.invalidAddress',
  'bad-number': 'problem.badNumber',
  'no-device': 'problem.noDevice',
  'on-a-call': 'problem.onACall',
  'contact-busy': 'problem.contactBusy',
  'contact-known': 'problem.contactKnown',
  'no-number': 'problem.noNumber',
  'no-trunk': 'problem.noTrunk',
  'destination-closed': 'problem.destinationClosed',
  'too-many-calls': 'problem.tooManyCalls',
  'device-in-call': 'problem.deviceInCall',
  'bad-device': 'problem.unforeseen',
  'unknown-phone': 'problem.unknownPhone',
  'number-not-for-this': 'problem.numberNotForThis',
  'unknown-service': 'problem.unknownService',
  'no-call': 'problem.noCall',
  'colleague-busy': 'problem.colleagueBusy',
  'colleague-unavailable': 'problem.colleagueUnavailable',
  'bad-offer': 'problem.badOffer',
  'too-much': 'problem.busy',
  'name-invalid': 'problem.invalidName',
  'trunk-taken': 'problem.trunkTaken',
  'trunks-too-many': 'problem.trunksTooMany',
  'trunk-has-numbers': 'problem.trunkHasNumbers',
  'trunk-unknown': 'problem.trunkUnknown',
  'host-invalid': 'problem.hostInvalid',
  'further-host-invalid': 'admin.furtherWrong',
  'hosts-too-many': 'admin.furtherTooMany',
  'port-invalid': 'admin.portWrong',
  'user-needed': 'admin.userMissing',
  'credentials-needed': 'admin.userNeeded',
  'password-needed': 'admin.passwordMissing',
  'credentials-invalid': 'problem.credentialsInvalid',
  'trial-busy': 'problem.trialBusy',
  'number-invalid': 'problem.numberInvalid',
  'number-emergency': 'problem.numberEmergency',
  'number-taken': 'problem.numberTaken',
  'numbers-too-many': 'problem.numbersTooMany',
  'number-shown': 'problem.numberShown',
  'number-unknown': 'problem.numberUnknown',
  'service-unknown': 'problem.serviceUnknown',
  'language-unspoken': 'problem.languageUnspoken',
  'country-unknown': 'problem.countryUnknown',
  'limit-invalid': 'admin.callsWrong',
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

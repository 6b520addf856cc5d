import type { MessageKey } from '../i18n/language.ts'

/// Why a message was not delivered, or is not yet, for people: what all channels may say of it. Whatever a provider says
/// beyond these is one of its own reasons.
const FAILURES: readonly (readonly [MessageKey, readonly string[]])[] = [
  ['failure.optedOut', ['opted-out']],
  ['failure.blocked', ['blocked', 'blocked-by-customer']],
  ['failure.windowClosed', ['window-closed']],
  ['failure.landline', ['landline']],
  ['failure.invalidAddress', ['invalid-address', 'unknown-number', 'unknown-address', 'no-address', 'mailbox-unknown', 'recipient-refused']],
  ['failure.barred', ['barred', 'absent', 'undeliverable', 'not-reachable', 'never-wrote']],
  ['failure.expired', ['expired', 'deleted']],
  ['failure.bounced', ['bounced', 'returned']],
  ['failure.mailboxFull', ['mailbox-full']],
  ['failure.tooLong', ['too-long', 'caption-too-long', 'too-large', 'template-too-long']],
  ['failure.files', ['files-not-allowed', 'file-missing', 'file-refused', 'kind-not-supported']],
  ['failure.noAccount', ['no-account', 'account-off', 'account-removed']],
  ['failure.account', ['account-locked', 'not-authorised', 'not-paid', 'credentials-refused', 'log-in-refused', 'not-encrypted', 'password-missing', 'oauth-missing', 'client-refused', 'refresh-token-expired', 'token-refused', 'address-not-allowed']],
  ['failure.notConnected', ['not-connected', 'provider-failed', 'provider-error', 'token-endpoint-unreachable', 'token-endpoint-failed']],
  ['failure.throttled', ['throttled', 'too-many']],
  ['failure.templateUnknown', ['template-not-known']],
  ['failure.templateChanged', ['template-changed']],
  ['failure.templatePaused', ['template-paused']],
  ['failure.templateRefused', ['template-refused']],
  ['failure.refused', ['refused', 'rejected', 'sender-refused', 'recipient-not-allowed', 'refused-by-policy', 'held-back']],
]

const WORDS = new Map(FAILURES.flatMap(([words, codes]) => codes.map((code) => [code, words] as const)))

export function failureWords(code: string): MessageKey {
  return WORDS.get(code) ?? 'failure.other'
}

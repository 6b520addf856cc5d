import type { MessageKey } from '../../i18n/language.ts'
import type { Translate } from '../../i18n/Say.tsx'

/// What the settings of channels are called, by channel and name. A channel that was added shows its own names until
/// somebody gives it words here.
const SETTINGS: Readonly<Record<string, MessageKey>> = {
  'email acknowledge-ar': 'channel.email.acknowledge-ar',
  'email acknowledge-en': 'channel.email.acknowledge-en',
  'email acknowledgement-ar': 'channel.email.acknowledgement-ar',
  'email acknowledgement-en': 'channel.email.acknowledgement-en',
  'email authserv-id': 'channel.email.authserv-id',
  'email client-id': 'channel.email.client-id',
  'email client-secret': 'channel.email.client-secret',
  'email imap-folder': 'channel.email.imap-folder',
  'email imap-host': 'channel.email.imap-host',
  'email imap-port': 'channel.email.imap-port',
  'email imap-security': 'channel.email.imap-security',
  'email log-in': 'channel.email.log-in',
  'email plus-addresses': 'channel.email.plus-addresses',
  'email refresh-token': 'channel.email.refresh-token',
  'email scope': 'channel.email.scope',
  'email secret': 'channel.email.secret',
  'email sender-name': 'channel.email.sender-name',
  'email signature': 'channel.email.signature',
  'email smtp-host': 'channel.email.smtp-host',
  'email smtp-port': 'channel.email.smtp-port',
  'email smtp-security': 'channel.email.smtp-security',
  'email token-endpoint': 'channel.email.token-endpoint',
  'email user': 'channel.email.user',
  'sms alphabet': 'channel.sms.alphabet',
  'sms callback': 'channel.sms.callback',
  'sms country': 'channel.sms.country',
  'sms enquireSeconds': 'channel.sms.enquireSeconds',
  'sms host': 'channel.sms.host',
  'sms password': 'channel.sms.password',
  'sms port': 'channel.sms.port',
  'sms provider': 'channel.sms.provider',
  'sms reference': 'channel.sms.reference',
  'sms secret': 'channel.sms.secret',
  'sms signatureHeader': 'channel.sms.signatureHeader',
  'sms systemId': 'channel.sms.systemId',
  'sms systemType': 'channel.sms.systemType',
  'sms tls': 'channel.sms.tls',
  'sms token': 'channel.sms.token',
  'sms url': 'channel.sms.url',
  'sms user': 'channel.sms.user',
  'sms window': 'channel.sms.window',
  'telegram api': 'channel.telegram.api',
  'telegram publicAddress': 'channel.telegram.publicAddress',
  'telegram token': 'channel.telegram.token',
  'webhook secondSecret': 'channel.webhook.secondSecret',
  'webhook secret': 'channel.webhook.secret',
  'webhook url': 'channel.webhook.url',
  'whatsapp accessToken': 'channel.whatsapp.accessToken',
  'whatsapp api': 'channel.whatsapp.api',
  'whatsapp appSecret': 'channel.whatsapp.appSecret',
  'whatsapp phoneNumberId': 'channel.whatsapp.phoneNumberId',
  'whatsapp template': 'channel.whatsapp.template',
  'whatsapp templateLanguage': 'channel.whatsapp.templateLanguage',
  'whatsapp verifyToken': 'channel.whatsapp.verifyToken',
}

export function settingName(channel: string, setting: string, t: Translate): string {
  const key = SETTINGS[`${channel} ${setting}`]
  return key === undefined ? setting : t(key)
}

/// Of a setting that is one of a few; what is a name of its own, such as GSM, stays as it is.
const CHOICES: Readonly<Record<string, MessageKey>> = {
  'email imap-security none': 'channel.choice.noTls',
  'email imap-security starttls': 'channel.choice.startTls',
  'email imap-security tls': 'channel.choice.tls',
  'email log-in password': 'channel.choice.password',
  'email log-in oauth2': 'channel.choice.oauth2',
  'email smtp-security none': 'channel.choice.noTls',
  'email smtp-security starttls': 'channel.choice.startTls',
  'email smtp-security tls': 'channel.choice.tls',
  'sms alphabet gsm': 'channel.choice.gsm',
  'sms alphabet latin1': 'channel.choice.latin1',
  'sms provider http': 'channel.choice.http',
  'sms provider smpp': 'channel.choice.smpp',
}

export function choiceOf(channel: string, setting: string, choice: string, t: Translate): string {
  const key = CHOICES[`${channel} ${setting} ${choice}`]
  return key === undefined ? choice : t(key)
}

/// What a test has found, and why a line is down or an item was set aside. Codes without words are shown as they are,
/// beside the sentence that says so.
const CODES: Readonly<Record<string, MessageKey>> = {
  'address-not-allowed': 'channel.test.address-not-allowed',
  'bind-refused': 'channel.test.log-in-refused',
  'certificate-untrusted': 'channel.test.certificate-untrusted',
  'channel-unknown': 'channel.test.channel-unknown',
  'client-refused': 'channel.test.client-refused',
  'connecting': 'channel.test.connecting',
  'connection-failed': 'channel.test.not-reachable',
  'connection-lost': 'channel.test.connection-lost',
  'credentials-refused': 'channel.test.log-in-refused',
  'failed': 'channel.test.failed',
  'folder-unknown': 'channel.test.folder-unknown',
  'host-missing': 'channel.test.host-missing',
  'imap-password-missing': 'channel.test.password-missing',
  'imap-token-refused': 'channel.test.imap-token-refused',
  'log-in-refused': 'channel.test.log-in-refused',
  'no-answer': 'channel.test.not-reachable',
  'not-authorised': 'channel.test.log-in-refused',
  'not-connected': 'channel.test.not-reachable',
  'not-encrypted': 'channel.test.not-encrypted',
  'not-reachable': 'channel.test.not-reachable',
  'not-reached': 'channel.test.not-reachable',
  'oauth-missing': 'channel.test.oauth-missing',
  'open-failed': 'channel.test.open-failed',
  'password-missing': 'channel.test.password-missing',
  'provider-error': 'channel.test.provider-failed',
  'provider-failed': 'channel.test.provider-failed',
  'refresh-token-expired': 'channel.test.refresh-token-expired',
  'refused': 'channel.test.refused',
  'secret-missing': 'channel.test.secret-missing',
  'smtp-password-missing': 'channel.test.password-missing',
  'smtp-token-refused': 'channel.test.smtp-token-refused',
  'tls-failed': 'channel.test.tls-failed',
  'token-endpoint-failed': 'channel.test.token-endpoint-failed',
  'token-endpoint-unreachable': 'channel.test.token-endpoint-unreachable',
  'token-refused': 'channel.test.token-refused',
  'unknown-host': 'channel.test.unknown-host',
  'url-missing': 'channel.test.url-missing',
}

/// What is right, and what of these is wrong.
const FOUND: Readonly<Record<string, { readonly good: MessageKey; readonly bad: MessageKey }>> = {
  address: { good: 'channel.test.address', bad: 'channel.test.address.wrong' },
  authorised: { good: 'channel.test.logged-in', bad: 'channel.test.log-in-refused' },
  bind: { good: 'channel.test.logged-in', bad: 'channel.test.log-in-refused' },
  connected: { good: 'channel.test.connection', bad: 'channel.test.not-reachable' },
  connection: { good: 'channel.test.connection', bad: 'channel.test.not-reachable' },
  credentials: { good: 'channel.test.logged-in', bad: 'channel.test.log-in-refused' },
  deliveries: { good: 'channel.test.deliveries', bad: 'channel.test.deliveries.wrong' },
  imap: { good: 'channel.test.imap', bad: 'channel.test.imap.wrong' },
  'logged-in': { good: 'channel.test.logged-in', bad: 'channel.test.log-in-refused' },
  sender: { good: 'channel.test.sender', bad: 'channel.test.address.wrong' },
  'sender-name': { good: 'channel.test.sender-name', bad: 'channel.test.address.wrong' },
  signature: { good: 'channel.test.signature', bad: 'channel.test.secret-missing' },
  smtp: { good: 'channel.test.smtp', bad: 'channel.test.smtp.wrong' },
  token: { good: 'channel.test.token', bad: 'channel.test.token-refused' },
  webhook: { good: 'channel.test.webhook', bad: 'channel.test.webhook.wrong' },
}

export function foundWords(good: boolean, code: string): MessageKey {
  const found = FOUND[code]
  if (found !== undefined) return good ? found.good : found.bad
  return CODES[code] ?? (good ? 'channel.test.good' : 'channel.test.bad')
}

export function downWords(code: string | null): MessageKey {
  return CODES[code ?? ''] ?? 'channel.test.bad'
}

const ASIDE: Readonly<Record<string, MessageKey>> = {
  'binary': 'aside.binary',
  'caption-too-long': 'aside.too-long',
  'failed': 'aside.failed',
  'malformed': 'aside.unreadable',
  'no-sender': 'aside.no-sender',
  'not-storable': 'aside.failed',
  'other-account': 'aside.other-account',
  'receipt-without-id': 'aside.unreadable',
  'too-large': 'aside.too-long',
  'too-long': 'aside.too-long',
  'unreadable': 'aside.unreadable',
}

export function asideWords(reason: string): MessageKey {
  return ASIDE[reason] ?? 'aside.other'
}

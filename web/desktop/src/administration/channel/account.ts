import type { AccountView, AccountWish, ChannelView, Setting } from '../../api/types.ts'
import type { MessageKey } from '../../i18n/language.ts'
import { isName, latinDigits, wholeNumber } from '../checks.ts'
import type { Wrong } from '../drafts.ts'

/// A setting in a draft, apart from the fields that every account has.
export type SettingField = `setting ${string}`

/// An account as it is being written. Settings are texts; a secret is empty while it stays as it was.
export interface AccountDraft {
  readonly name: string
  readonly address: string
  /// Empty until one is chosen.
  readonly service: string
  /// Empty for any.
  readonly language: string
  readonly enabled: boolean
  readonly [setting: SettingField]: string
}

const LARGEST_NUMBER = 999_999_999

export function fieldOf(setting: Pick<Setting, 'name'>): SettingField {
  return `setting ${setting.name}`
}

export function emptyAccount(channel: ChannelView): AccountDraft {
  const only = channel.services.length === 1 ? channel.services[0] : undefined
  return { name: '', address: '', service: only?.id ?? '', language: '', enabled: true, ...settingsOf(channel, {}) }
}

export function draftOfAccount(account: AccountView, channel: ChannelView): AccountDraft {
  return {
    name: account.name,
    address: account.address,
    service: account.service,
    language: account.language ?? '',
    enabled: account.enabled,
    ...settingsOf(channel, account.settings),
  }
}

function settingsOf(channel: ChannelView, set: Readonly<Record<string, string>>): Readonly<Record<SettingField, string>> {
  const all: Record<SettingField, string> = {}
  for (const setting of channel.settings) all[fieldOf(setting)] = set[setting.name] ?? (drawnWithValue(setting) ? setting.fallback : '')
  return all
}

/// A switch and a choice always show a value; where nothing is set it is the fallback.
function drawnWithValue(setting: Setting): boolean {
  return setting.kind === 'FLAG' || setting.kind === 'CHOICE'
}

export function valueOf(draft: AccountDraft, setting: Setting): string {
  return draft[fieldOf(setting)] ?? ''
}

export function wishOfAccount(draft: AccountDraft, channel: ChannelView): AccountWish {
  const settings: Record<string, string> = {}
  for (const setting of channel.settings) {
    const value = valueOf(draft, setting)
    if (setting.kind === 'SECRET' && value === '') continue
    settings[setting.name] = setting.kind === 'NUMBER' ? plainNumber(value) : value.trim()
  }
  return {
    name: draft.name,
    address: draft.address,
    service: draft.service,
    language: draft.language === '' ? null : draft.language,
    settings,
    enabled: draft.enabled,
  }
}

/// ٠٢٧٧٥ as 2775.
function plainNumber(text: string): string {
  const latin = latinDigits(text.trim())
  return latin === '' ? '' : String(Number(latin))
}

/// `kept`: the secrets that are stored, so that none need be given.
export function wrongAccount(draft: AccountDraft, channel: ChannelView, kept: readonly string[]): Wrong<AccountDraft> {
  const wrong: Record<string, MessageKey> = {}
  if (!isName(draft.name)) wrong['name'] = 'admin.nameWrong'
  if (draft.address.trim() === '') wrong['address'] = 'account.addressMissing'
  if (draft.service === '') wrong['service'] = 'admin.serviceMissing'
  for (const setting of channel.settings) {
    const value = valueOf(draft, setting).trim()
    if (value === '') {
      if (isNeeded(channel, setting, draft) && !(setting.kind === 'SECRET' && kept.includes(setting.name))) wrong[fieldOf(setting)] = 'account.settingMissing'
    } else if (setting.kind === 'NUMBER' && wholeNumber(value, 0, LARGEST_NUMBER) === null) wrong[fieldOf(setting)] = 'account.numberWrong'
  }
  return wrong
}

/// The field that a refusal of the server is about; what is wrong with a setting is said for the whole.
export const ACCOUNT_FIELDS: Readonly<Record<string, keyof AccountDraft>> = {
  'name-invalid': 'name',
  'account-address-invalid': 'address',
  'account-address-taken': 'address',
  'account-service-unknown': 'service',
  'language-unspoken': 'language',
}

/// Settings that mean something only while another one has a certain value.
const ONLY: Readonly<Record<string, readonly [setting: string, value: string]>> = {
  'sms host': ['provider', 'smpp'],
  'sms port': ['provider', 'smpp'],
  'sms tls': ['provider', 'smpp'],
  'sms systemId': ['provider', 'smpp'],
  'sms password': ['provider', 'smpp'],
  'sms systemType': ['provider', 'smpp'],
  'sms alphabet': ['provider', 'smpp'],
  'sms reference': ['provider', 'smpp'],
  'sms window': ['provider', 'smpp'],
  'sms enquireSeconds': ['provider', 'smpp'],
  'sms url': ['provider', 'http'],
  'sms user': ['provider', 'http'],
  'sms token': ['provider', 'http'],
  'sms secret': ['provider', 'http'],
  'sms signatureHeader': ['provider', 'http'],
  'sms callback': ['provider', 'http'],
  'email secret': ['log-in', 'password'],
  'email token-endpoint': ['log-in', 'oauth2'],
  'email client-id': ['log-in', 'oauth2'],
  'email client-secret': ['log-in', 'oauth2'],
  'email refresh-token': ['log-in', 'oauth2'],
  'email scope': ['log-in', 'oauth2'],
  'email acknowledgement-ar': ['acknowledge-ar', 'true'],
  'email acknowledgement-en': ['acknowledge-en', 'true'],
}

/// Settings that are needed where they mean something.
const NEEDED: ReadonlySet<string> = new Set(['email secret', 'email token-endpoint', 'email client-id', 'email refresh-token'])

function isNeeded(channel: ChannelView, setting: Setting, draft: AccountDraft): boolean {
  return setting.required || (NEEDED.has(`${channel.name} ${setting.name}`) && isAsked(channel, setting, draft))
}

export function isAsked(channel: ChannelView, setting: Setting, draft: AccountDraft): boolean {
  const only = ONLY[`${channel.name} ${setting.name}`]
  return only === undefined || draft[`setting ${only[0]}`] === only[1]
}

/// Where several lines are written.
export function isLong(setting: Setting): boolean {
  return setting.name.startsWith('acknowledgement') || setting.name === 'signature'
}

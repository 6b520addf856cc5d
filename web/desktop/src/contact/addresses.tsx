import { IconBrandTelegram, IconBrandWhatsapp, IconMail, IconMessage2, IconMessageCircle, IconPhone } from '@tabler/icons-react'
import type { Address, AddressKind, Trust } from '../api/types.ts'
import type { MessageKey } from '../i18n/language.ts'
import { Ltr, Say, useT } from '../i18n/Say.tsx'

/// How far an address is to be believed, in words.
export const TRUST_WORDS: Readonly<Record<Trust, MessageKey>> = {
  ATTESTED: 'trust.attested',
  PRESENTED: 'trust.presented',
  CLAIMED: 'trust.claimed',
  CONFIRMED: 'trust.confirmed',
}

const KIND_WORDS: Readonly<Record<AddressKind, MessageKey>> = {
  EMAIL: 'address.email',
  PHONE: 'address.phone',
  VISITOR: 'channel.web',
  WHATSAPP: 'channel.whatsapp',
  TELEGRAM: 'channel.telegram',
  EXTERNAL: 'channel.messenger',
}

const KIND_ICONS = {
  EMAIL: IconMail,
  PHONE: IconPhone,
  VISITOR: IconMessageCircle,
  WHATSAPP: IconBrandWhatsapp,
  TELEGRAM: IconBrandTelegram,
  EXTERNAL: IconMessage2,
} as const

export function KindIcon({ kind }: { readonly kind: AddressKind }) {
  const t = useT()
  const Icon = KIND_ICONS[kind]
  return <Icon size={16} stroke={1.75} role="img" aria-label={t(KIND_WORDS[kind])} />
}

/// A visitor's own address is a long number that tells nobody anything: the channel is named instead.
export function AddressValue({ address }: { readonly address: Address }) {
  return address.kind === 'VISITOR' ? <Say k="channel.web" /> : <Ltr className="num">{address.value}</Ltr>
}

/// What a person typed is a telephone number unless it has an @.
export function kindOf(typed: string): 'EMAIL' | 'PHONE' {
  return typed.includes('@') ? 'EMAIL' : 'PHONE'
}

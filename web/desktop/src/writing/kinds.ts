import {
  IconBrandTelegram,
  IconBrandWhatsapp,
  IconChecklist,
  IconDeviceMobileMessage,
  IconId,
  IconMail,
  IconMessage2,
  IconMessageCircle,
  IconPhone,
} from '@tabler/icons-react'
import type { InteractionView } from '../api/types.ts'
import { answerable } from '../guest/guests.ts'
import type { MessageKey } from '../i18n/language.ts'

/// What an interaction is for whoever looks at the screen: its channel, where the channel says more than the medium.
export type Kind = 'VOICE' | 'WEB' | 'SMS' | 'EMAIL' | 'WHATSAPP' | 'TELEGRAM' | 'MESSENGER' | 'PREVIEW' | 'TASK'

const CHANNELS: Readonly<Record<string, Kind>> = {
  web: 'WEB',
  sms: 'SMS',
  email: 'EMAIL',
  whatsapp: 'WHATSAPP',
  telegram: 'TELEGRAM',
}

/// A channel that nothing is known of is a messenger: it is one that has been added.
export function kindOfChannel(channel: string): Kind {
  return CHANNELS[channel.toLowerCase()] ?? 'MESSENGER'
}

export function kindOf({ medium, channel }: Pick<InteractionView, 'medium' | 'channel'>): Kind {
  switch (medium) {
    case 'VOICE':
    case 'PREVIEW':
    case 'TASK':
      return medium
    case 'EMAIL':
      return 'EMAIL'
    case 'CHAT':
      return kindOfChannel(channel)
  }
}

/// The kind of every interaction that is going on.
export function liveKinds(interactions: readonly InteractionView[]): readonly Kind[] {
  return [...new Set(interactions.filter(answerable).map(kindOf))]
}

/// Live in the sense that somebody waits at the other end: a letter, or a text, may be completed as it is.
export function waitsForNobody(interaction: InteractionView): boolean {
  const kind = kindOf(interaction)
  return kind !== 'VOICE' && kind !== 'WEB'
}

export const KIND_ICON: Readonly<Record<Kind, typeof IconPhone>> = {
  VOICE: IconPhone,
  WEB: IconMessageCircle,
  SMS: IconDeviceMobileMessage,
  EMAIL: IconMail,
  WHATSAPP: IconBrandWhatsapp,
  TELEGRAM: IconBrandTelegram,
  MESSENGER: IconMessage2,
  PREVIEW: IconId,
  TASK: IconChecklist,
}

export const KIND_WORD: Readonly<Record<Kind, MessageKey>> = {
  VOICE: 'medium.call',
  WEB: 'channel.web',
  SMS: 'channel.sms',
  EMAIL: 'channel.email',
  WHATSAPP: 'channel.whatsapp',
  TELEGRAM: 'channel.telegram',
  MESSENGER: 'channel.messenger',
  PREVIEW: 'preview.title',
  TASK: 'channel.task',
}

import { IconDeviceLandlinePhone, IconHash, IconInbox, IconPhoneOutgoing, IconPlugConnected, IconWorld } from '@tabler/icons-react'
import type { ComponentType } from 'react'
import type { MessageKey } from '../i18n/language.ts'

/// The screens of administration, by the name in the address.
export type SectionName = 'trunks' | 'numbers' | 'services' | 'outgoing' | 'phones' | 'entries'

export interface Section {
  readonly name: SectionName
  readonly title: MessageKey
  readonly icon: ComponentType<{ size: number; stroke: number; 'aria-hidden': true }>
}

export const SECTIONS: readonly Section[] = [
  { name: 'trunks', title: 'admin.trunks', icon: IconPlugConnected },
  { name: 'numbers', title: 'admin.numbers', icon: IconHash },
  { name: 'services', title: 'admin.services', icon: IconInbox },
  { name: 'outgoing', title: 'admin.outgoing', icon: IconPhoneOutgoing },
  { name: 'phones', title: 'admin.phones', icon: IconDeviceLandlinePhone },
  { name: 'entries', title: 'admin.entries', icon: IconWorld },
]

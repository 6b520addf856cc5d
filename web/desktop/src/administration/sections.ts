import { IconDeviceLandlinePhone, IconHash, IconInbox, IconPhoneOutgoing, IconPlugConnected, IconWorld, IconChartBar, IconChecklist, IconSpeakerphone } from '@tabler/icons-react'
import type { ComponentType } from 'react'
import type { Me } from '../api/types.ts'
import type { MessageKey } from '../i18n/language.ts'

/// The screens of administration, by the name in the address.
export type SectionName = 'trunks' | 'numbers' | 'services' | 'outgoing' | 'phones' | 'entries' | 'campaigns' | 'results' | 'reports'

export interface Section {
  readonly name: SectionName
  readonly title: MessageKey
  /// Who may open it.
  readonly needs: Me['privileges'][number]
  readonly icon: ComponentType<{ size: number; stroke: number; 'aria-hidden': true }>
}

export const SECTIONS: readonly Section[] = [
  { name: 'trunks', title: 'admin.trunks', needs: 'MANAGE_TELEPHONY', icon: IconPlugConnected },
  { name: 'numbers', title: 'admin.numbers', needs: 'MANAGE_TELEPHONY', icon: IconHash },
  { name: 'services', title: 'admin.services', needs: 'MANAGE_TELEPHONY', icon: IconInbox },
  { name: 'outgoing', title: 'admin.outgoing', needs: 'MANAGE_TELEPHONY', icon: IconPhoneOutgoing },
  { name: 'phones', title: 'admin.phones', needs: 'MANAGE_TELEPHONY', icon: IconDeviceLandlinePhone },
  { name: 'entries', title: 'admin.entries', needs: 'MANAGE_TELEPHONY', icon: IconWorld, IconChartBar, IconChecklist, IconSpeakerphone },
]

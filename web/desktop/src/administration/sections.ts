import { IconAddressBook, IconAlertTriangle, IconChartBar, IconChecklist, IconDeviceLandlinePhone, IconForms, IconHash, IconInbox, IconMessages, IconPhoneOff, IconPhoneOutgoing, IconPlugConnected, IconScale, IconSpeakerphone, IconTemplate, IconWorld } from '@tabler/icons-react'
import type { ComponentType } from 'react'
import type { Me } from '../api/types.ts'
import type { MessageKey } from '../i18n/language.ts'

/// The screens of administration, by the name in the address.
export type SectionName =
  | 'trunks'
  | 'numbers'
  | 'services'
  | 'outgoing'
  | 'phones'
  | 'entries'
  | 'accounts'
  | 'mail-services'
  | 'templates'
  | 'ledger'
  | 'set-aside'
  | 'contact-fields'
  | 'campaigns'
  | 'lists'
  | 'do-not-call'
  | 'results'
  | 'reports'

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
  { name: 'entries', title: 'admin.entries', needs: 'MANAGE_TELEPHONY', icon: IconWorld },
  { name: 'accounts', title: 'admin.accounts', needs: 'MANAGE_CHANNELS', icon: IconMessages },
  { name: 'mail-services', title: 'mailService.title', needs: 'MANAGE_CHANNELS', icon: IconInbox },
  { name: 'templates', title: 'admin.templates', needs: 'MANAGE_CHANNELS', icon: IconTemplate },
  { name: 'ledger', title: 'admin.ledger', needs: 'MANAGE_CHANNELS', icon: IconScale },
  { name: 'set-aside', title: 'admin.setAside', needs: 'MANAGE_CHANNELS', icon: IconAlertTriangle },
  { name: 'contact-fields', title: 'admin.contactFields', needs: 'MANAGE_CONTACTS', icon: IconForms },
  { name: 'campaigns', title: 'admin.campaigns', needs: 'RUN_CAMPAIGNS', icon: IconSpeakerphone },
  { name: 'lists', title: 'admin.lists', needs: 'MANAGE_CAMPAIGNS', icon: IconAddressBook },
  { name: 'do-not-call', title: 'admin.doNotCall', needs: 'MANAGE_CAMPAIGNS', icon: IconPhoneOff },
  { name: 'results', title: 'admin.results', needs: 'MANAGE_CAMPAIGNS', icon: IconChecklist },
  { name: 'reports', title: 'admin.reports', needs: 'VIEW_REPORTS', icon: IconChartBar },
]

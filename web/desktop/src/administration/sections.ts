import { IconAddressBook, IconAlertTriangle, IconChartBar, IconChecklist, IconClockX, IconCoffee, IconDeviceLandlinePhone, IconFileImport, IconForms, IconHash, IconHistory, IconId, IconInbox, IconMessages, IconPhoneOff, IconPhoneOutgoing, IconPlugConnected, IconScale, IconSpeakerphone, IconTemplate, IconUser, IconUsersGroup, IconVocabulary, IconWorld } from '@tabler/icons-react'
import type { ComponentType } from 'react'
import type { Me } from '../api/types.ts'
import type { MessageKey } from '../i18n/language.ts'

/// The screens of administration, by the name in the address.
export type SectionName =
  | 'trunks'
  | 'numbers'
  | 'outgoing'
  | 'phones'
  | 'entries'
  | 'services'
  | 'results'
  | 'reasons'
  | 'accounts'
  | 'templates'
  | 'ledger'
  | 'set-aside'
  | 'contact-fields'
  | 'contact-file'
  | 'campaigns'
  | 'lists'
  | 'do-not-call'
  | 'reports'
  | 'users'
  | 'teams'
  | 'skills'
  | 'roles'
  | 'audit-log'
  | 'retention'

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
  { name: 'outgoing', title: 'admin.outgoing', needs: 'MANAGE_TELEPHONY', icon: IconPhoneOutgoing },
  { name: 'phones', title: 'admin.phones', needs: 'MANAGE_TELEPHONY', icon: IconDeviceLandlinePhone },
  { name: 'services', title: 'admin.services', needs: 'MANAGE_SERVICES', icon: IconInbox },
  { name: 'results', title: 'admin.results', needs: 'MANAGE_SERVICES', icon: IconChecklist },
  { name: 'reasons', title: 'admin.reasons', needs: 'MANAGE_SERVICES', icon: IconCoffee },
  { name: 'entries', title: 'admin.entries', needs: 'MANAGE_CHANNELS', icon: IconWorld },
  { name: 'accounts', title: 'admin.accounts', needs: 'MANAGE_CHANNELS', icon: IconMessages },
  { name: 'templates', title: 'admin.templates', needs: 'MANAGE_CHANNELS', icon: IconTemplate },
  { name: 'ledger', title: 'admin.ledger', needs: 'MANAGE_CHANNELS', icon: IconScale },
  { name: 'set-aside', title: 'admin.setAside', needs: 'MANAGE_CHANNELS', icon: IconAlertTriangle },
  { name: 'contact-fields', title: 'admin.contactFields', needs: 'MANAGE_CONTACTS', icon: IconForms },
  { name: 'contact-file', title: 'admin.contactFile', needs: 'MANAGE_CONTACTS', icon: IconFileImport },
  { name: 'campaigns', title: 'admin.campaigns', needs: 'RUN_CAMPAIGNS', icon: IconSpeakerphone },
  { name: 'lists', title: 'admin.lists', needs: 'MANAGE_CAMPAIGNS', icon: IconAddressBook },
  { name: 'do-not-call', title: 'admin.doNotCall', needs: 'MANAGE_CAMPAIGNS', icon: IconPhoneOff },
  { name: 'reports', title: 'admin.reports', needs: 'VIEW_REPORTS', icon: IconChartBar },
  { name: 'users', title: 'staff.users', needs: 'MANAGE_USERS', icon: IconUser },
  { name: 'teams', title: 'staff.teams', needs: 'MANAGE_USERS', icon: IconUsersGroup },
  { name: 'skills', title: 'staff.skills', needs: 'MANAGE_USERS', icon: IconVocabulary },
  { name: 'roles', title: 'staff.roles', needs: 'MANAGE_USERS', icon: IconId },
  { name: 'audit-log', title: 'audit.title', needs: 'VIEW_AUDIT_LOG', icon: IconHistory },
  { name: 'retention', title: 'retention.title', needs: 'MANAGE_RETENTION', icon: IconClockX },
]

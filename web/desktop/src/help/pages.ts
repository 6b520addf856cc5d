import type { MessageKey } from '../i18n/language.ts'

export type HelpName =
  | 'conversations'
  | 'contacts'
  | 'activities'
  | 'calls'
  | 'messages'
  | 'presence'
  | 'preview'
  | 'supervision'
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

export interface HelpPage {
  readonly name: HelpName
  readonly title: MessageKey
  readonly paragraphs: readonly MessageKey[]
}

interface HelpGroup {
  readonly title: MessageKey
  readonly pages: readonly HelpPage[]
}

const AT_DESK: readonly HelpPage[] = [
  {
    name: 'conversations',
    title: 'rail.conversations',
    paragraphs: ['help.conversations.what', 'help.conversations.offer', 'help.conversations.channels', 'help.conversations.timeline', 'help.conversations.transfer', 'help.conversations.guests', 'help.conversations.complete', 'help.conversations.keys'],
  },
  {
    name: 'contacts',
    title: 'rail.contacts',
    paragraphs: ['help.contacts.what', 'help.contacts.find', 'help.contacts.addresses', 'help.contacts.details', 'help.contacts.several', 'help.contacts.preferred', 'help.contacts.delete'],
  },
  {
    name: 'activities',
    title: 'activities.title',
    paragraphs: ['help.activities.what', 'help.activities.again', 'help.activities.followUp'],
  },
  {
    name: 'calls',
    title: 'help.calls',
    paragraphs: ['help.calls.where', 'help.calls.dial', 'help.calls.controls', 'help.calls.missed', 'help.calls.colleagues'],
  },
  {
    name: 'messages',
    title: 'help.messages',
    paragraphs: ['help.messages.sms', 'help.messages.email', 'help.messages.messengers', 'help.messages.templates', 'help.messages.notes', 'help.messages.changes', 'help.messages.refused'],
  },
  {
    name: 'presence',
    title: 'help.presence',
    paragraphs: ['help.presence.states', 'help.presence.later', 'help.presence.line', 'help.presence.settings'],
  },
  {
    name: 'preview',
    title: 'preview.title',
    paragraphs: ['help.preview.arrives', 'help.preview.numbers', 'help.preview.state', 'help.preview.complete', 'help.preview.call', 'help.preview.again'],
  },
  {
    name: 'supervision',
    title: 'rail.supervision',
    paragraphs: ['help.supervision.what', 'help.supervision.teams', 'help.supervision.look', 'help.supervision.join'],
  },
]

/// In the order of the screens.
const IN_ADMINISTRATION: readonly HelpPage[] = [
  { name: 'trunks', title: 'admin.trunks', paragraphs: ['help.trunks.what', 'help.trunks.test', 'help.undo.saved'] },
  { name: 'numbers', title: 'admin.numbers', paragraphs: ['help.numbers.what', 'help.undo.saved', 'help.undo.removed'] },
  { name: 'outgoing', title: 'admin.outgoing', paragraphs: ['help.outgoing.what'] },
  { name: 'phones', title: 'admin.phones', paragraphs: ['help.phones.what'] },
  { name: 'entries', title: 'admin.entries', paragraphs: ['help.entries.what'] },
  {
    name: 'services',
    title: 'admin.services',
    paragraphs: ['help.services.what', 'help.services.who', 'help.services.hours', 'help.services.calls', 'help.services.mails', 'help.services.level', 'help.services.remove', 'help.undo.saved'],
  },
  {
    name: 'results',
    title: 'admin.results',
    paragraphs: ['help.results.what', 'help.results.services', 'help.results.final', 'help.results.rename'],
  },
  { name: 'reasons', title: 'admin.reasons', paragraphs: ['help.reasons.what', 'help.reasons.remove', 'help.undo.saved', 'help.undo.removed'] },
  {
    name: 'accounts',
    title: 'admin.accounts',
    paragraphs: ['help.accounts.what', 'help.accounts.test', 'help.accounts.acknowledgement', 'help.undo.saved'],
  },
  { name: 'templates', title: 'admin.templates', paragraphs: ['help.templates.what', 'help.undo.saved', 'help.undo.removed'] },
  { name: 'ledger', title: 'admin.ledger', paragraphs: ['help.ledger.what'] },
  { name: 'set-aside', title: 'admin.setAside', paragraphs: ['help.setAside.what'] },
  {
    name: 'contact-fields',
    title: 'admin.contactFields',
    paragraphs: ['help.contactFields.what', 'help.contactFields.types', 'help.contactFields.search'],
  },
  {
    name: 'contact-file',
    title: 'admin.contactFile',
    paragraphs: ['help.contactFile.what', 'help.contactFile.known', 'help.contactFile.refused', 'help.contactFile.repeat', 'help.contactFile.export'],
  },
  {
    name: 'campaigns',
    title: 'admin.campaigns',
    paragraphs: ['help.campaigns.what', 'help.campaigns.begin', 'help.campaigns.hours', 'help.campaigns.attempts', 'help.campaigns.quotas', 'help.campaigns.progress', 'help.undo.saved'],
  },
  {
    name: 'lists',
    title: 'admin.lists',
    paragraphs: ['help.lists.what', 'help.lists.import', 'help.lists.refused', 'help.lists.key'],
  },
  {
    name: 'do-not-call',
    title: 'admin.doNotCall',
    paragraphs: ['help.doNotCall.what', 'help.doNotCall.where', 'help.doNotCall.fed', 'help.undo.saved', 'help.undo.removed'],
  },
  {
    name: 'reports',
    title: 'admin.reports',
    paragraphs: ['help.reports.what', 'help.reports.skipped', 'help.reports.average', 'help.reports.rows', 'help.reports.services'],
  },
  { name: 'users', title: 'staff.users', paragraphs: ['help.users.what', 'help.users.live', 'help.users.administrator', 'help.undo.saved'] },
  { name: 'teams', title: 'staff.teams', paragraphs: ['help.teams.what', 'help.teams.supervisors', 'help.undo.saved', 'help.undo.removed'] },
  { name: 'skills', title: 'staff.skills', paragraphs: ['help.skills.what', 'help.undo.saved', 'help.undo.removed'] },
  { name: 'roles', title: 'staff.roles', paragraphs: ['help.roles.what'] },
  { name: 'audit-log', title: 'audit.title', paragraphs: ['help.auditLog.what'] },
  { name: 'retention', title: 'retention.title', paragraphs: ['help.retention.what'] },
]

export const GROUPS: readonly HelpGroup[] = [
  { title: 'help.atDesk', pages: AT_DESK },
  { title: 'rail.administration', pages: IN_ADMINISTRATION },
]

/// In the order in which one goes from one to the next.
export const PAGES: readonly HelpPage[] = GROUPS.flatMap((group) => group.pages)

/// The page about a screen; undefined where there is none.
export function helpOn(screen: string): HelpPage | undefined {
  return PAGES.find((one) => one.name === screen)
}

/// The pages about what is open at an address of the desktop, the nearest first; none where help itself is open.
export function helpAt(path: string): readonly HelpPage[] {
  const [area = '', second, third] = path.split('/').filter((part) => part !== '')
  const names =
    area === 'contacts'
      ? third === 'activities'
        ? ['activities', 'contacts']
        : ['contacts', 'activities']
      : area === 'administration'
        ? [second ?? '']
        : area === 'conversations'
          ? ['conversations', 'contacts']
          : area === 'colleagues'
            ? ['calls', 'presence']
            : area === 'supervision'
              ? ['supervision', 'conversations']
              : []
  return names.map(helpOn).filter((page) => page !== undefined)
}

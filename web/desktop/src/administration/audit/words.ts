import type { MessageKey } from '../../i18n/language.ts'

/// What is done to, by what stands before the dot: its word alone, and as it stands in a sentence.
export const KINDS: Readonly<Record<string, { readonly word: MessageKey; readonly thing: MessageKey }>> = {
  user: { word: 'audit.kind.user', thing: 'audit.thing.user' },
  team: { word: 'audit.kind.team', thing: 'audit.thing.team' },
  skill: { word: 'audit.kind.skill', thing: 'audit.thing.skill' },
  contact: { word: 'audit.kind.contact', thing: 'audit.thing.contact' },
  'contact-field': { word: 'audit.kind.contactField', thing: 'audit.thing.contactField' },
  'contact-import': { word: 'audit.kind.contactImport', thing: 'audit.thing.contactImport' },
  'contact-file': { word: 'audit.kind.contactFile', thing: 'audit.thing.contactFile' },
  conversation: { word: 'audit.kind.conversation', thing: 'audit.thing.conversation' },
  supervision: { word: 'audit.kind.supervision', thing: 'audit.thing.supervision' },
  'email-thread': { word: 'audit.kind.emailThread', thing: 'audit.thing.emailThread' },
  recording: { word: 'audit.kind.recording', thing: 'audit.thing.recording' },
  delivery: { word: 'audit.kind.delivery', thing: 'audit.thing.delivery' },
  'set-aside': { word: 'audit.kind.setAside', thing: 'audit.thing.setAside' },
  trunk: { word: 'audit.kind.trunk', thing: 'audit.thing.trunk' },
  'phone-number': { word: 'audit.kind.phoneNumber', thing: 'audit.thing.phoneNumber' },
  phone: { word: 'audit.kind.phone', thing: 'audit.thing.phone' },
  'call-limits': { word: 'audit.kind.callLimits', thing: 'audit.thing.callLimits' },
  'service-voice': { word: 'audit.kind.serviceVoice', thing: 'audit.thing.serviceVoice' },
  'service-mails': { word: 'audit.kind.serviceMails', thing: 'audit.thing.serviceMails' },
  'chat-entry': { word: 'audit.kind.chatEntry', thing: 'audit.thing.chatEntry' },
  'channel-account': { word: 'audit.kind.account', thing: 'audit.thing.account' },
  'approved-template': { word: 'audit.kind.approvedTemplate', thing: 'audit.thing.approvedTemplate' },
  template: { word: 'audit.kind.template', thing: 'audit.thing.template' },
  campaign: { word: 'audit.kind.campaign', thing: 'audit.thing.campaign' },
  'calling-list': { word: 'audit.kind.list', thing: 'audit.thing.list' },
  'list-import': { word: 'audit.kind.listImport', thing: 'audit.thing.listImport' },
  record: { word: 'audit.kind.record', thing: 'audit.thing.record' },
  'do-not-call': { word: 'audit.kind.doNotCall', thing: 'audit.thing.doNotCall' },
  service: { word: 'audit.kind.service', thing: 'audit.thing.service' },
  'not-ready-reason': { word: 'audit.kind.reason', thing: 'audit.thing.reason' },
  retention: { word: 'audit.kind.retention', thing: 'audit.thing.retention' },
  disposition: { word: 'audit.kind.disposition', thing: 'audit.thing.disposition' },
}

/// What is said of any kind of thing, by what stands behind the dot.
const ANYTHING: Readonly<Record<string, MessageKey>> = {
  created: 'audit.created',
  changed: 'audit.changed',
  removed: 'audit.removed',
}

const SENTENCES: Readonly<Record<string, MessageKey>> = {
  'user.loggedIn': 'audit.loggedIn',
  'user.logInRefused': 'audit.logInRefused',
  'user.loggedOut': 'audit.loggedOut',
  'user.passwordChanged': 'audit.passwordChanged',
  'contact.edited': 'audit.changed',
  'contact.detailsChanged': 'audit.changed',
  'contact.deleted': 'audit.erased',
  'contact.exported': 'audit.exported',
  'contact.addressAdded': 'audit.addressAdded',
  'contact.addressRemoved': 'audit.addressRemoved',
  'contact.merged': 'audit.merged',
  'contact.mergeUndone': 'audit.mergeUndone',
  'contact.optedIn': 'audit.optedIn',
  'contact.optedOut': 'audit.optedOut',
  'contact.photoSet': 'audit.photoSet',
  'contact.photoRemoved': 'audit.photoRemoved',
  'contact.preferredChannelChanged': 'audit.preferredChannelChanged',
  'contact-import.begun': 'audit.contactImportBegun',
  'contact-import.ended': 'audit.contactImportEnded',
  'contact-file.exported': 'audit.contactsExported',
  'conversation.attached': 'audit.attached',
  'email-thread.merged': 'audit.threadMerged',
  'email-thread.split': 'audit.threadSplit',
  'email-thread.undone': 'audit.threadUndone',
  'recording.listened': 'audit.listened',
  'supervision.seen': 'audit.supervisionSeen',
  'supervision.joined': 'audit.supervisionJoined',
  'delivery.tried-again': 'audit.triedAgain',
  'set-aside.read-again': 'audit.readAgain',
  'chat-entry.calls-changed': 'audit.changed',
  'chat-entry.identity-renewed': 'audit.identityRenewed',
  'chat-entry.identity-removed': 'audit.identityRemoved',
  'not-ready-reason.renamed': 'audit.changed',
  'not-ready-reason.ordered': 'audit.ordered',
  'approved-template.read': 'audit.templatesRead',
  'campaign.started': 'audit.started',
  'campaign.stopped': 'audit.stopped',
  'campaign.not-started': 'audit.notStarted',
  'campaign.list-bound': 'audit.listBound',
  'campaign.list-unbound': 'audit.listUnbound',
  'campaign.teams-set': 'audit.teamsSet',
  'campaign.do-not-call-set': 'audit.doNotCallSet',
  'list-import.begun': 'audit.importBegun',
  'record.corrected': 'audit.corrected',
  'do-not-call.entries-added': 'audit.entriesAdded',
  'do-not-call.entry-removed': 'audit.entryRemoved',
  'do-not-call.imported': 'audit.entriesImported',
}

/// The sentence for what was done; what this desktop does not know is said as the server calls it.
export function sentenceFor(what: string): MessageKey {
  return SENTENCES[what] ?? (KINDS[kindOf(what)] === undefined ? undefined : ANYTHING[verbOf(what)]) ?? 'audit.other'
}

export function kindOf(what: string): string {
  return what.slice(0, Math.max(0, what.indexOf('.')))
}

function verbOf(what: string): string {
  return what.slice(what.indexOf('.') + 1)
}

/// Parts of what was changed, by the names that the server gives them.
export const PARTS: Readonly<Record<string, MessageKey>> = {
  name: 'audit.part.name',
  team: 'audit.part.team',
  skills: 'audit.part.skills',
  language: 'audit.part.language',
  password: 'audit.part.password',
  members: 'audit.part.members',
  supervisors: 'audit.part.supervisors',
  services: 'audit.part.services',
}

import type { MessageKey } from '../i18n/language.ts'

export type HelpName = 'conversations' | 'contacts' | 'preview' | 'campaigns' | 'lists' | 'do-not-call' | 'results' | 'reports'

interface HelpPage {
  readonly name: HelpName
  readonly title: MessageKey
  readonly paragraphs: readonly MessageKey[]
}

/// In the order in which one goes from one to the next.
export const PAGES: readonly HelpPage[] = [
  {
    name: 'conversations',
    title: 'rail.conversations',
    paragraphs: ['help.conversations.what', 'help.conversations.list', 'help.conversations.channels', 'help.conversations.end', 'help.conversations.saved'],
  },
  {
    name: 'contacts',
    title: 'contacts.title',
    paragraphs: ['help.contacts.arise', 'help.contacts.activities', 'help.contacts.beside', 'help.contacts.again', 'help.contacts.followUp', 'help.contacts.preferred'],
  },
  {
    name: 'preview',
    title: 'preview.title',
    paragraphs: ['help.preview.arrives', 'help.preview.numbers', 'help.preview.state', 'help.preview.complete', 'help.preview.call', 'help.preview.again'],
  },
  {
    name: 'campaigns',
    title: 'admin.campaigns',
    paragraphs: ['help.campaigns.what', 'help.campaigns.begin', 'help.campaigns.hours', 'help.campaigns.attempts', 'help.campaigns.quotas', 'help.campaigns.progress'],
  },
  {
    name: 'lists',
    title: 'admin.lists',
    paragraphs: ['help.lists.what', 'help.lists.import', 'help.lists.refused', 'help.lists.key'],
  },
  {
    name: 'do-not-call',
    title: 'admin.doNotCall',
    paragraphs: ['help.doNotCall.what', 'help.doNotCall.where', 'help.doNotCall.fed'],
  },
  {
    name: 'results',
    title: 'admin.results',
    paragraphs: ['help.results.what', 'help.results.final', 'help.results.rename'],
  },
  {
    name: 'reports',
    title: 'admin.reports',
    paragraphs: ['help.reports.what', 'help.reports.skipped', 'help.reports.average', 'help.reports.rows'],
  },
]

/// The page about a screen; undefined where there is none.
export function helpOn(screen: string): HelpPage | undefined {
  return PAGES.find((one) => one.name === screen)
}

import type { ChatEntry, ChatEntryChoices, ChatEntryWish, Id } from '../../api/types.ts'
import { entries, isName, wrongOf } from '../checks.ts'
import type { Wrong } from '../drafts.ts'

export type Asked = ChatEntry['form']['name']
export type Away = ChatEntry['away']
export type Side = ChatEntry['look']['side']

/// A chat of a web page as it is being written. `origins` has one site on each line; `calls` empty: none.
export interface EntryDraft {
  readonly name: string
  readonly slug: string
  readonly service: Id
  readonly language: string
  readonly origins: string
  readonly titleEn: string
  readonly titleAr: string
  readonly greetingEn: string
  readonly greetingAr: string
  readonly closedEn: string
  readonly closedAr: string
  readonly away: Away
  readonly accent: string
  readonly side: Side
  readonly askName: Asked
  readonly askEmail: Asked
  readonly askPhone: Asked
  readonly calls: Id
  readonly files: boolean
}

/// Stands for no calls in a list whose other values are ids.
export const NO_CALLS = ''
export const MOST_TITLE = 60
export const MOST_GREETING = 500
const SLUG = /^[a-z0-9][a-z0-9-]{0,62}$/
const COLOUR = /^#[0-9a-f]{6}$/i
const SITE = /^(https?:\/\/)?[^\s/?#@:]+(:\d{1,5})?([/?#].*)?$/i

export function newEntry(choices: ChatEntryChoices, language: string): EntryDraft {
  return {
    name: '',
    slug: '',
    service: choices.chats[0]?.id ?? '',
    language,
    origins: '',
    titleEn: '',
    titleAr: '',
    greetingEn: '',
    greetingAr: '',
    closedEn: '',
    closedAr: '',
    away: 'MESSAGE',
    accent: '#0d5c63',
    side: 'END',
    askName: 'OPTIONAL',
    askEmail: 'OPTIONAL',
    askPhone: 'OPTIONAL',
    calls: NO_CALLS,
    files: true,
  }
}

export function draftOfEntry(one: ChatEntry): EntryDraft {
  return {
    name: one.name,
    slug: one.slug,
    service: one.service,
    language: one.language,
    origins: one.origins.join('\n'),
    titleEn: one.en.title,
    titleAr: one.ar.title,
    greetingEn: one.en.greeting,
    greetingAr: one.ar.greeting,
    closedEn: one.en.closed,
    closedAr: one.ar.closed,
    away: one.away,
    accent: one.look.accent,
    side: one.look.side,
    askName: one.form.name,
    askEmail: one.form.email,
    askPhone: one.form.phone,
    calls: one.calls ?? NO_CALLS,
    files: one.files,
  }
}

export function wishOfEntry(draft: EntryDraft): ChatEntryWish {
  return {
    name: draft.name,
    slug: draft.slug,
    service: draft.service,
    language: draft.language,
    origins: entries(draft.origins),
    en: { title: draft.titleEn, greeting: draft.greetingEn, closed: draft.closedEn },
    ar: { title: draft.titleAr, greeting: draft.greetingAr, closed: draft.closedAr },
    look: { accent: draft.accent.trim(), side: draft.side },
    form: { name: draft.askName, email: draft.askEmail, phone: draft.askPhone },
    away: draft.away,
    calls: draft.calls === NO_CALLS ? null : draft.calls,
    files: draft.files,
  }
}

export function wrongEntry(draft: EntryDraft): Wrong<EntryDraft> {
  return wrongOf<EntryDraft>({
    name: isName(draft.name) ? null : 'admin.nameWrong',
    slug: SLUG.test(draft.slug.trim().toLowerCase()) ? null : 'admin.entry.slugWrong',
    service: draft.service === '' ? 'admin.entry.serviceMissing' : null,
    origins: entries(draft.origins).every((one) => SITE.test(one)) ? null : 'admin.entry.originWrong',
    accent: !isColour(draft.accent) ? 'admin.entry.colourWrong' : isFaint(draft.accent.trim()) ? 'admin.entry.colourFaint' : null,
  })
}

/// The field that a refusal of the server is about.
export const ENTRY_FIELDS: Readonly<Record<string, keyof EntryDraft>> = {
  'name-invalid': 'name',
  'entry-slug-invalid': 'slug',
  'entry-slug-taken': 'slug',
  'entry-service-unknown': 'service',
  'entry-language-unknown': 'language',
  'entry-origin-invalid': 'origins',
  'entry-origins-too-many': 'origins',
  'entry-colour-invalid': 'accent',
  'entry-colour-faint': 'accent',
  'service-unknown': 'calls',
}

export function isColour(text: string): boolean {
  return COLOUR.test(text.trim())
}

/// Of words, and of what is no text: WCAG 2.2, level AA.
const WORDS = 4.5
const EDGES = 3
const WHITE = '#ffffff'
const INK = '#1d1b18'

/// How well the words of the chat are read on its colour, from 1 to 21, in white or ink, whichever is better.
export function wordsOn(accent: string): number {
  return Math.max(contrast(accent, WHITE), contrast(accent, INK))
}

function isFaint(accent: string): boolean {
  return wordsOn(accent) < WORDS || contrast(accent, WHITE) < EDGES
}

function contrast(one: string, other: string): number {
  const [dark = 0, bright = 0] = [light(one), light(other)].sort((a, b) => a - b)
  return (bright + 0.05) / (dark + 0.05)
}

function light(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// What a page needs to show the chat.
export function snippetOf(server: string, workspace: string, slug: string): string {
  return `<script src="${server}/widget.js" data-entry="${workspace}/${slug}" async></script>`
}

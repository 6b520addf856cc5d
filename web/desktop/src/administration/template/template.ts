import type { Template, TemplateText, TemplateWish } from '../../api/types.ts'
import { isName, wrongOf } from '../checks.ts'
import type { Wrong } from '../drafts.ts'

/// A template as it is being written. `channels` and `services` are empty for all of them.
export interface TemplateDraft {
  readonly name: string
  readonly shortcut: string
  readonly channels: readonly string[]
  readonly services: readonly string[]
  readonly texts: readonly TemplateText[]
}

export const MOST_TEXT = 4_000
export const MOST_SUBJECT = 200
export const MOST_SHORTCUT = 32
const SHORTCUT = /^[\p{L}\p{M}\p{N}_-]{1,32}$/u

/// In both languages of the screens; one that stays empty is not saved.
export const EMPTY_TEMPLATE: TemplateDraft = {
  name: '',
  shortcut: '',
  channels: [],
  services: [],
  texts: [emptyText('ar'), emptyText('en')],
}

export function emptyText(language: string): TemplateText {
  return { language, subject: '', text: '' }
}

export function draftOfTemplate({ name, shortcut, channels, services, texts }: Template): TemplateDraft {
  return { name, shortcut, channels: channels ?? [], services: services ?? [], texts }
}

export function wishOfTemplate({ name, shortcut, channels, services, texts }: TemplateDraft): TemplateWish {
  return {
    name,
    shortcut,
    channels: channels.length === 0 ? null : channels,
    services: services.length === 0 ? null : services,
    texts: texts.filter((one) => !isEmpty(one)),
  }
}

function isEmpty({ subject, text }: TemplateText): boolean {
  return subject.trim() === '' && text.trim() === ''
}

export function wrongTemplate(draft: TemplateDraft): Wrong<TemplateDraft> {
  const texts = draft.texts.filter((one) => !isEmpty(one))
  return wrongOf<TemplateDraft>({
    name: isName(draft.name) ? null : 'admin.nameWrong',
    shortcut: SHORTCUT.test(draft.shortcut.trim()) ? null : 'template.shortcutWrong',
    texts: texts.length === 0 ? 'template.textMissing' : texts.some((one) => one.text.trim() === '') ? 'template.onlySubject' : null,
  })
}

/// The field that a refusal of the server is about.
export const TEMPLATE_FIELDS: Readonly<Record<string, keyof TemplateDraft>> = {
  'name-invalid': 'name',
  'template-shortcut-invalid': 'shortcut',
  'template-shortcut-taken': 'shortcut',
  'template-channels-invalid': 'channels',
  'template-services-invalid': 'services',
  'template-texts-missing': 'texts',
  'template-text-invalid': 'texts',
  'template-subject-invalid': 'texts',
  'template-language-invalid': 'texts',
  'template-language-twice': 'texts',
  'template-variable-unknown': 'texts',
  'template-braces-open': 'texts',
  'template-question-invalid': 'texts',
  'template-gaps-too-many': 'texts',
}

/// The tag in its one spelling; null when it is none.
export function languageTag(typed: string): string | null {
  try {
    const tag = Intl.getCanonicalLocales(typed.trim())[0]
    return tag === undefined || tag.startsWith('und') || tag.startsWith('x-') ? null : tag
  } catch {
    return null
  }
}

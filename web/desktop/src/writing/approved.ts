import { useQuery } from '@tanstack/react-query'
import { get } from '../api/http.ts'
import type { Id, OfferedTemplate, TemplateUse } from '../api/types.ts'
import type { MessageKey } from '../i18n/language.ts'

/// Templates that the provider has approved: as which a message goes out while nothing else may.

/// What of a template is filled in so far. Kept as the draft of a place, apart from what is written freely there.
export interface ApprovedDraft {
  readonly name: string
  readonly language: string
  readonly values: Readonly<Record<string, string>>
}

/// Where it is kept, as if it were a channel of its own.
export function approvedDraftOf(channel: string): string {
  return `${channel}#template`
}

export function readApproved(draft: string): ApprovedDraft | null {
  if (draft === '') return null
  const { name, language, values } = JSON.parse(draft) as Partial<ApprovedDraft>
  return name === undefined || language === undefined ? null : { name, language, values: values ?? {} }
}

/// Null until known.
export function useApproved(contact: Id, conversation: Id | null, account: Id): readonly OfferedTemplate[] | null {
  const { data } = useQuery({
    queryKey: ['approved-templates', contact, conversation, account],
    queryFn: () => get('/api/contacts/{contact}/approved-templates', { path: { contact }, query: { account, ...(conversation === null ? {} : { conversation }) } }),
    staleTime: 30_000,
  })
  return data ?? null
}

/// The one that was chosen; else the first that can be sent, which is in the customer's language where there is one.
export function chosenOf(offered: readonly OfferedTemplate[], draft: ApprovedDraft | null): OfferedTemplate | null {
  const can = offered.filter((one) => one.hindrance === null)
  return can.find((one) => one.name === draft?.name && one.language === draft.language) ?? can[0] ?? null
}

/// Providers take no line breaks and no rows of spaces within a value.
function plainValue(value: string | undefined): string {
  return (value ?? '').replace(/\s+/g, ' ').trim()
}

/// A part of what the customer reads: words, or the place of a parameter with what is filled in, which may be nothing yet.
export interface ApprovedPart {
  readonly text: string
  /// Null for words of the template.
  readonly parameter: string | null
}

const PLACEHOLDER = /\{\{([^{}]*)\}\}/g

/// Header, text and footer, an empty line between them.
export function approvedParts({ header, body, footer }: OfferedTemplate, values: ApprovedDraft['values']): readonly ApprovedPart[] {
  const parts: ApprovedPart[] = []
  const words = (text: string) => {
    if (text !== '') parts.push({ text, parameter: null })
  }
  words(header === '' ? '' : `${header}\n\n`)
  let at = 0
  for (const found of body.matchAll(PLACEHOLDER)) {
    words(body.slice(at, found.index))
    const parameter = (found[1] ?? '').trim()
    parts.push({ text: plainValue(values[parameter]), parameter })
    at = found.index + found[0].length
  }
  words(body.slice(at))
  words(footer === '' ? '' : `\n\n${footer}`)
  return parts
}

/// What the customer gets, letter by letter; the server compares.
export function approvedText(template: OfferedTemplate, values: ApprovedDraft['values']): string {
  return approvedParts(template, values)
    .map((part) => part.text)
    .join('')
}

export function useOf({ name, language, parameters }: OfferedTemplate, values: ApprovedDraft['values']): TemplateUse {
  return { name, language, parameters: parameters.map((one) => ({ name: one, text: plainValue(values[one]) })) }
}

/// Of the text of a template, when it is filled.
export const MOST_APPROVED = 1_024

/// Why it cannot be sent yet; null: it can.
export function whyNotApproved(template: OfferedTemplate, values: ApprovedDraft['values']): MessageKey | null {
  if (template.parameters.some((one) => plainValue(values[one]) === '')) return 'approved.whyNotFilled'
  const body = approvedText({ ...template, header: '', footer: '' }, values)
  return body.length > MOST_APPROVED ? 'composer.whyTooLong' : null
}

const HINDRANCES: Readonly<Record<string, MessageKey>> = {
  'template-paused': 'approved.hindrance.paused',
  'template-header': 'approved.hindrance.header',
  'template-buttons': 'approved.hindrance.buttons',
}

/// Why a template cannot be sent from here.
export function approvedHindrance(code: string): MessageKey {
  return HINDRANCES[code] ?? 'approved.hindrance.kind'
}

/// Providers write `en_US` where a tag is `en-US`.
export function tagOf(language: string): string {
  return language.replaceAll('_', '-')
}

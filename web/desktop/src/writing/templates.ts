import { useQuery } from '@tanstack/react-query'
import { get } from '../api/http.ts'
import type { FilledPart, FilledTemplate, FittingTemplate, Id } from '../api/types.ts'
import type { MessageKey } from '../i18n/language.ts'
import { plain } from '../telephone/colleagues.ts'
import { useMayWrite } from './reach.ts'
import type { Uses } from './templateUses.ts'

/// Texts that agents write often, where they write: which fit, what they say to this customer, and what is left to fill.

/// Where it is written.
export interface WrittenWhere {
  readonly contact: Id
  /// Null: none goes on.
  readonly conversation: Id | null
  readonly channel: string
  /// Null: none of ours, as in the web chat.
  readonly account: Id | null
}

const none: readonly FittingTemplate[] = []

/// Null until known; empty for who may not write, and where they cannot be read. `language` is taken where the
/// customer's is not known.
export function useFittingTemplates(where: WrittenWhere, language: string): readonly FittingTemplate[] | null {
  const { contact, conversation, channel, account } = where
  const may = useMayWrite()
  const { data, isPending } = useQuery({
    queryKey: ['templates', contact, conversation, channel, account, language],
    queryFn: () => get('/api/contacts/{contact}/templates', { path: { contact }, query: { channel, ...given(conversation, account), language } }),
    enabled: may,
    staleTime: 30_000,
  })
  return data ?? (isPending && may ? null : none)
}

export function fillTemplate({ contact, conversation, account }: WrittenWhere, template: Id, language: string): Promise<FilledTemplate> {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return get('/api/contacts/{contact}/templates/{template}', {
    path: { contact, template },
    query: { language, ...given(conversation, account), zone },
  })
}

function given(conversation: Id | null, account: Id | null) {
  return { ...(conversation === null ? {} : { conversation }), ...(account === null ? {} : { account }) }
}

/// What is searched for: the one word behind the slash that begins the draft; null where none does.
export function slashedWord(text: string): string | null {
  return /^\/(\S*)$/.exec(text)?.[1] ?? null
}

/// A template in one of its languages.
export interface Choice {
  readonly template: FittingTemplate
  readonly language: string
  /// Whether it is the language that fits the customer.
  readonly fits: boolean
}

/// Those with every word in shortcut, name or text, however it is written: first in the language that fits, then in
/// others. Of those in the same language, whose shortcut begins so comes first, then what is used most.
export function choicesOf(templates: readonly FittingTemplate[], query: string, uses: Uses = {}): readonly Choice[] {
  const words = plain(query).split(/\s+/).filter(Boolean)
  const found = templates.filter((one) => {
    const all = plain(`${one.shortcut} ${one.name} ${one.words}`)
    return words.every((word) => all.includes(word))
  })
  const first = words[0]
  const rank = (one: FittingTemplate) => (first === undefined ? 0 : begins(one, first))
  const sorted = [...found].sort((a, b) => rank(b) - rank(a) || (uses[b.id] ?? 0) - (uses[a.id] ?? 0))
  return [
    ...sorted.map((template) => ({ template, language: template.language, fits: true })),
    ...sorted.flatMap((template) =>
      template.languages.filter((one) => one !== template.language).map((language) => ({ template, language, fits: false })),
    ),
  ]
}

function begins(template: FittingTemplate, word: string): number {
  return plain(template.shortcut).startsWith(word) ? 1 : 0
}

/// What the agent has to fill in, once each: a question of the template, or a value that nobody knows.
export interface Gap {
  readonly key: string
  readonly question: string | null
  readonly missing: FilledPart['missing']
}

export function gapsOf({ subject, text }: FilledTemplate): readonly Gap[] {
  const gaps = new Map<string, Gap>()
  for (const part of [...subject, ...text]) {
    if (part.text === null) gaps.set(keyOf(part), { key: keyOf(part), question: part.question, missing: part.missing })
  }
  return [...gaps.values()]
}

/// With what was filled in; what was not is left out.
export function wordsOf(parts: readonly FilledPart[], filled: Readonly<Record<string, string>>): string {
  return parts.map((part) => part.text ?? (filled[keyOf(part)] ?? '').trim()).join('')
}

function keyOf({ question, missing }: FilledPart): string {
  return question !== null ? `ask ${question}` : `missing ${missing ?? ''}`
}

/// How what nobody knows is called.
export const VARIABLE_WORDS: Readonly<Record<string, MessageKey>> = {
  'customer.name': 'template.variable.customerName',
  'agent.name': 'template.variable.agentName',
  'service.name': 'template.variable.serviceName',
  'service.number': 'template.variable.serviceNumber',
  today: 'template.variable.today',
}

/// Puts words where the cursor is: instead of what is selected, and apart from what stands before.
export function insertedAt(text: string, words: string, from: number, to: number): string {
  const before = text.slice(0, from)
  const apart = before === '' || /\s$/.test(before) ? '' : '\n'
  const after = text.slice(to)
  return before + apart + words + (after === '' || /^\s/.test(after) ? '' : '\n') + after
}

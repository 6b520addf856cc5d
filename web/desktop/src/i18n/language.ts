import { createIntl } from 'react-intl'
import { create } from 'zustand'
import { send } from '../api/http.ts'
import type { Language } from '../api/types.ts'
import type en from './en.json'

export type MessageKey = keyof typeof en
export type Catalogue = Readonly<Record<MessageKey, string>>

/// The page is in one language at a time; its catalogue is loaded before anything is shown in it.
interface Spoken {
  readonly language: Language
  readonly catalogue: Catalogue
}

interface Parts {
  readonly first: () => Promise<{ readonly default: Readonly<Record<string, string>> }>
  /// What is said by what opens later.
  readonly later: () => Promise<{ readonly default: Readonly<Record<string, string>> }>
}

const catalogues: Record<Language, Parts> = {
  en: { first: () => import('./en.json?first'), later: () => import('./en.json?later') },
  ar: { first: () => import('./ar.json?first'), later: () => import('./ar.json?later') },
}

/// Whether something was opened that says what comes later; done when it has been learnt.
let later: Promise<void> | null = null

async function wordsOf(language: Language, all: boolean): Promise<Catalogue> {
  const parts = catalogues[language]
  const loaded = await Promise.all(all ? [parts.first(), parts.later()] : [parts.first()])
  return Object.assign({}, ...loaded.map((part) => part.default)) as Catalogue
}

/// Digits are Latin and the calendar Gregorian in both, unless the user chooses otherwise one day.
export const LOCALES: Record<Language, string> = { en: 'en-GB-u-nu-latn', ar: 'ar-u-nu-latn-ca-gregory' }

export const useLanguage = create<Spoken | null>(() => null)

/// How often a language was asked for: what is asked for last is what is spoken.
let asked = 0

export async function speak(language: Language): Promise<void> {
  const turn = ++asked
  const catalogue = await wordsOf(language, later !== null)
  if (turn !== asked) return
  const page = document.documentElement
  page.lang = language
  page.dir = language === 'ar' ? 'rtl' : 'ltr'
  try {
    localStorage.setItem('hiwar.language', language)
  } catch {
    // Storage is closed: the choice holds for this page.
  }
  useLanguage.setState({ language, catalogue }, true)
}

/// Before administration, help or another of those is shown whose words nobody else needs.
export function learnTheRest(): Promise<void> {
  later ??= learn()
  return later
}

async function learn(): Promise<void> {
  const spoken = useLanguage.getState()
  if (spoken === null) return
  const catalogue = await wordsOf(spoken.language, true)
  // Another that was spoken meanwhile came with all its words.
  if (useLanguage.getState()?.language === spoken.language) useLanguage.setState({ ...spoken, catalogue }, true)
}

/// A sentence for somebody else, in their language where there is a catalogue of it, else in that of the page.
export async function wordsIn(language: string | null, key: MessageKey, values: Record<string, string>): Promise<string> {
  const spoken = isLanguage(language) ? language : (useLanguage.getState()?.language ?? 'en')
  const messages = await wordsOf(spoken, true)
  return createIntl({ locale: LOCALES[spoken], messages }).formatMessage({ id: key }, values)
}

function isLanguage(tag: string | null): tag is Language {
  return tag !== null && tag in catalogues
}

/// What the user has chosen on this page; null: nothing yet.
let chosen: Language | null = null
let keeping: Promise<unknown> = Promise.resolve()

/// Whether the page speaks as its user chose here: what the server knows may be older.
export function isLanguageChosen(): boolean {
  return chosen !== null
}

/// The user's own choice: shown at once, and kept with the user even when the page is left at once. Chosen anew while
/// the last choice is on its way, the last one is kept.
export async function chooseLanguage(language: Language): Promise<void> {
  chosen = language
  const before = keeping
  const kept = before.catch(() => undefined).then(() => (chosen === language ? keep(language) : undefined))
  keeping = kept
  await Promise.all([speak(language), kept])
}

function keep(language: Language): Promise<unknown> {
  return send('PUT', '/api/me/language', { body: { language }, keepalive: true })
}

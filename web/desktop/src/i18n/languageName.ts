import { useMemo } from 'react'
import { LOCALES, useLanguage } from './language.ts'

/// What a language is called, by its tag, in the language of the page.
export function useLanguageName(): (tag: string) => string {
  const language = useLanguage((spoken) => spoken?.language ?? 'en')
  const names = useMemo(() => new Intl.DisplayNames([LOCALES[language]], { type: 'language' }), [language])
  return (tag) => names.of(tag) ?? tag
}

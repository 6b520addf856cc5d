import { useMemo } from 'react'
import { LOCALES, useLanguage } from '../i18n/language.ts'
import { useT } from '../i18n/Say.tsx'

/// Numbers of no country, as the server calls them.
const NO_COUNTRY = '001'

/// What a country is called, by its two letters, in the language of the page.
export function useCountryName(): (code: string) => string {
  const t = useT()
  const language = useLanguage((spoken) => spoken?.language ?? 'en')
  const names = useMemo(() => new Intl.DisplayNames([LOCALES[language]], { type: 'region' }), [language])
  return (code) => (code === NO_COUNTRY ? t('admin.noCountry') : (names.of(code) ?? code))
}

/// In the order in which people of the language look names up.
export function useByName(): <T>(all: readonly T[], name: (one: T) => string) => readonly T[] {
  const language = useLanguage((spoken) => spoken?.language ?? 'en')
  const collator = useMemo(() => new Intl.Collator(LOCALES[language]), [language])
  return (all, name) => [...all].sort((a, b) => collator.compare(name(a), name(b)))
}

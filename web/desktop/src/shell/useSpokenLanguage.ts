import { useEffect } from 'react'
import type { Id, Language } from '../api/types.ts'
import { isLanguageChosen, speak, useLanguage } from '../i18n/language.ts'

/// The user's language is spoken, once for each user: afterwards the choice is made on the page.
export function useSpokenLanguage(user: Id | undefined, language: Language | undefined): void {
  useEffect(() => {
    if (user === undefined || language === undefined || isLanguageChosen()) return
    if (useLanguage.getState()?.language !== language) void speak(language)
  }, [user])
}

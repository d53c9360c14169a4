import { useLocation } from 'wouter'
import { parsePath } from '#src/compare/permalink.ts'
import { chooseLanguage } from '#src/i18n/choose-language.ts'
import type { Language } from '#src/i18n/languages.ts'
import { readStored } from './stored-value.ts'

export const isLanguageTag = (stored: unknown): stored is string | null => typeof stored === 'string'

/** The language of this visit: what the address says, else an earlier choice, else the browser's wish. */
export function useChosenLanguage(): Language {
  const [path] = useLocation()
  return chooseLanguage({
    link: parsePath(path).language,
    stored: readStored('language', isLanguageTag, null),
    browser: typeof navigator === 'undefined' ? [] : navigator.languages,
  })
}

import { findLanguage } from './find-language.ts'
import { SOURCE_LANGUAGE, type Language } from './languages.ts'

export interface LanguageWishes {
  /** From the link, if it names one. */
  link: string | null
  /** What the visitor chose explicitly on an earlier visit. */
  stored: string | null
  /** The browser's list, most wanted first. */
  browser: readonly string[]
}

/** The language to speak: link, stored choice, browser list, English; the first that we have. */
export function chooseLanguage({ link, stored, browser }: LanguageWishes): Language {
  for (const wish of [link, stored, ...browser]) {
    const language = wish ? (findLanguage(wish) ?? findLanguage(wish.split('-')[0] ?? '')) : null
    if (language) return language
  }
  return SOURCE_LANGUAGE
}

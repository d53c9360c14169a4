export interface Language {
  tag: string
  /** Its own name for itself, never translated. */
  name: string
  direction: 'ltr' | 'rtl'
}

/** The one registry: switcher, document, links and tests all read it. English is the source language and comes first. */
export const LANGUAGES = [
  { tag: 'en', name: 'English', direction: 'ltr' },
] as const satisfies readonly Language[]

export const SOURCE_LANGUAGE: Language = LANGUAGES[0]

/** The registered language of a tag, matched without regard to case; null when we do not speak it. */
export function findLanguage(tag: string): Language | null {
  return LANGUAGES.find((language) => language.tag.toLowerCase() === tag.toLowerCase()) ?? null
}

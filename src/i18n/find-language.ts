import { LANGUAGES, PSEUDO_LANGUAGES, type Language } from './languages.ts'

/** What can be chosen: the registry and, in development, the pseudo-languages. */
export const CHOICES: readonly Language[] =
  import.meta.env.MODE === 'development' ? [...LANGUAGES, ...Object.values(PSEUDO_LANGUAGES)] : LANGUAGES

/** The language of a tag, matched without regard to case; null when we do not speak it. */
export function findLanguage(tag: string): Language | null {
  return CHOICES.find((language) => language.tag.toLowerCase() === tag.toLowerCase()) ?? null
}

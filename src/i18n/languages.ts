export interface Language {
  tag: string
  /** Its own name for itself, never translated. */
  name: string
  direction: 'ltr' | 'rtl'
}

/** The one registry: switcher, document, links and tests all read it. English is the source language and comes first. */
export const LANGUAGES = [
  { tag: 'en', name: 'English', direction: 'ltr' },
  { tag: 'fr', name: 'Français', direction: 'ltr' },
  { tag: 'vi', name: 'Tiếng Việt', direction: 'ltr' },
  { tag: 'tr', name: 'Türkçe', direction: 'ltr' },
  { tag: 'ar', name: 'العربية', direction: 'rtl' },
] as const satisfies readonly Language[]

export const SOURCE_LANGUAGE: Language = LANGUAGES[0]

/** English made strange: long, to find what has no room, and turned around, to find what does not turn. */
export const PSEUDO_LANGUAGES = {
  stretched: { tag: 'en-XA', name: 'Ŝŧŕéťčĥéđ', direction: 'ltr' },
  mirrored: { tag: 'en-XB', name: 'Mirrored', direction: 'rtl' },
} as const satisfies Record<string, Language>

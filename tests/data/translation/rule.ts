import { tell } from '#tests/data/rules/rule.ts'

export interface GlossaryEntry {
  say: string
  /** One of these stands wherever the English has the term. */
  forms: string[]
}

export interface TranslationInput {
  tag: string
  /** The English that each text has to be made from, by place; plural forms are those of the language. */
  needed: Record<string, string>
  texts: Record<string, string>
  glossary: Record<string, GlossaryEntry>
  englishGlossary: Record<string, GlossaryEntry>
  /** A fingerprint of the English that each text was last read against. */
  reviewed: Record<string, string>
}

export interface TranslationRule {
  name: string
  about: string
  check: (input: TranslationInput) => string[]
}

export interface Twin {
  place: string
  english: string
  text: string
}

/** The texts that stand in both languages and are not empty. */
export function twins({ needed, texts }: TranslationInput): Twin[] {
  return Object.entries(needed).flatMap(([place, english]) => {
    const text = texts[place]
    return text === undefined || text.trim() === '' ? [] : [{ place, english, text }]
  })
}

export function tellOf(tag: string, place: string, found: string, expected: string, fix: string): string {
  const [file = '', ...key] = place.split(' ')
  return tell({ where: `locales/${tag}/${file}.json ${key.join(' ')}`, found, expected, fix })
}

/** The sentence with a blank sign for what is not the language's own: what is typed literally, and what gets filled in. */
export function ownWords(text: string): string {
  return text.replace(/`[^`]*`|\{\{\w+\}\}/g, '\ufffc')
}

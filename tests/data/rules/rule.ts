import type { Catalog, ProviderReplies } from '#src/catalog/catalog-schema.ts'
import type { CatalogWords, EnhancedWords, ProviderWords } from '#src/i18n/load-words.ts'

export interface LintInput {
  /** The language of `words` and `ui`. */
  tag: string
  catalog: Catalog
  words: CatalogWords
  enhanced: EnhancedWords
  providers: ProviderReplies
  providerWords: ProviderWords
  ui: Record<string, string>
}

export interface Rule {
  name: string
  about: string
  /** One sentence for each fault, as `tell` makes them; none when all is well. */
  check: (input: LintInput) => string[]
}

interface Problem {
  where: string
  found: string
  expected: string
  fix: string
}

export function tell({ where, found, expected, fix }: Problem): string {
  return `${where}: found ${found}; expected ${expected}. To fix: ${fix}.`
}

export const CATALOG_FILE = 'src/catalog/smtp-codes.json'
export const PROVIDERS_FILE = 'src/catalog/provider-replies.json'
export const REGISTRY_FILE = 'src/catalog/enhanced-codes.json'

export function wordsFile({ tag }: Pick<LintInput, 'tag'>): string {
  return `locales/${tag}/codes.json`
}

export function enhancedFile({ tag }: Pick<LintInput, 'tag'>): string {
  return `locales/${tag}/enhanced.json`
}

export function providersFile({ tag }: Pick<LintInput, 'tag'>): string {
  return `locales/${tag}/providers.json`
}

export function interfaceFile({ tag }: Pick<LintInput, 'tag'>): string {
  return `locales/${tag}/ui.json`
}

export function quote(text: string): string {
  return `"${text}"`
}

/** The values that stand more than once, each named once. */
export function repeated<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))]
}

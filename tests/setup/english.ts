import codes from '#locales/en/codes.json'
import enhanced from '#locales/en/enhanced.json'
import ui from '#locales/en/ui.json'
import { createCatalogText, type CatalogText } from '#src/i18n/catalog-text.ts'
import { createI18n } from '#src/i18n/create-i18n.ts'
import type { Words } from '#src/i18n/load-words.ts'

export const ENGLISH_WORDS: Words = { ui, codes, enhanced }

/** The words of the catalogue in English, as every component gets them. */
export const englishText: CatalogText = createCatalogText(
  createI18n('en', ui).getFixedT('en'),
  'en',
  ENGLISH_WORDS,
)

/**
 * An English sentence of the interface with its placeholders filled, by plain replacement: what a test expects
 * does not come from the library that the application uses. Plurals are asked for by their full key.
 */
export function english(key: keyof typeof ui, values: Record<string, string | number> = {}): string {
  return ui[key].replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`locales/en/ui.json "${key}" wants a value for {{${name}}}`)
    return String(value)
  })
}

import { readFileSync } from 'node:fs'
import type { Words } from '#src/i18n/load-words.ts'

/** The words of a registered language, as they stand in its folder. */
export const readWords = (tag: string): Words => ({
  ui: JSON.parse(readFileSync(`locales/${tag}/ui.json`, 'utf8')),
  codes: JSON.parse(readFileSync(`locales/${tag}/codes.json`, 'utf8')),
  enhanced: JSON.parse(readFileSync(`locales/${tag}/enhanced.json`, 'utf8')),
})

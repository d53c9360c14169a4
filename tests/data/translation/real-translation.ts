import { readFileSync } from 'node:fs'
import { neededTexts, readReviewed, readTexts, SOURCE } from './review.mjs'
import type { GlossaryEntry, TranslationInput } from './rule.ts'

/** The files as they are. */
export function realTranslation(tag: string): TranslationInput {
  return {
    tag,
    needed: neededTexts(readTexts(SOURCE), tag),
    texts: readTexts(tag),
    glossary: readGlossary(tag),
    englishGlossary: readGlossary(SOURCE),
    reviewed: readReviewed(tag),
  }
}

function readGlossary(tag: string): Record<string, GlossaryEntry> {
  return JSON.parse(readFileSync(`locales/${tag}/glossary.json`, 'utf8'))
}

import { readFileSync } from 'node:fs'
import { CATALOG_FILE, interfaceFile, wordsFile, type LintInput } from './rule.ts'

/** The files as they are; whether the catalogue fits its schema is a test of its own, so the rules run either way. */
export function realInput(tag: string): LintInput {
  return {
    tag,
    catalog: JSON.parse(readFileSync(CATALOG_FILE, 'utf8')),
    words: JSON.parse(readFileSync(wordsFile({ tag }), 'utf8')),
    ui: JSON.parse(readFileSync(interfaceFile({ tag }), 'utf8')),
  }
}

import { readFileSync } from 'node:fs'
import {
  CATALOG_FILE,
  enhancedFile,
  interfaceFile,
  PROVIDERS_FILE,
  providersFile,
  REGISTRY_FILE,
  wordsFile,
  type LintInput,
} from './rule.ts'

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'))

/** The files as they are; whether the catalogue fits its schema is a test of its own, so the rules run either way. */
export function realInput(tag: string): LintInput {
  return {
    tag,
    catalog: { ...read(CATALOG_FILE), enhanced: read(REGISTRY_FILE) },
    words: read(wordsFile({ tag })),
    enhanced: read(enhancedFile({ tag })),
    providers: read(PROVIDERS_FILE),
    providerWords: read(providersFile({ tag })),
    ui: read(interfaceFile({ tag })),
  }
}

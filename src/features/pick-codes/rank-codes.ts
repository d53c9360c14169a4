import type { CodeRecord } from '#src/catalog/catalog-schema.ts'
import { foldForSearch, searchWords } from '#src/i18n/search-text.ts'

interface SearchWords {
  name: string
  meaning: string
}

/**
 * The codes that a typed text may mean, best first: exact digits, then codes that begin with them, then enhanced codes,
 * then words of the name, then words of the meaning. Every word typed has to be found. Among equals, codes that
 * a document defines come before nonstandard numbers.
 */
export function rankCodes(
  records: readonly CodeRecord[],
  text: string,
  wordsOf: (code: string) => SearchWords,
): CodeRecord[] {
  // Logs join a reply and its enhanced code by a hyphen, as in 550-5.7.1.
  const terms = foldForSearch(text)
    .split(/\s+|(?<=^\d{3})-(?=\d)/)
    .filter(Boolean)
  return records
    .map((record) => ({ record, score: score(record, terms, wordsOf(record.code)) }))
    .filter(({ score: value }) => value < Infinity)
    .sort((a, b) => a.score - b.score || isNonstandard(a.record) - isNonstandard(b.record))
    .map(({ record }) => record)
}

function score(record: CodeRecord, terms: string[], words: SearchWords): number {
  return Math.max(0, ...terms.map((term) => scoreTerm(record, term, words)))
}

function scoreTerm(record: CodeRecord, term: string, words: SearchWords): number {
  if (record.code === term) return 0
  if (record.code.startsWith(term)) return 1
  if (/^[\dx]\.[\d.]*$/.test(term)) {
    const enhanced = [...record.enhancedCodes.map((entry) => entry.code), record.dotless?.code ?? '']
    const wanted = term.replace('x', record.code.charAt(0))
    if (enhanced.includes(wanted)) return 2
    return enhanced.some((code) => code.startsWith(wanted)) ? 3 : Infinity
  }
  const name = foldForSearch(words.name)
  if (startsAWord(name, term)) return 4
  if (startsAWord(foldForSearch(words.meaning), term)) return 5
  return name.includes(term) ? 6 : Infinity
}

function startsAWord(text: string, term: string): boolean {
  return text.startsWith(term) || searchWords(text).some((word) => word.startsWith(term))
}

function isNonstandard(record: CodeRecord): number {
  return record.standing === 'nonstandard' ? 1 : 0
}

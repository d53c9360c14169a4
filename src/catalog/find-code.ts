import type { Catalog, CodeRecord, NextStep } from './catalog-schema.ts'
import { fitsGrammar, outcome } from './reply-class.ts'

const NEXT_STEP_BY_OUTCOME = {
  success: 'continue',
  intermediate: 'send-more',
  transient: 'retry-later',
  permanent: 'give-up',
  'not-smtp': 'read-the-log',
} as const satisfies Record<ReturnType<typeof outcome>, NextStep>

/**
 * What can be said of a code that fits the grammar and that no document defines: RFC 5321 §4.3.2 has clients
 * act on the first digit, so everything that does not follow from the digits stays empty or unknown.
 */
export function undefinedCode(code: string): CodeRecord {
  return {
    code,
    standing: 'undefined',
    experimental: false,
    verified: true,
    definedIn: [],
    firstDefinedIn: null,
    updatedBy: [],
    evidence: [],
    officialTexts: [],
    commands: [],
    nextStep: NEXT_STEP_BY_OUTCOME[outcome(code)],
    actors: [],
    closesConnection: 'unknown',
    bounce: 'none',
    enhancedCodes: [],
    scenarios: [],
    remedies: [],
    confusedWith: [],
    dotless: null,
    instead: [],
    neverOnWire: false,
    companionOnly: false,
  }
}

/**
 * The record of a code: from the catalogue, or made from its digits when it fits RFC 5321's grammar (§4.2)
 * and nobody defined it. Null for everything else ("999", "abc"): that is no reply code.
 */
export function findCode(catalog: Catalog, code: string): CodeRecord | null {
  const record = catalog.codes.find((candidate) => candidate.code === code)
  if (record) return record
  return fitsGrammar(code) ? undefinedCode(code) : null
}

/**
 * The codes most like a mistyped text, nearest first, at most `count`; digits only count, so "abc" is like none.
 * Codes that a document defines win over nonstandard numbers at the same distance.
 */
export function nearestCodes(catalog: Catalog, text: string, count = 5): string[] {
  const digits = text.replace(/\D/g, '').slice(0, 6)
  if (digits === '') return []
  return catalog.codes
    .filter((record) => record.code !== text)
    .map((record) => ({
      record,
      edits: editDistance(digits, record.code),
      standing: record.standing === 'nonstandard' ? 1 : 0,
      gap: Math.abs(Number(digits) - Number(record.code)),
    }))
    .sort((a, b) => a.edits - b.edits || a.standing - b.standing || a.gap - b.gap)
    .slice(0, count)
    .map(({ record }) => record.code)
}

/** The reply codes that IANA or an RFC lists with an enhanced code ("5.7.1"), ascending; none if nobody does. */
export function codesWithEnhanced(catalog: Catalog, enhanced: string): string[] {
  return catalog.codes
    .filter(
      (record) =>
        record.enhancedCodes.some((entry) => entry.code === enhanced) || record.dotless?.code === enhanced,
    )
    .map((record) => record.code)
}

/**
 * A code's most confused partners: first those that have a note of their own, then the rest of its
 * `confusedWith`, without repetition.
 */
export function confusedPartners(catalog: Catalog, code: string): string[] {
  const noted = catalog.pairs
    .filter((pair) => pair.codes.includes(code))
    .map((pair) => (pair.codes[0] === code ? pair.codes[1] : pair.codes[0]))
  const listed = catalog.codes.find((record) => record.code === code)?.confusedWith ?? []
  const both = listed.filter((partner) => noted.includes(partner))
  return [...new Set([...both, ...listed, ...noted])]
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const substituted = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(substituted, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

/**
 * The codes of the catalogue that a text names, in their order, each once. A number is one when it stands alone: not part
 * of a longer number, an address or a date. Of what RFC 5321 §4.2 allows only what is in the catalogue counts, since
 * a text has numbers of many kinds.
 */
export function findCodesInText(catalog: Catalog, text: string): string[] {
  const numbers = text.match(/(?<!\w|\d[.:/])[2-5][0-5]\d(?!\w|[.:/]\d)/g) ?? []
  const known = new Set(catalog.codes.map(({ code }) => code))
  return [...new Set(numbers)].filter((number) => known.has(number))
}

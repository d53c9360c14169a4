import type { Catalog, CodeRecord, EnhancedCode, NextStep } from './catalog-schema.ts'
import { explainEnhanced, listedReplies, splitCode, subjectActors } from './enhanced-code.ts'
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
 * and nobody defined it. "5.7.1" gives an enhanced code (RFC 3463), "550 5.7.1" a whole reply that has the facets of
 * both. Null for everything else ("999", "abc"): that is no code.
 */
export function findCode(catalog: Catalog, code: string): CodeRecord | null {
  const parts = splitCode(code)
  if (parts === null) return null
  const reply = parts.reply === null ? null : findReply(catalog, parts.reply)
  if (parts.enhanced === null || (reply === null && parts.reply !== null)) return reply
  return withEnhanced(catalog, reply, explainEnhanced(catalog, parts.enhanced))
}

function findReply(catalog: Catalog, code: string): CodeRecord | null {
  const record = catalog.codes.find((candidate) => candidate.code === code)
  return record ?? (fitsGrammar(code) ? undefinedCode(code) : null)
}

/** A reply with its enhanced code, or the enhanced code alone, of which its first digit tells what a client does. */
function withEnhanced(catalog: Catalog, reply: CodeRecord | null, enhanced: EnhancedCode): CodeRecord {
  const base = reply ?? { ...undefinedCode(enhanced.code), actors: subjectActors(catalog, enhanced) }
  const { entry } = enhanced
  const wording = entry && {
    text: entry.title ?? entry.description,
    note: entry.title === null ? null : entry.description,
    source: entry.sources[0] ?? '',
  }
  return {
    ...base,
    code: reply ? `${reply.code} ${enhanced.code}` : enhanced.code,
    officialTexts: wording ? [...base.officialTexts, wording] : base.officialTexts,
    // An enhanced code says which of the many cases of its reply this is.
    scenarios: ownOr(entry?.scenarios, base.scenarios),
    remedies: ownOr(entry?.remedies, base.remedies),
    definedIn: [...new Set([...base.definedIn, ...(entry?.sources ?? [])])],
    // What people mix it up with is known of the reply alone.
    confusedWith: [],
    enhanced,
  }
}

function ownOr(own: string[] | undefined, others: string[]): string[] {
  return own && own.length > 0 ? own : others
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

/**
 * A code's most confused partners: first those that have a note of their own, then the rest of its
 * `confusedWith`, without repetition. Of an enhanced code, the same detail in its other classes and the replies that the
 * registry lists it with; of a whole reply, its two codes and that detail with another class.
 */
export function confusedPartners(catalog: Catalog, code: string): string[] {
  const parts = splitCode(code)
  if (parts?.enhanced) return enhancedPartners(catalog, parts.reply, parts.enhanced)
  const noted = catalog.pairs
    .filter((pair) => pair.codes.includes(code))
    .map((pair) => (pair.codes[0] === code ? pair.codes[1] : pair.codes[0]))
  const listed = catalog.codes.find((record) => record.code === code)?.confusedWith ?? []
  const both = listed.filter((partner) => noted.includes(partner))
  return [...new Set([...both, ...listed, ...noted])]
}

function enhancedPartners(catalog: Catalog, reply: string | null, code: string): string[] {
  const enhanced = explainEnhanced(catalog, code)
  const { entry, digit, subject, detail } = enhanced
  if (entry === null) return reply === null ? [] : [reply, code]
  const digits = entry.classes.length > 0 ? entry.classes : (['4', '5'] as const)
  const siblings = digits.filter((other) => other !== digit).map((other) => `${other}.${subject}.${detail}`)
  const wholes = listedReplies(enhanced)
    .filter((listed) => listed.startsWith(digit) && listed !== reply)
    .map((listed) => `${listed} ${code}`)
  return [...(reply === null ? [] : [reply, code]), ...siblings, ...wholes]
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

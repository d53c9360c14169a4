import { listedReplies, replyOf } from '#src/catalog/enhanced-code.ts'
import { category, messageHolder, outcome, replyClass, type Outcome } from '#src/catalog/reply-class.ts'
import type { Catalog, CodeRecord, PairNote } from '#src/catalog/catalog-schema.ts'
import { ascendingPair } from './permalink.ts'
import { splitIds, type IdSplit } from './split-ids.ts'

export type Relation = 'same' | 'different' | 'notSpecified'

/** How a row is marked on screen and in copied text: signs, which no language has to translate. */
export const RELATION_SIGNS: Record<Relation, string> = { same: '=', different: '≠', notSpecified: '?' }

/** Facets with one value a side. The value is an id whose words live in the locales; null is "not specified". */
export const VALUE_FACETS = [
  'class',
  'category',
  'outcome',
  'subject',
  'next-step',
  'responsibility',
  'connection',
  'bounce',
  'standing',
  'registration',
] as const
/** Facets with a list a side. Null is "not specified"; an empty list is knowledge: "none". */
export const LIST_FACETS = [
  'commands',
  'scenarios',
  'remedies',
  'actors',
  'enhanced-codes',
  'replies',
  'official-texts',
  'sources',
] as const

export type ValueFacetId = (typeof VALUE_FACETS)[number]
export type ListFacetId = (typeof LIST_FACETS)[number]
export type MeaningFacetId = 'meaning' | 'detail'
export type FacetId = ValueFacetId | ListFacetId | MeaningFacetId

export interface ValueFacet {
  kind: 'value'
  id: ValueFacetId
  relation: Relation
  first: string | null
  second: string | null
}

export interface ListFacet extends IdSplit {
  kind: 'list'
  id: ListFacetId
  relation: Relation
  first: string[] | null
  second: string[] | null
}

/** Compared word by word, so its two values are the codes whose words to look up: "550", or for the detail "5.7.1". */
export interface MeaningFacet {
  kind: 'meaning'
  id: MeaningFacetId
  relation: Relation
  first: string | null
  second: string | null
}

export type Facet = ValueFacet | ListFacet | MeaningFacet

export type VerdictRelation =
  | 'same-code'
  | 'both-success'
  | 'both-intermediate'
  | 'both-transient'
  | 'both-permanent'
  | 'both-not-smtp'
  | 'success-intermediate'
  | 'success-transient'
  | 'success-permanent'
  | 'success-not-smtp'
  | 'intermediate-transient'
  | 'intermediate-permanent'
  | 'intermediate-not-smtp'
  | 'transient-permanent'
  | 'transient-not-smtp'
  | 'permanent-not-smtp'

export interface Verdict {
  relation: VerdictRelation
  /** The two codes in the order in which the relation names them, which need not be the order on screen. */
  named: [string, string]
  note: PairNote | null
  /** Commands that both can answer; empty when there is none, null when one side's commands are not known. */
  sharedCommands: string[] | null
  /** Other codes that people who mix up these two are often after. */
  thirdCodes: string[]
}

export interface Comparison {
  first: CodeRecord
  second: CodeRecord
  facets: Facet[]
  differing: number
  verdict: Verdict
}

/** The rows, in the order in which a reader needs them. */
const ROWS: FacetId[] = [
  'class',
  'category',
  'outcome',
  'subject',
  'detail',
  'meaning',
  'commands',
  'next-step',
  'scenarios',
  'remedies',
  'actors',
  'responsibility',
  'connection',
  'bounce',
  'enhanced-codes',
  'replies',
  'official-texts',
  'standing',
  'registration',
  'sources',
]

/** Rows about one kind of code, which a comparison without any of that kind has no use for. */
const OF_REPLIES = new Set<FacetId>([
  'category',
  'meaning',
  'commands',
  'responsibility',
  'connection',
  'bounce',
  'enhanced-codes',
  'standing',
])
const OF_ENHANCED_CODES = new Set<FacetId>(['subject', 'detail', 'replies', 'registration'])

const OUTCOME_ORDER: Outcome[] = ['success', 'intermediate', 'transient', 'permanent', 'not-smtp']

/**
 * Compares two records facet by facet. Pure and total: any two records give a comparison; swapping them
 * mirrors it; a record against itself differs nowhere. Ids in, ids out: no language can change what differs.
 * Classes and categories by RFC 5321 §4.2.1, subjects and details by RFC 3463 §2, everything else from the records. Whole
 * replies have the rows of both their codes; a side without a code of a kind has null there.
 */
export function compareCodes(catalog: Catalog, first: CodeRecord, second: CodeRecord): Comparison {
  const facets = rowsFor([first, second]).map((id) => compareFacet(id, first, second))
  return {
    first,
    second,
    facets,
    differing: facets.filter((facet) => facet.relation === 'different').length,
    verdict: judge(catalog, first, second),
  }
}

/** Rows that some enhanced codes have and others have not. */
const OF_SOME_ENHANCED_CODES = ['scenarios', 'remedies'] as const

/** The rows of a page about some codes. */
export function rowsFor(records: readonly CodeRecord[]): FacetId[] {
  const hasReply = records.some((record) => replyOf(record) !== null)
  const hasEnhanced = records.some(({ enhanced }) => enhanced !== undefined)
  const left = new Set<FacetId>([
    ...(hasReply ? [] : OF_REPLIES),
    ...(hasEnhanced ? [] : OF_ENHANCED_CODES),
    ...OF_SOME_ENHANCED_CODES.filter((id) => !hasReply && records.every((record) => record[id].length === 0)),
  ])
  return ROWS.filter((id) => !left.has(id))
}

function compareFacet(id: FacetId, first: CodeRecord, second: CodeRecord): Facet {
  if (id === 'meaning' || id === 'detail') {
    const [a, b] = [meaningOf(id, first), meaningOf(id, second)]
    return { kind: 'meaning', id, relation: relate(a, b, a !== b), first: a, second: b }
  }
  if (isListFacet(id)) {
    const a = listOf(id, first)
    const b = listOf(id, second)
    const split = splitIds(a ?? [], b ?? [])
    const differs = split.onlyFirst.length + split.onlySecond.length > 0
    return { kind: 'list', id, relation: relate(a, b, differs), first: a, second: b, ...split }
  }
  const a = valueOf(id, first)
  const b = valueOf(id, second)
  return { kind: 'value', id, relation: relate(a, b, a !== b), first: a, second: b }
}

function relate(first: unknown, second: unknown, differs: boolean): Relation {
  if (first === null || second === null) return 'notSpecified'
  return differs ? 'different' : 'same'
}

function isListFacet(id: FacetId): id is ListFacetId {
  return (LIST_FACETS as readonly string[]).includes(id)
}

/** The code whose words a facet compares; null where a side has none of the kind. */
export function meaningOf(id: MeaningFacetId, record: CodeRecord): string | null {
  return id === 'meaning' ? replyOf(record) : (record.enhanced?.code ?? null)
}

/** The value of one facet for one code: what a page about that code alone shows. */
export function valueOf(id: ValueFacetId, record: CodeRecord): string | null {
  switch (id) {
    case 'class':
      return replyClass(record.code)
    case 'category':
      return replyOf(record) === null ? null : category(record.code)
    case 'outcome':
      return outcome(record.code)
    case 'subject':
      return record.enhanced?.subject ?? null
    case 'next-step':
      return record.nextStep
    case 'responsibility':
      return messageHolder(record)
    case 'connection':
      return record.closesConnection === 'unknown' ? null : record.closesConnection
    case 'bounce':
      return record.standing === 'undefined' ? null : record.bounce
    case 'standing':
      return replyOf(record) === null ? null : record.standing
    case 'registration':
      return record.enhanced ? (record.enhanced.entry?.standing ?? 'unregistered') : null
  }
}

/**
 * The list of one facet for one code; null where nobody specified it, which only happens to undefined and nonstandard codes
 * and to enhanced codes.
 */
export function listOf(id: ListFacetId, record: CodeRecord): string[] | null {
  const list = rawList(id, record)
  if (id === 'replies') return record.enhanced?.entry ? list : null
  const isSpecified = record.standing !== 'nonstandard' && record.standing !== 'undefined'
  return list.length > 0 || isSpecified ? list : null
}

function rawList(id: ListFacetId, record: CodeRecord): string[] {
  switch (id) {
    case 'commands':
      return [...new Set(record.commands.map((entry) => entry.command))]
    case 'scenarios':
      return record.scenarios
    case 'remedies':
      return record.remedies
    case 'actors':
      return record.actors
    case 'enhanced-codes':
      return record.enhancedCodes.map((entry) => entry.code)
    case 'replies':
      return record.enhanced ? listedReplies(record.enhanced) : []
    case 'official-texts':
      return record.officialTexts.map((entry) => entry.text)
    case 'sources':
      return [...new Set([...record.definedIn, ...record.evidence])]
  }
}

function judge(catalog: Catalog, first: CodeRecord, second: CodeRecord): Verdict {
  const [lower, higher] = ascendingPair(first.code, second.code)
  const note = catalog.pairs.find((pair) => pair.codes[0] === lower && pair.codes[1] === higher) ?? null
  const { relation, named } = relationOf(first.code, second.code)
  const firstCommands = listOf('commands', first)
  const secondCommands = listOf('commands', second)
  return {
    relation,
    named,
    note,
    sharedCommands: firstCommands && secondCommands ? splitIds(firstCommands, secondCommands).shared : null,
    thirdCodes: note ? note.third : bothConfusedWith(catalog, first, second),
  }
}

function relationOf(first: string, second: string): { relation: VerdictRelation; named: [string, string] } {
  if (first === second) return { relation: 'same-code', named: [first, second] }
  const firstOutcome = outcome(first)
  const secondOutcome = outcome(second)
  if (firstOutcome === secondOutcome)
    return { relation: `both-${firstOutcome}`, named: ascendingPair(first, second) }
  const inOrder = OUTCOME_ORDER.indexOf(firstOutcome) < OUTCOME_ORDER.indexOf(secondOutcome)
  const named: [string, string] = inOrder ? [first, second] : [second, first]
  return { relation: `${outcome(named[0])}-${outcome(named[1])}` as VerdictRelation, named }
}

/** Without a note of their own, a defined code that people confuse with both is the likeliest third. */
function bothConfusedWith(catalog: Catalog, first: CodeRecord, second: CodeRecord): string[] {
  if (first.code === second.code) return []
  return splitIds(first.confusedWith, second.confusedWith)
    .shared.filter((code) => code !== first.code && code !== second.code)
    .filter((code) =>
      catalog.codes.some((record) => record.code === code && record.standing !== 'nonstandard'),
    )
    .sort()
    .slice(0, 2)
}

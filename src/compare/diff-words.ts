import { diffArrays } from 'diff/lib/diff/array.js'

export interface WordRun {
  text: string
  isChanged: boolean
}

export interface WordDiff {
  first: WordRun[]
  second: WordRun[]
}

/**
 * Words with their inner marks ("isn't", "5.7.1", "sub-domain"), runs of blanks, single signs. A regular expression
 * of our own, because Intl.Segmenter cuts "example.com" differently in Node, Chromium and Firefox, and a page
 * rendered by one must be hydrated by the other.
 */
const TOKEN = /[\p{L}\p{M}\p{N}]+(?:['’.-][\p{L}\p{M}\p{N}]+)*|\s+|[^\p{L}\p{M}\p{N}\s]/gu
const WORD = /[\p{L}\p{N}]/u

/** Below this share of words left plain, the eye finds nothing in a marked text: it is shown plain as a whole. */
const LEAST_PLAIN_SHARE = 0.25
/** Fewer words than this in common, between two changes, are chance ("the", "it") and join the change around them. */
const LEAST_COMMON_RUN = 3

/** The tokens of a text; joined again they are the text, to the letter. */
export function tokenize(text: string): string[] {
  return text.match(TOKEN) ?? []
}

/**
 * What changes between two sentences, by whole words. Both sides, joined, give their text back unchanged. When the two
 * have almost nothing in common, or are equal, each side is one plain run.
 */
export function diffWords(first: string, second: string): WordDiff {
  const plain = { first: [{ text: first, isChanged: false }], second: [{ text: second, isChanged: false }] }
  if (first === second) return plain

  const changes = diffArrays(tokenize(first), tokenize(second)).map((change) => ({
    text: change.value.join(''),
    words: countWords(change.value),
    side: change.removed ? ('first' as const) : change.added ? ('second' as const) : ('both' as const),
  }))
  const firstRuns: WordRun[] = []
  const secondRuns: WordRun[] = []
  let plainWords = 0
  changes.forEach(({ text, words, side }, index) => {
    const isInside = index > 0 && index < changes.length - 1
    const isChance = side === 'both' && isInside && words < LEAST_COMMON_RUN
    if (side === 'both' && !isChance) plainWords += words
    if (side !== 'second') firstRuns.push({ text, isChanged: side !== 'both' || isChance })
    if (side !== 'first') secondRuns.push({ text, isChanged: side !== 'both' || isChance })
  })
  const longest = Math.max(countWords(tokenize(first)), countWords(tokenize(second)))
  if (plainWords < longest * LEAST_PLAIN_SHARE) return plain
  return { first: strokesOf(firstRuns), second: strokesOf(secondRuns) }
}

function countWords(tokens: readonly string[]): number {
  return tokens.filter((token) => WORD.test(token)).length
}

/** Joins neighbours into strokes of the marker, whose ends are words: blanks and signs at an end stay outside. */
function strokesOf(runs: readonly WordRun[]): WordRun[] {
  const joined: WordRun[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (last && last.isChanged === run.isChanged) last.text += run.text
    else joined.push({ ...run })
  }
  return joined
    .flatMap((run) => (run.isChanged ? trimStroke(run.text) : [run]))
    .filter((run) => run.text !== '')
}

function trimStroke(text: string): WordRun[] {
  const [, before = '', stroke = '', after = ''] =
    /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{M}\p{N}]*)$/su.exec(text) ?? []
  return [
    { text: before, isChanged: false },
    { text: stroke, isChanged: true },
    { text: after, isChanged: false },
  ]
}

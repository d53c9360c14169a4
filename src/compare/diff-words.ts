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

/** Below this share of common words the eye finds nothing in a marked text: it is shown plain. */
const LEAST_COMMON_SHARE = 0.2

/** The tokens of a text; joined again they are the text, to the letter. */
export function tokenize(text: string): string[] {
  return text.match(TOKEN) ?? []
}

/**
 * What changes between two sentences, by whole words. Both sides, joined, give their text back unchanged. When the two
 * have almost nothing in common, or are equal, each side is one plain run.
 */
export function diffWords(first: string, second: string): WordDiff {
  const plain = { first: runsOf([{ text: first, isChanged: false }]), second: runsOf([{ text: second, isChanged: false }]) }
  if (first === second) return plain

  const firstRuns: WordRun[] = []
  const secondRuns: WordRun[] = []
  let common = 0
  let total = 0
  for (const change of diffArrays(tokenize(first), tokenize(second))) {
    const words = change.value.filter((token) => WORD.test(token)).length
    const text = change.value.join('')
    if (change.added) secondRuns.push({ text, isChanged: true })
    else if (change.removed) firstRuns.push({ text, isChanged: true })
    else {
      firstRuns.push({ text, isChanged: false })
      secondRuns.push({ text, isChanged: false })
      common += words * 2
    }
    total += change.added || change.removed ? words : words * 2
  }
  if (common < total * LEAST_COMMON_SHARE) return plain
  return { first: runsOf(firstRuns), second: runsOf(secondRuns) }
}

/**
 * Joins neighbours: a lone blank or sign between two changed words is changed with them, so that a phrase is marked
 * as one stroke and not as confetti; blanks at a stroke's ends stay outside it.
 */
function runsOf(runs: WordRun[]): WordRun[] {
  const joined: WordRun[] = []
  runs.forEach((run, index) => {
    const bridges =
      !run.isChanged && !WORD.test(run.text) && runs[index - 1]?.isChanged === true && runs[index + 1]?.isChanged === true
    const isChanged = (run.isChanged && WORD.test(run.text)) || bridges || (run.isChanged && joined.at(-1)?.isChanged === true)
    const last = joined.at(-1)
    if (last && last.isChanged === isChanged) last.text += run.text
    else joined.push({ text: run.text, isChanged })
  })
  return joined.flatMap((run) => (run.isChanged ? trimStroke(run.text) : [run])).filter((run) => run.text !== '')
}

function trimStroke(text: string): WordRun[] {
  const [, before = '', stroke = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? []
  return [
    { text: before, isChanged: false },
    { text: stroke, isChanged: true },
    { text: after, isChanged: false },
  ]
}

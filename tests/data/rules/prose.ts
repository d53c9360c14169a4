import { interfaceFile, wordsFile, type LintInput } from './rule.ts'

export interface Prose {
  where: string
  text: string
  /** A phrase is a heading or a label; sentences end with a stop. */
  kind: 'phrase' | 'sentences'
  /** Shown as it stands, so that a backtick would stay a backtick. */
  isPlain: boolean
}

const PLAIN_FIELDS = new Set(['name', 'gist', 'meaning', 'answer', 'title'])
/** The interface texts that a component renders as rich text. */
const RICH_INTERFACE = new Set(['start.keys', 'paste.none-hint'])
const PHRASE_FIELDS = new Set(['name', 'title'])

/** Every text of codes.json with its place. */
export function catalogProse(input: Pick<LintInput, 'tag' | 'words'>): Prose[] {
  return textsIn(input.words, wordsFile(input)).map(({ path, where, text }) => {
    const field = path.at(-1) ?? ''
    // Tables of bare sentences are keyed by id, and an id may be any word.
    const isField = path.length > 2
    return {
      where,
      text,
      kind: isField && PHRASE_FIELDS.has(field) ? 'phrase' : 'sentences',
      isPlain: isField && PLAIN_FIELDS.has(field),
    }
  })
}

/** Every text of ui.json with its place: labels and sentences alike, so all of them count as phrases. */
export function interfaceProse(input: Pick<LintInput, 'tag' | 'ui'>): Prose[] {
  return textsIn(input.ui, interfaceFile(input)).map(({ path, where, text }) => ({
    where,
    text,
    kind: 'phrase',
    isPlain: !RICH_INTERFACE.has(path[0] ?? ''),
  }))
}

/** The sentences of a text. A dot within 5.7.1 or `example.com` ends none, because no blank follows it. */
export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.?!][`"”’)]*)\s+/).filter((sentence) => sentence !== '')
}

export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}

interface Place {
  path: string[]
  where: string
  text: string
}

function textsIn(value: unknown, file: string, path: string[] = []): Place[] {
  if (typeof value === 'string') return [{ path, where: `${file} ${path.join(' ')}`, text: value }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, file, [...path, key]))
}

/*
 * The words of a comparison in the plainest shape that still has its rows and sides. Words are numbers into one list, since
 * most of them stand on many pages.
 */

/** A heading, paragraph or item; its words by turns plain and marked. */
export type Block = [tag: number, ...words: number[]]
/** What both sides share, or one column for each. */
export type Part = [shared: Block[]] | [first: Block[], second: Block[]]
export type Row = [title: Block, ...parts: Part[]]
export type Pair = [before: Block[], rows: Row[], after: Block[]]

export interface Texts {
  words: string[]
  /** By `250-551`, ascending. */
  pairs: Record<string, Pair>
}

/** What a floor's page carries inline. */
export interface FloorData {
  key: string
  codes: string[]
  /** The words of this pair alone. */
  texts: Texts
  /** Where the words of every pair are. */
  address: string
}

export const TAGS = ['h1', 'h2', 'li', 'p'] as const

/** Words are kept for a pair in one order only. */
export function keyOf(selects: HTMLSelectElement[]): string {
  return selects
    .map(({ value }) => value)
    .sort()
    .join('-')
}

import { codeOf } from './code-of.ts'
import type { Recognition } from './recognition.ts'

/** Replies that say the same of the same command, by the first of them. */
export interface ReplyGroup {
  recognition: Recognition
  count: number
}

/** A stretch of the text with its replies; positions count from the stretch's beginning. */
export interface Excerpt {
  text: string
  isCutBefore: boolean
  isCutAfter: boolean
  /** Without overlap, in their order. `group` is the place of their group in the list. */
  marks: { start: number; end: number; group: number }[]
}

export interface Summary {
  /** How many replies the text holds. */
  total: number
  groups: ReplyGroup[]
  /** The place of the group that a reader came for: the first failure, or the first of all. */
  main: number
  isMore: boolean
  excerpts: Excerpt[]
}

/** A text of this length is shown whole, a longer one around its replies. */
const SHOWN_WHOLE = 20_000
const AROUND = 400
const LONGEST_WORDS = 2000
const MOST_GROUPS = 100
const MOST_MARKS = 1000
const MOST_EXCERPTS = 40

/**
 * What a person is shown of a text and the replies found in it: replies that are equal are one group, and of a long text
 * only the surroundings of each group's first reply are left. The answer is small however long the text is, and linear in
 * it. `found` in the order of the text, without overlap; empty gives no groups, and the beginning of the text.
 */
export function summarize(text: string, found: readonly Recognition[]): Summary {
  const places = new Map<string, number>()
  const groups: ReplyGroup[] = []
  const placed: { recognition: Recognition; group: number; isFirst: boolean }[] = []
  let isMore = false
  for (const recognition of found) {
    const key = keyOf(recognition)
    const place = places.get(key)
    const group = place === undefined ? undefined : groups[place]
    if (place !== undefined && group) {
      group.count += 1
      placed.push({ recognition, group: place, isFirst: false })
    } else if (groups.length === MOST_GROUPS) {
      isMore = true
    } else {
      places.set(key, groups.length)
      placed.push({ recognition, group: groups.length, isFirst: true })
      const words =
        recognition.words.length > LONGEST_WORDS
          ? `${recognition.words.slice(0, LONGEST_WORDS)}…`
          : recognition.words
      groups.push({ recognition: { ...recognition, words }, count: 1 })
    }
  }
  const isWhole = text.length <= SHOWN_WHOLE
  const shown = placed.filter(({ isFirst }) => isWhole || isFirst).slice(0, MOST_MARKS)
  const failure = groups.findIndex(({ recognition }) => /^[45]/.test(codeOf(recognition)))
  return {
    total: found.length,
    groups,
    main: Math.max(failure, 0),
    isMore,
    excerpts: windowsOf(text, isWhole, shown).map(({ start, end }) => ({
      text: text.slice(start, end),
      isCutBefore: start > 0,
      isCutAfter: end < text.length,
      marks: shown
        .filter(({ recognition }) => recognition.start >= start && recognition.start < end)
        .map(({ recognition, group }) => ({
          start: recognition.start - start,
          end: Math.min(recognition.end, end) - start,
          group,
        })),
    })),
  }
}

function keyOf(recognition: Recognition): string {
  const { provider, known, software, command, form } = recognition
  return [codeOf(recognition), provider, known, software, command, form].join('\n')
}

function windowsOf(
  text: string,
  isWhole: boolean,
  shown: readonly { recognition: Recognition }[],
): { start: number; end: number }[] {
  if (isWhole) return [{ start: 0, end: text.length }]
  const windows: { start: number; end: number }[] = []
  for (const { recognition } of shown.slice(0, MOST_EXCERPTS)) {
    const end = Math.min(recognition.end, recognition.start + LONGEST_WORDS)
    const start = lineStart(text, recognition.start)
    const last = windows.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, lineEnd(text, end))
    else windows.push({ start, end: lineEnd(text, end) })
  }
  return windows.length > 0 ? windows : [{ start: 0, end: lineEnd(text, 0) }]
}

/** The beginning of a line in the near, so that no line begins in its middle unless it is very long. */
function lineStart(text: string, position: number): number {
  const from = Math.max(0, position - AROUND)
  if (from === 0) return 0
  const feed = text.slice(from, position).indexOf('\n')
  return feed === -1 ? from : from + feed + 1
}

function lineEnd(text: string, position: number): number {
  const to = Math.min(text.length, position + AROUND)
  if (to === text.length) return to
  const feed = text.slice(position, to).lastIndexOf('\n')
  return feed === -1 ? to : position + feed
}

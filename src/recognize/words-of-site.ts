import type { Site } from './find-sites.ts'
import { enhancedAt, partAt, readCodes } from './read-codes.ts'
import type { Prefix } from './read-prefix.ts'
import type { Piece } from './read-words.ts'
import type { Part } from './recognition.ts'
import type { Line } from './split-lines.ts'

/** "550 550 5.1.1 …": some clients put the code before a reply that has it already. */
export function withRepeatedCode(text: string, site: Site): Site {
  const { reply, enhanced, wordsStart } = site.codes
  if (!reply || enhanced) return site
  const again = readCodes(text, wordsStart)
  if (again?.reply?.value !== reply.value) return site
  return { ...site, codes: { ...again, reply } }
}

/** The end of a line without the slashes and underscores in which qmail ends its own. */
export function withoutSlash(text: string, line: Line): number {
  let end = line.end
  while (end > line.start && /[/_\s]/.test(text.charAt(end - 1))) end -= 1
  return end
}

/** The enhanced code that stands in the words, behind a hash: "… my list of allowed rcpthosts (#5.7.1)", as qmail has it. */
export function trailingEnhanced(text: string, pieces: readonly Piece[]): Part | null {
  for (const { start, end } of pieces) {
    const hash = text.slice(start, end).search(/#[245]\.\d/)
    const enhanced = hash === -1 ? null : enhancedAt(text, start + hash + 1)
    if (enhanced && enhanced.end <= end) return partAt(text, enhanced.start, enhanced.end)
  }
  return null
}

/** The words before a code that stands behind them, from the beginning of the message in its line. */
export function wordsBefore(text: string, line: Line, prefix: Prefix, position: number): Piece {
  const floor = Math.max(prefix.body, position - 400)
  let end = position
  if (text.slice(floor, end).endsWith('SMTP code: ')) end -= 'SMTP code: '.length
  while (end > floor && /[\s_(#]/.test(text.charAt(end - 1))) end -= 1
  const before = text.slice(floor, end)
  const opened = [
    ...before.matchAll(
      /(?:success|failure|deferral|stat=?|said|Detail|status=\w{1,20} \(|error|failed|reason)[:=]?[ _]|>: /gi,
    ),
  ].at(-1)
  const start = floor + (opened ? opened.index + opened[0].length : 0)
  return { start: Math.min(start, end), end: Math.min(end, line.end) }
}

/** Where the words of a field end: PowerMTA's at a comma, Postfix's at their bracket, others with the line. */
export function endOfField(text: string, from: number, limit: number, opener: string): number {
  if (!opener.startsWith(' (') && !opener.includes('smtp;')) return limit
  const closer = text.indexOf(opener.includes('smtp;') ? ',' : ')', from)
  return closer === -1 || closer > limit ? limit : closer
}

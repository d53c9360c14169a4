import { readCommand } from './read-command.ts'
import type { Page } from './page.ts'
import { readCodes, replyAt } from './read-codes.ts'
import { readPrefix, skipOpeners } from './read-prefix.ts'
import { closeOf, cutWords, trimWords, type Piece } from './read-words.ts'
import type { Site } from './find-sites.ts'
import type { Line } from './split-lines.ts'

export interface Gathered {
  pieces: Piece[]
  /** The number of the last line that belongs to the reply. */
  lastLine: number
  end: number
}

/** More lines than any reply has; EHLO's answers stay below thirty. */
const MOST_LINES = 400
const MOST_WRAPPED = 12
/** RFC 5321 §4.5.3.1.5 allows 512 octets; what a longer text has on one line is no longer one reply. */
const LONGEST_LINE = 8000
/** A line shorter than this was not broken for its length. */
const WRAP_WIDTH = 56
const FIELD =
  /^(?:[;,] |[A-Z][\w-]{1,40}: |[\w.-]{1,40}\s?[:=](?:\s|$)|at \S|\.{3} \d|[}\])]|[-*=_~#]{3,}|Traceback|Giving up on |[\w.]{1,60}(?:Error|Exception)\b)/
const SPOKEN_FIELD = /^(?:[A-Z]\w{1,20} ){0,3}\w{1,20}: /
const URL = /^https?:/

/**
 * The words of a site over as many lines as they have: those that repeat its code behind a hyphen (RFC 5321 §4.2.1), and
 * those that only the width of a page or the folding of a field has broken. `lineLimit` bounds the first line.
 */
export function gatherLines(page: Page, index: number, site: Site, lineLimit: number): Gathered {
  const { text, lines } = page
  const { codes, opener } = site
  const limit = Math.min(lineLimit, codes.wordsStart + LONGEST_LINE)
  const from = Math.min(codes.wordsStart, limit)
  const first = endOfPiece(text, from, limit, opener)
  const pieces: Piece[] = [first.piece]
  let lastLine = index
  let isOpen = codes.separator === '-'
  let isClosed = first.isClosed && !isOpen
  const isBracketOpen = !first.isClosed && opener !== '' && !isOpen
  const depth = isClosed ? 0 : openBrackets(text, lines[index], site.start)
  let wrapped = 0

  while (!isClosed && pieces.length < MOST_LINES && lastLine + 1 < lines.length) {
    const line = lines[lastLine]
    const next = lines[lastLine + 1]
    if (!line || !next) break
    const prefix = readPrefix(text, next)
    const body = skipOpeners(text, prefix.body, next.end)
    const codesBelow = startsWithDigit(text, body) ? readCodes(text, body) : null
    if (isOpen && codesBelow?.reply && codesBelow.reply.value === codes.reply?.value) {
      const below = endOfPiece(text, Math.min(codesBelow.wordsStart, next.end), next.end, opener)
      pieces.push(below.piece)
      lastLine += 1
      isOpen = codesBelow.separator === '-'
      if (below.isClosed && !isOpen) isClosed = true
      continue
    }
    // The width of a page may also have moved the last line's code into the middle of a line.
    const isLast =
      isOpen &&
      text.slice(prefix.body, Math.min(next.end, prefix.body + 200)).includes(` ${codes.reply?.value ?? ''} `)
    const isBroken =
      !next.isAfterBlank &&
      !codesBelow?.reply &&
      (!isOpen || isLast || comesAgain(page, lastLine + 1, codes.reply?.value ?? '')) &&
      !prefix.isMarked &&
      !prefix.isStamped &&
      wrapped < MOST_WRAPPED &&
      isWrapped(text, line, next, prefix.body, isBracketOpen || depth > 0, isOpen) &&
      !readCommand(text, next, 0)
    if (!isBroken) break
    const end = endOfPiece(text, prefix.body, next.end, opener)
    pieces.push(end.piece)
    lastLine += 1
    wrapped += 1
    if (isLast) isOpen = false
    if (end.isClosed || (depth > 0 && openBrackets(text, next, next.start) < 0)) isClosed = !isOpen
  }

  // A quote that ends each line is around it, as smtplib prints them; a comma there is the reply's own.
  const trimmed = pieces.map((piece, at) =>
    at === pieces.length - 1 || /["']/.test(text.charAt(piece.end - 1))
      ? trimWords(text, piece.start, piece.end)
      : piece,
  )
  return { pieces: trimmed, lastLine, end: Math.max(trimmed.at(-1)?.end ?? from, from) }
}

function endOfPiece(
  text: string,
  from: number,
  limit: number,
  opener: string,
): { piece: Piece; isClosed: boolean } {
  const close = opener === '' ? -1 : closeOf(text, from, limit, opener)
  const cut = cutWords(text, from, close === -1 ? limit : close)
  return { piece: { start: from, end: cut.end }, isClosed: close !== -1 || cut.isCut }
}

function startsWithDigit(text: string, position: number): boolean {
  const unit = text.charCodeAt(position)
  return unit > 49 && unit < 54
}

/** Whether one of the next three lines goes on with the reply, so that the one between is only broken. */
function comesAgain(page: Page, index: number, reply: string): boolean {
  return [1, 2, 3].some((step) => {
    const line = page.lines[index + step]
    if (!line) return false
    return (
      replyAt(page.text, skipOpeners(page.text, readPrefix(page.text, line).body, line.end))?.value === reply
    )
  })
}

function isWrapped(
  text: string,
  line: Line,
  next: Line,
  nextBody: number,
  isBracketOpen: boolean,
  isOpen: boolean,
): boolean {
  const content = text.slice(nextBody, Math.min(next.end, nextBody + 80))
  if (isOpen || URL.test(content)) return true
  if (FIELD.test(content)) return false
  if (isBracketOpen) return true
  const width = line.end - line.start
  if (indentOf(text, next) > indentOf(text, line) && width >= 40) return true
  if (width < WRAP_WIDTH) return false
  if (/^[\p{Ll}<(]/u.test(content)) return true
  return (
    width >= 64 && !SPOKEN_FIELD.test(content) && !/[.!?:;)\]}>'"]$/.test(text.slice(line.end - 1, line.end))
  )
}

function indentOf(text: string, line: Line): number {
  let at = line.start
  while (at < line.end && /[ \t>|]/.test(text.charAt(at))) at += 1
  return at - line.start
}

/** How many round brackets a line leaves open before `to`, or over its whole when that is its start. */
function openBrackets(text: string, line: Line | undefined, to: number): number {
  if (!line) return 0
  const end = to === line.start ? line.end : to
  const from = Math.max(line.start, end - 2000)
  let depth = 0
  for (let at = from; at < end; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit === 40) depth += 1
    else if (unit === 41) depth -= 1
  }
  return depth
}

/** A stretch of the text that holds words of one reply. */
export interface Piece {
  start: number
  end: number
}

const CLOSER: Record<string, string> = {
  '"': '"',
  "'": "'",
  '`': '`',
  '“': '”',
  '‘': '’',
  '«': '»',
  '(': ')',
  '<': '>',
  '[': ']',
  '{': '}',
}
const QUOTES = new Set(['"', "'", '`'])

/**
 * Where the bracket or quote that opened right before a reply closes in [from, limit); -1 when it does not. A quote before
 * a letter is an apostrophe, one behind a backslash belongs to the words, unless the opening one stood behind one too.
 */
export function closeOf(text: string, from: number, limit: number, opener: string): number {
  const closer = CLOSER[opener]
  if (closer === undefined) return -1
  if (!QUOTES.has(opener)) {
    let depth = 1
    for (let at = from; at < limit; at += 1) {
      const sign = text.charAt(at)
      if (sign === opener) depth += 1
      else if (sign === closer && (opener !== '<' || text.charAt(at - 1) !== '-')) depth -= 1
      if (depth === 0) return at
    }
    return -1
  }
  for (let at = from; at < limit; at += 1) {
    const sign = text.charAt(at)
    if (sign === '\\') at += 1
    else if (sign === closer && !/[\p{L}\p{N}]/u.test(text.charAt(at + 1))) return at
  }
  return -1
}

/*
 * What follows a reply's words on the same line: Postfix's command and envelope, qmail's farewell, the rest of Exchange's
 * lists, JavaMail's cause, the fields of other logs.
 */
const CUT =
  /\(last error: |[ \t]*\(in(?: reply(?: to\b|$)|$)|[;,] from=<|, to=<|[;,] proto=E?SMTP|; client=|\/Giving[_ ]up|[}\]]{1,2};\{|\}\]\}|#{1,2}SMTP#|##|;[ \t]*nested exception is|" (?:[A-Z]{1,3}=|errormsg=|exitcode=)|,[^,\r\n]{1,80} \(\d{1,3}(?:\.\d{1,3}){3}\)(?:,|$)|[ \t]\(Net::SMTP|[ \t]from \/|\[Message=|\\r\\n\\?["']\)/

/** The end of a reply's words in [from, limit): before whatever the surrounding text adds. */
export function cutWords(text: string, from: number, limit: number): { end: number; isCut: boolean } {
  const cut = CUT.exec(text.slice(from, limit))
  return cut ? { end: from + cut.index, isCut: true } : { end: limit, isCut: false }
}

const TRAILING = /[\s,;\\"'`”’»)\]}>]/
const PAIRS: Record<string, string> = { ')': '(', ']': '[', '}': '{', '>': '<' }

/** Takes off what closes around the words from [start, end): blanks, and brackets and quotes that did not open in them. */
export function trimWords(text: string, start: number, end: number): Piece {
  let last = end
  while (last > start && TRAILING.test(text.charAt(last - 1))) {
    const sign = text.charAt(last - 1)
    const opener = PAIRS[sign]
    if (opener !== undefined && last - start < 4000 && isBalanced(text, start, last, opener, sign)) break
    if (/["'`]/.test(sign) && text.slice(start, last - 1).includes(sign)) break
    last -= 1
  }
  return { start, end: last }
}

function isBalanced(text: string, start: number, end: number, opener: string, closer: string): boolean {
  let depth = 0
  for (let at = start; at < end; at += 1) {
    const sign = text.charAt(at)
    if (sign === opener) depth += 1
    else if (sign === closer) depth -= 1
  }
  return depth >= 0
}

const ESCAPES: Record<string, string> = { n: '\n', r: '\n', t: ' ', '"': '"', "'": "'", '\\': '\\', '/': '/' }
const REPEATED = /(?<![^\s])([2-5][0-5]\d)([- ])(?:([245]\.\d{1,3}\.\d{1,3})(?=\s|$))?/g

/**
 * The words of the pieces, joined by one blank. Taken away: escapes of strings, codes that the reply repeats at the
 * beginning of its further lines (RFC 5321 §4.2.1, RFC 2034 §4), the underscores by which qmail joins words.
 */
export function foldWords(
  text: string,
  pieces: readonly Piece[],
  codes: { reply: string | null; enhanced: string | null; separator: string },
): string {
  const [first] = pieces
  let raw = pieces.map((piece) => text.slice(piece.start, piece.end)).join('\n')
  if (raw.includes('\\'))
    raw = raw.replace(/\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([nrt"'\\/]))/g, (_, four, two, sign) =>
      sign === undefined ? String.fromCharCode(Number.parseInt(four ?? two, 16)) : (ESCAPES[sign] ?? sign),
    )
  if (first && codes.separator === '_') raw = raw.replaceAll('_', ' ')
  if (codes.reply !== null && raw.includes(codes.reply))
    raw = raw.replace(REPEATED, (match, reply, separator, enhanced, offset) => {
      if (reply !== codes.reply) return match
      const startsLine = offset === 0 || /[\r\n]/.test(raw.charAt(offset - 1))
      const repeats = separator === '-' || (enhanced !== undefined && enhanced === codes.enhanced)
      if (!repeats && !startsLine && codes.separator !== '-') return match
      return enhanced === undefined || enhanced === codes.enhanced ? '' : `${enhanced}`
    })
  if (codes.enhanced !== null && raw.includes(codes.enhanced))
    raw = raw
      .split('\n')
      .map((line) => {
        const trimmed = line.trimStart()
        return trimmed.startsWith(`${codes.enhanced} `) ? trimmed.slice((codes.enhanced ?? '').length) : line
      })
      .join('\n')
  return raw.replace(/\s+/g, ' ').trim()
}

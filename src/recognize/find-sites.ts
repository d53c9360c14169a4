import type { Page } from './page.ts'
import { belongTogether, enhancedAt, readCodes, replyAt, type Codes } from './read-codes.ts'
import type { Prefix } from './read-prefix.ts'
import type { Part } from './recognition.ts'
import type { Line } from './split-lines.ts'
import {
  announcesReply,
  goesOn,
  isHttpOnly,
  isOtherCode,
  isVersion,
  leadOf,
  makesOrdinaryNumber,
  soundsLikeReply,
  type Lead,
} from './weigh-evidence.ts'

/** A place of the text whose number is a code, for the reason that `kind` tells. */
export interface Site {
  start: number
  codes: Codes
  /** The bracket or quote that opened right before it, in which its words end. */
  opener: string
  /**
   * line: the line begins with it. bare: the line is nothing else. said: something announces it. mentioned: it is named in a
   * sentence that goes on. key: a field of a log line holds an enhanced code. behind: it stands behind its words.
   */
  kind: 'line' | 'bare' | 'said' | 'mentioned' | 'key' | 'behind'
}

/** All numbers that could be codes by their shape; which of them are is told by what surrounds them. */
const CANDIDATE = /(?<![\dA-Za-z.])(?:[2-5][0-5]\d(?![\dA-Za-z])|[245]\.\d{1,3}\.\d{1,3}(?!\.?\d|[A-Za-z]))/g

/** Where the next candidate stands, at or behind a position; -1 when there is none. */
export function candidateFrom(text: string, position: number): number {
  CANDIDATE.lastIndex = position
  return CANDIDATE.exec(text)?.index ?? -1
}

/** Where the candidates of [from, to) stand, in their order; nothing beyond is read. */
export function candidatesIn(text: string, from: number, to: number): number[] {
  return Array.from(text.slice(from, to).matchAll(CANDIDATE), ({ index }) => from + index)
}

const PREVIEW = 300
const CLOSING_ONLY = /^[)>\]"'`”’».,:;?!*\s-]*$/
const COMPANIONS =
  /^ {1,2}(?:smtp )?(?:errors?|bounces?|responses?|repl(?:y|ies)|rejections?|failures?|codes?|bounce|status|erreur|fehler|permanent (?:error|failure))\b/i
const STATUS_KEY =
  /(?:\b(?:dsn|status|stat|enhanced[-_ ]?(?:status[-_ ]?)?code|diag)["']?[ \t]?[=:][ \t]?["']?)$/i
const KNOWN_ALONE = new Set(
  '211 214 220 221 235 250 251 252 334 354 421 432 450 451 452 454 455 500 501 502 503 504 521 530 534 535 538 550 551 552 553 554 555 556'.split(
    ' ',
  ),
)
/** PHPMailer's order: "Detail: Message rejected SMTP code: 550 Additional SMTP info: 5.7.1". */
const PHP_MAILER = /SMTP code: $/
const REMOTE = /[SL]MTP error from remote mail|refused to talk to me|\breject: | said: /
const TUPLE = /,[ \t]?b?(?=["'])/y
/** What stands before a row of SQL, which looks like a tuple. */
const ROW = /\bVALUES\s{0,3}\($|\),\s{0,3}\($/i
const LIST_BEFORE =
  /(?:^|[\s,;/|&("'])(?:[2-5][0-5]\d|[245]\.\d{1,3}\.\d{1,3})["')]?(?:[ \t]*[,;/|&][ \t]*|[ \t]+(?:and|or|vs\.?|versus|und|et|y)[ \t]+)$/i

/** The site at the beginning of a line's content, or null. `position` is where the number stands. */
export function siteAtLineStart(page: Page, index: number, prefix: Prefix, position: number): Site | null {
  const { text, lines } = page
  const line = lines[index]
  const codes = line && readCodes(text, position)
  if (!line || !codes) return null
  const { reply, enhanced } = codes
  const opener = position > prefix.body ? text.charAt(position - 1) : ''
  const site: Site = { start: position, codes, opener, kind: 'line' }

  const tuple = tupleAt(text, position, opener, codes)
  if (tuple) return tuple
  if (line.end - codes.wordsStart < 8 && CLOSING_ONLY.test(text.slice(codes.wordsStart, line.end)))
    return isBareLine(page, index, prefix, codes) ? { ...site, kind: 'bare' } : null

  const words = text.slice(codes.wordsStart, Math.min(line.end, codes.wordsStart + PREVIEW))
  const isOnlyLine = lines.length === 1
  if (reply === null) {
    if (enhanced === null || isVersion(text, position, position, enhanced.end, line.end)) return null
    const quoted = quotedReply(text, codes, line.end)
    if (quoted) return quoted
    const isMailed = isOnlyLine || prefix.isMarked || page.speaksOfMail(position)
    return soundsLikeReply(words, !isMailed) ? site : null
  }
  if (enhanced) return site
  if (!/[ \t\u00a0:_–-]/.test(codes.separator) || !standsAlone(text, reply, true)) return null
  if (makesOrdinaryNumber(reply.value, words) || page.isForeign(position)) return null
  if (prefix.isMarked || page.isInSession(position) || isAnnounced(page, index)) return site
  if (codes.separator === '-' && continuesBelow(page, index, reply.value)) return site
  if (isOnlyLine && !prefix.isStamped) return site
  return soundsLikeReply(words, !page.speaksOfMail(position)) ? site : null
}

/** Codes that are a whole line: in a text that speaks of mail, beside other codes, or as the whole text. */
function isBareLine(page: Page, index: number, prefix: Prefix, { reply, enhanced }: Codes): boolean {
  const { lines, text } = page
  const line = lines[index]
  if (!line) return false
  if (lines.length === 1 && !prefix.isStamped) return true
  if (reply && enhanced) return true
  if (reply && !enhanced && page.isForeign(line.start)) return false
  if (prefix.isMarked || page.isInSession(line.start) || isAnnounced(page, index)) return true
  if (page.speaksOfMail(line.start)) return reply === null || KNOWN_ALONE.has(reply.value)
  return lines.length <= 50 && lines.every(({ start, end }) => isKnownCode(text.slice(start, end).trim()))
}

function isKnownCode(line: string): boolean {
  return line.length < 20 && /^(?:[2-5][0-5]\d)?[ -]?(?:[245]\.\d{1,3}\.\d{1,3})?$/.test(line)
    ? KNOWN_ALONE.has(line.slice(0, 3)) || line.charAt(1) === '.'
    : false
}

/** Whether the line before ends in words that announce what follows ("The response was:"). */
function isAnnounced(page: Page, index: number): boolean {
  const before = page.lines[index - 1]
  if (!before) return false
  const lead = leadOf(page.text, before.start, before.end)
  return lead.signs.includes(':') && announcesReply(lead) && page.speaksOfMail(before.end)
}

function continuesBelow(page: Page, index: number, reply: string): boolean {
  const next = page.lines[index + 1]
  return (
    next !== undefined && page.text.slice(next.start, Math.min(next.end, next.start + 120)).includes(reply)
  )
}

/** The site of a number within a line, or null; `from` is where reading the line began, or went on. */
export function siteInLine(page: Page, line: Line, from: number, position: number): Site | null {
  const { text } = page
  const reply = replyAt(text, position)
  const lead = leadOf(text, line.start, position)
  const opener = /["'`“‘«(<[{#]/.test(lead.signs.slice(-1)) ? lead.signs.slice(-1) : ''
  if (reply === null) return enhancedInLine(page, line, from, position, opener)

  const codes = readCodes(text, position, true)
  if (!codes || !standsAlone(text, reply, false)) return null
  const tuple = tupleAt(text, position, opener, codes)
  if (tuple) return /^[ \t]*(?:data|reply): /.test(text.slice(line.start, line.start + 16)) ? null : tuple

  const words = text.slice(codes.wordsStart, Math.min(line.end, codes.wordsStart + PREVIEW))
  const said: Site = { start: position, codes, opener, kind: 'said' }
  const mentioned: Site = { start: position, codes, opener: '', kind: 'mentioned' }
  const isAnnouncedHere = announcesReply(lead)
  if (codes.enhanced) {
    if (PHP_MAILER.test(text.slice(Math.max(line.start, position - 12), position)))
      return { ...said, kind: 'behind' }
    if (isAnnouncedHere || opener !== '' || /[:;=,]/.test(lead.signs)) return said
    return /^[\p{Lu}<[]/u.test(words) ? said : mentioned
  }
  if (opener === '#' || !/[ \t\u00a0:"'`”’»)\],;.>?!_}\\–|-]/.test(codes.separator || ' ')) return null
  const isBehind = PHP_MAILER.test(text.slice(Math.max(line.start, position - 12), position))
  const isMeant =
    COMPANIONS.test(text.slice(reply.end, reply.end + 40)) ||
    LIST_BEFORE.test(text.slice(Math.max(line.start, position - 30), position))
  const isColon = lead.signs.includes(': ') && /[ -]/.test(codes.separator)
  if (!isAnnouncedHere && !isBehind && !isMeant && !isColon) return null
  if (isOtherCode(text, line.start, position, line.end) || page.isForeign(position)) return null
  const isMailed = page.bounce === 'ndr' || page.speaksOfMail(position)
  if (!isMailed && !soundsLikeReply(words, true)) return null
  if (isAnnouncedHere && goesOn(words)) return isHttpOnly(reply.value) ? null : mentioned
  if (makesOrdinaryNumber(reply.value, words)) return null
  if (isBehind) return { ...said, kind: 'behind' }
  if (isAnnouncedHere) {
    if (words.trim() === '' && isCount(lead)) return null
    if (isHttpOnly(reply.value) && !isRemote(text, line, position)) return null
    const isAlone = opener === '' && (/^[.,;?!)]/.test(codes.separator) || isAside(lead.signs, words))
    return isAlone ? mentioned : said
  }
  if (isColon && (soundsLikeReply(words, true) || isRemote(text, line, position))) return said
  return isMeant ? mentioned : null
}

/** Whether a field that ends in a number counts something: "recipients: 550". */
function isCount({ word, signs }: Lead): boolean {
  return (
    signs === ': ' &&
    /^(?:recipients?|e?mails?|connections?|addresses|hosts?|lines?|accepted|delivered|sent|queued|remote|data|bounces|errors|replies|responses|body|note|log|end)$/.test(
      word,
    )
  )
}

/** Whether what follows a code that no sign sets apart is the rest of the sentence: "status 5.7.26 came back". */
function isAside(signs: string, words: string): boolean {
  return /^ ?$/.test(signs) && /^[\p{Ll}]/u.test(words) && !soundsLikeReply(words.slice(0, 60), false)
}

/** Whether the line has said that another server speaks in it. */
function isRemote(text: string, line: Line, position: number): boolean {
  return REMOTE.test(text.slice(Math.max(line.start, position - PREVIEW), position))
}

function enhancedInLine(page: Page, line: Line, from: number, position: number, opener: string): Site | null {
  const { text } = page
  const enhanced = enhancedAt(text, position)
  if (!enhanced || isVersion(text, line.start, position, enhanced.end, line.end)) return null
  const codes = readCodes(text, position)
  if (!codes) return null
  const before = text.slice(Math.max(line.start, position - 40), position)
  const site: Site = { start: position, codes, opener: opener === '#' ? '' : opener, kind: 'said' }
  const words = text.slice(codes.wordsStart, Math.min(line.end, codes.wordsStart + PREVIEW))
  const isMailed = page.speaksOfMail(position) || soundsLikeReply(words, true)
  if (STATUS_KEY.test(before))
    return isMailed || /dsn["']?[=:]/.test(before) ? { ...site, kind: 'key' } : null
  // PowerMTA's accounting file holds the enhanced code in a field of its own, with its meaning in brackets.
  if (/,"?$/.test(before) && /^ \(|^"?,/.test(text.slice(enhanced.end, enhanced.end + 2)))
    return isMailed ? { ...site, kind: 'key' } : null
  const isBracketed = /\(#?$/.test(before) && text.charAt(enhanced.end) === ')'
  if (isBracketed || before.endsWith('#')) {
    const after = text.slice(enhanced.end, line.end).slice(0, 40)
    const isMeant =
      before.endsWith('#') ||
      (isMailed && soundsLikeReply(text.slice(Math.max(from, position - 400), line.end), false))
    if (!isMeant) return null
    return isBracketed && CLOSING_ONLY.test(after.replaceAll('/', ''))
      ? { ...site, kind: 'behind' }
      : { ...site, kind: /^ ?smtp;/i.test(after) ? 'key' : 'said' }
  }
  // A number that is no reply code by the grammar, as La Poste's 571, may still stand before an enhanced one.
  if (/^[245]\d\d[- ]$/.test(before) || (isMailed && /[\s:;"'(][245]\d\d[- ]$/.test(before))) return site
  if (!isMailed) return null
  const lead = leadOf(text, line.start, position)
  if (announcesReply(lead))
    return isAside(lead.signs, words) ? { ...site, opener: '', kind: 'mentioned' } : site
  if (lead.signs.includes(': ') && soundsLikeReply(words, false)) return site
  if (LIST_BEFORE.test(before) || COMPANIONS.test(text.slice(enhanced.end, enhanced.end + 40)))
    return { ...site, opener: '', kind: 'mentioned' }
  return null
}

/**
 * Cisco's gateways put a code and a meaning of their own before the reply, which they quote: "5.1.0 - Unknown address error
 * 550-'5.1.1 … User unknown' (delivery attempts: 0)".
 */
export function quotedReply(text: string, { enhanced, wordsStart }: Codes, limit: number): Site | null {
  if (!enhanced || !text.slice(enhanced.end, enhanced.end + 3).startsWith(' - ')) return null
  const match = / ([2-5][0-5]\d)-'/.exec(text.slice(wordsStart, Math.min(limit, wordsStart + 120)))
  if (!match) return null
  const start = wordsStart + match.index + 1
  const from = start + 5
  const reply = replyAt(text, start)
  const own = enhancedAt(text, from)
  if (!reply) return null
  const wordsFrom = own ? (readCodes(text, from)?.wordsStart ?? from) : from
  return {
    start,
    codes: { reply, enhanced: own, separator: ' ', wordsStart: wordsFrom },
    opener: "'",
    kind: 'said',
  }
}

/** smtplib shows a reply as a tuple of its code and its words: `(550, b'5.1.1 <…>: Recipient address rejected')`. */
function tupleAt(text: string, position: number, opener: string, { reply }: Codes): Site | null {
  if (!reply || opener !== '(') return null
  TUPLE.lastIndex = reply.end
  if (!TUPLE.test(text) || ROW.test(text.slice(Math.max(0, position - 12), position))) return null
  const quote = text.charAt(TUPLE.lastIndex)
  const wordsStart = TUPLE.lastIndex + 1
  const inner = readCodes(text, wordsStart)
  const isOwn =
    inner?.reply?.value === reply.value ||
    (inner?.enhanced && !inner.reply && belongTogether(reply.value, inner.enhanced.value))
  return {
    start: position,
    codes: {
      reply,
      enhanced: isOwn ? (inner?.enhanced ?? null) : null,
      separator: ' ',
      wordsStart: isOwn && inner ? inner.wordsStart : wordsStart,
    },
    opener: quote,
    kind: 'said',
  }
}

/** Whether three digits are a number by themselves: no part of a longer one, of a range, a price, a time or a telephone number. */
function standsAlone(text: string, reply: Part, isLineStart: boolean): boolean {
  const before = text.charAt(reply.start - 1)
  const after = text.charAt(reply.end)
  const isDigit = (position: number) => /\d/.test(text.charAt(position))
  if (/[$€£+@&%^]/.test(before) || /[%°€£$&@=+^]/.test(after)) return false
  if (before === '[' && after === ']') return false
  if (/[/:.,]/.test(before) && isDigit(reply.start - 2)) return false
  if (before === '-' && /\w/.test(text.charAt(reply.start - 2))) return false
  if (before === '_' && !/[:;=_]/.test(text.charAt(reply.start - 2)) && after !== '_') return false
  const wordsEnd = text.slice(reply.end, reply.end + 12)
  if (enhancedAt(text, reply.end + 1)) return true
  if (/^[.,:/]\d|^[/\\]\w/.test(wordsEnd)) return false
  if (/^[-–]\d/.test(wordsEnd)) return isLineStart && /^[-–]\d{1,4}[A-Za-z]/.test(wordsEnd)
  // "250 300" is two numbers; "250 8BITMIME" and "250 2.0.0" are not. A bare dotless "550 511" is its whole line.
  return isLineStart || !/^ \d{1,3}(?:[\s.,;)]|$)/.test(wordsEnd)
}

/** Sites of a text that is nothing but codes and what joins them ("550, 5.7.1", "250 vs 551"); empty for any other text. */
export function sitesOfBareText(text: string): Site[] {
  if (text.length > 200) return []
  const rest = text
    .replace(CANDIDATE, '')
    .replace(/\b(?:vs|versus|and|or|et|und|y|smtp|codes?|errors?)\b/gi, '')
  if (!/^[\s,;/|&#()<>[\]"'`.:?!*-]*$/.test(rest)) return []
  const sites: Site[] = []
  let from = 0
  for (const { index } of text.matchAll(CANDIDATE)) {
    if (index < from) continue
    const codes = readCodes(text, index)
    if (!codes) continue
    const isJoined =
      sites.length === 0 || /[,;/|&\n]|\b(?:vs|versus|and|or|et|und|y)\b/i.test(text.slice(from, index))
    from = codes.enhanced?.end ?? codes.reply?.end ?? index + 3
    // "550 511" is 550 with an enhanced code that lost its dots.
    if (!isJoined) continue
    sites.push({ start: index, codes: { ...codes, wordsStart: from }, opener: '', kind: 'bare' })
  }
  if (/\d[-–]\d{3}(?!\.)/.test(text)) return []
  // A column of numbers is one of codes only when each is a code in use.
  const areKnown = sites.every(
    ({ codes: { reply, enhanced } }) => enhanced || (reply && KNOWN_ALONE.has(reply.value)),
  )
  return sites.length === 1 || areKnown ? sites : []
}

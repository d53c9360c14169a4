import { addressIn } from './find-address.ts'
import { candidatesIn, siteInLine, type Site } from './find-sites.ts'
import { softwareOfLine } from './name-software.ts'
import type { Page } from './page.ts'
import { belongTogether, enhancedAt, readCodes, replyAt } from './read-codes.ts'
import { commandNamed } from './name-command.ts'
import { closeOf, cutWords, foldWords, trimWords } from './read-words.ts'
import type { Finding, Part } from './recognition.ts'
import { isHttpOnly, makesOrdinaryNumber, soundsLikeReply } from './weigh-evidence.ts'

interface Pair {
  key: string
  start: number
  /** The value without its quotes. */
  valueStart: number
  valueEnd: number
  isString: boolean
}

interface Frame {
  parent: Frame | null
  /** The key under which the object stands. */
  name: string
  pairs: Pair[]
  /** The first string of each array, under the array's key: SES names recipients in one. */
  lists: Pair[]
}

export interface JsonEvents {
  findings: Finding[]
  claims: { start: number; end: number }[]
}

const QUOTE = 34
const BACKSLASH = 92
const NEWLINE = 10

// Keys without case, hyphens and underscores, as SES, SendGrid, Mailgun, Postmark, SparkPost, Mandrill and nodemailer write them.
const CODE_KEY =
  /^(?:code|responsecode|errorcode|statuscode|smtp(?:status|reply|response|error)?code|smtpstatus|status|smtpcode|replycode|bouncecode)$/
const STATUS_KEY =
  /^(?:status|enhanced(?:status)?code|enhancedcode|dsn|dsncode|dsnstatus|statuscode|smtpenhancedcode|esc)$/
const RECIPIENT_KEY =
  /^(?:emailaddress|email|recipient|rcptto|rawrcptto|rcpt|to|finalrecipient|address|recipients|destination|rejected|toaddress|recipientemail|emailto|mailto|rcpts)$/
const COMMAND_KEY = /^command$/
const SERVER_KEY =
  /^(?:mxhost|remotemta|host|mx|server|relay|remotehost|destinationhost|mxhostname|mxserver)$/
/** Values that describe the event to people, and quote no server. */
const PROSE_KEY =
  /^(?:subject|useragent|url|timestamp|date|ip|id|messageid|feedbackid|version|from|source|title|html|text|body)$/
const PARENTS = 4
/** More replies than any object quotes; what has no object around it may quote many. */
const MOST_QUOTED = 40
const LONGEST = 20_000

/**
 * Reads the replies that stand in JSON: in the events that providers post, in dumps of errors, in log lines that are objects.
 * Nothing is parsed, so that a text cut off at either end is read as well. What an object says beside its reply (code,
 * status, recipient, command) belongs to it; of several strings that give one reply the first counts.
 */
export function readJsonEvents(page: Page, software: string | null): JsonEvents {
  const result: JsonEvents = { findings: [], claims: [] }
  if (!/"[ \t\r\n]{0,20}:/.test(page.text)) return result
  for (const frame of readFrames(page.text)) {
    for (const pair of frame.pairs)
      if (!isLogLine(page.text, pair)) result.claims.push({ start: pair.start, end: pair.valueEnd + 1 })
    result.findings.push(...findingsOf(page, frame, software))
  }
  return result
}

/** All objects of a text and, last, what stands outside of any; strings end with their line. */
function readFrames(text: string): Frame[] {
  const outside: Frame = { parent: null, name: '', pairs: [], lists: [] }
  const closed: Frame[] = []
  let frame = outside
  let key: { name: string; start: number } | null = null
  let lastString: { start: number; end: number } | null = null
  let at = 0

  const addPair = (start: number, end: number, isString: boolean) => {
    if (key) frame.pairs.push({ key: key.name, start: key.start, valueStart: start, valueEnd: end, isString })
    key = null
    lastString = null
  }

  while (at < text.length) {
    const unit = text.charCodeAt(at)
    if (unit === QUOTE) {
      const end = endOfString(text, at + 1)
      if (text.charCodeAt(end) !== QUOTE) {
        key = null
        lastString = null
        at = end
        continue
      }
      if (key) addPair(at + 1, end, true)
      else lastString = { start: at + 1, end }
      at = end + 1
      continue
    }
    if (unit === 58 && lastString) {
      key = {
        name: text
          .slice(lastString.start, Math.min(lastString.end, lastString.start + 60))
          .replace(/[-_ ]/g, '')
          .toLowerCase(),
        start: lastString.start - 1,
      }
      lastString = null
    } else if (unit === 123) {
      frame = { parent: frame, name: key?.name ?? '', pairs: [], lists: [] }
      key = null
      lastString = null
    } else if (unit === 125) {
      if (frame.parent) {
        closed.push(frame)
        frame = frame.parent
      }
      key = null
      lastString = null
    } else if (unit === 91 && key) {
      const opened: number = text.slice(at + 1, at + 40).search(/\S/)
      const first = at + 1 + opened
      if (opened !== -1 && text.charCodeAt(first) === QUOTE) {
        const end = endOfString(text, first + 1)
        frame.lists.push({
          key: key.name,
          start: key.start,
          valueStart: first + 1,
          valueEnd: end,
          isString: true,
        })
      }
      key = null
    } else if (key && unit > 47 && unit < 58) {
      let end = at
      while (end < text.length && /[\w.+-]/.test(text.charAt(end))) end += 1
      addPair(at, end, false)
      at = end
      continue
    } else if (unit > 32) {
      if (unit !== 44 && key && !/[a-z-]/.test(text.charAt(at))) key = null
      if (unit === 44) key = null
      lastString = null
    }
    at += 1
  }
  for (let open: Frame | null = frame; open; open = open.parent) closed.push(open)
  return closed.filter(({ pairs }) => pairs.length > 0)
}

/** The end mark of a string, or the end of its line when it is not closed there. */
function endOfString(text: string, from: number): number {
  let at = from
  while (at < text.length) {
    const unit = text.charCodeAt(at)
    if (unit === QUOTE || unit === NEWLINE) return at
    at += unit === BACKSLASH ? 2 : 1
  }
  return text.length
}

function findingsOf(page: Page, frame: Frame, software: string | null): Finding[] {
  const { text } = page
  const quoted: { pair: Pair; site: Site }[] = []
  for (const pair of frame.pairs) {
    if (!pair.isString || PROSE_KEY.test(pair.key) || pair.valueEnd - pair.valueStart < 5) continue
    if (STATUS_KEY.test(pair.key) && enhancedAt(text, pair.valueStart)?.end === pair.valueEnd) continue
    // A log line in a string is read as a log line.
    if (isLogLine(text, pair)) continue
    const site = siteOfValue(page, pair)
    if (site) quoted.push({ pair, site })
    if (quoted.length === MOST_QUOTED) break
  }

  const code = partUnder(frame.pairs, CODE_KEY, ({ valueStart, valueEnd }) => {
    const reply = replyAt(text, valueStart)
    return reply && reply.end === valueEnd ? reply : null
  })
  const status = partUnder(frame.pairs, STATUS_KEY, ({ valueStart, valueEnd }) => {
    const enhanced = enhancedAt(text, valueStart)
    return enhanced && enhanced.end === valueEnd ? enhanced : null
  })
  const recipient = recipientOf(text, frame)
  const command = frame.pairs.find(({ key }) => COMMAND_KEY.test(key))
  const server = frame.pairs
    .filter(({ key }) => SERVER_KEY.test(key))
    .map(({ valueStart, valueEnd }) => text.slice(valueStart, Math.min(valueEnd, valueStart + 300)))
    .join(' ')
  const common = {
    command: command
      ? commandNamed(text.slice(command.valueStart, Math.min(command.valueEnd, command.valueStart + 40)))
      : null,
    software,
    form: 'json' as const,
    recipient,
    serverText: server,
    isEcho: false,
    isServersWords: true,
    isMachinePart: false,
  }

  const findings: Finding[] = []
  for (const { pair, site } of quoted) {
    const finding = { ...common, ...readQuoted(text, pair, site) }
    if (finding.reply && !finding.enhanced && makesOrdinaryNumber(finding.reply.value, finding.words))
      continue
    const twin = findings.find((other) => isSame(other, finding))
    if (!twin) findings.push(finding)
  }
  const [first] = findings
  if (first) {
    // Mailgun's code is a number beside a message that begins with the enhanced code.
    if (!first.reply && code && (!first.enhanced || belongTogether(code.value, first.enhanced.value)))
      adopt(first, 'reply', code)
    if (!first.enhanced && status && (!first.reply || belongTogether(first.reply.value, status.value)))
      adopt(first, 'enhanced', status)
    return findings
  }
  return findingOfFields(page, frame, common, code, status)
}

function findingOfFields(
  page: Page,
  frame: Frame,
  common: Omit<Finding, 'start' | 'end' | 'reply' | 'enhanced' | 'words'>,
  code: Part | null,
  status: Part | null,
): Finding[] {
  const { text } = page
  const told = frame.pairs.find(
    ({ key, isString }) =>
      isString &&
      /^(?:message|reason|response|description|details?|error|errormessage|diagnosticcode|diag|content)$/.test(
        key,
      ),
  )
  const words = told
    ? foldWords(text, [{ start: told.valueStart, end: Math.min(told.valueEnd, told.valueStart + LONGEST) }], {
        reply: code?.value ?? null,
        enhanced: status?.value ?? null,
        separator: ' ',
      })
    : ''
  const isMailed =
    common.recipient !== null ||
    frame.pairs.some(({ key }) => /smtp|bounce|diagnostic|enhanced|dsn/.test(key))
  const around = [frame, frame.parent].flatMap((each) =>
    each ? [each.name, ...each.pairs.map(({ key }) => key)] : [],
  )
  const isSmtp = around.some((key) =>
    /smtp|bounce|diag|enhanced|dsn|mxhost|delivery|rcpt|attemptno|^response$/.test(key),
  )
  const isKnown =
    code !== null && (isSmtp || frame.parent?.pairs.length === 0) && !(isHttpOnly(code.value) && !isSmtp)
  // Shops deliver too; a status of the delivery, or attempts at it, are of mail.
  const isOfMail = around.some((key) =>
    /smtp|bounce|diag|enhanced|dsn|mxhost|rcpt|deliverystatus|attemptno/.test(key),
  )
  const isCode =
    isKnown &&
    soundsLikeReply(words, !isOfMail || isHttpOnly(code.value)) &&
    !makesOrdinaryNumber(code.value, words)
  const reply = isCode && (isMailed || page.speaksOfMail(code.start)) ? code : null
  if (!reply && !(status && isMailed)) return []
  const enhanced = status && (!reply || belongTogether(reply.value, status.value)) ? status : null
  const parts = [reply, enhanced].filter((part) => part !== null)
  return [
    {
      ...common,
      reply,
      enhanced,
      words,
      start: Math.min(...parts.map(({ start }) => start), told?.valueStart ?? Number.POSITIVE_INFINITY),
      end: Math.max(...parts.map(({ end }) => end), told?.valueEnd ?? 0),
    },
  ]
}

/** The first code of a string that is one for a reason; a string that begins with one needs no other. */
function siteOfValue(page: Page, { key, valueStart, valueEnd }: Pair): Site | null {
  const { text } = page
  const end = Math.min(valueEnd, valueStart + LONGEST)
  const line = { start: valueStart, end, isAfterBlank: true }
  for (const position of candidatesIn(text, valueStart, end)) {
    const lead = text.slice(valueStart, position)
    if (/^(?:smtp ?; ?)?[<'(#"]{0,2}$/i.test(lead)) {
      const codes = readCodes(text, position)
      const words = codes ? text.slice(codes.wordsStart, Math.min(end, codes.wordsStart + 300)) : ''
      const isReply = codes?.reply
        ? codes.enhanced ||
          (words !== '' &&
            /[ -]/.test(codes.separator) &&
            (soundsLikeReply(words, false) ||
              /^smtp/i.test(lead) ||
              /respon|reason|diag|smtp|reply/.test(key)))
        : soundsLikeReply(words, false)
      if (codes && isReply && codes.wordsStart <= end)
        return { start: position, codes, opener: openerOf(lead), kind: 'line' }
    }
    const site = siteInLine(page, line, valueStart, position)
    if (site && site.kind !== 'mentioned') return site.kind === 'behind' ? { ...site, kind: 'said' } : site
  }
  return null
}

function isLogLine(text: string, { isString, valueStart, valueEnd }: Pair): boolean {
  if (!isString || valueEnd - valueStart < 60) return false
  return softwareOfLine(text.slice(valueStart, Math.min(valueEnd, valueStart + 700)))?.form === 'log'
}

function openerOf(lead: string): string {
  const last = lead.slice(-1)
  return /[<'(]/.test(last) ? last : ''
}

function readQuoted(
  text: string,
  pair: Pair,
  site: Site,
): Pick<Finding, 'start' | 'end' | 'reply' | 'enhanced' | 'words'> {
  const { codes } = site
  const from = Math.min(codes.wordsStart, pair.valueEnd)
  const close = site.opener === '' ? -1 : closeOf(text, from, pair.valueEnd, site.opener)
  const cut = cutWords(text, from, close === -1 ? pair.valueEnd : close)
  const piece = trimWords(text, from, cut.end)
  return {
    start: site.start,
    end: Math.max(piece.end, codes.enhanced?.end ?? 0, codes.reply?.end ?? 0),
    reply: codes.reply,
    enhanced: codes.enhanced,
    words: foldWords(text, [piece], {
      reply: codes.reply?.value ?? null,
      enhanced: codes.enhanced?.value ?? null,
      separator: codes.separator,
    }),
  }
}

function adopt(finding: Finding, name: 'reply' | 'enhanced', part: Part): void {
  finding[name] = part
  finding.start = Math.min(finding.start, part.start)
  finding.end = Math.max(finding.end, part.end)
}

function isSame(first: Finding, second: Finding): boolean {
  const sameReply = first.reply?.value === second.reply?.value || !second.reply || !first.reply
  const sameEnhanced = first.enhanced?.value === second.enhanced?.value || !first.enhanced || !second.enhanced
  return sameReply && sameEnhanced
}

function partUnder(pairs: readonly Pair[], keys: RegExp, read: (pair: Pair) => Part | null): Part | null {
  for (const pair of pairs) {
    const part = keys.test(pair.key) ? read(pair) : null
    if (part) return part
  }
  return null
}

/** The recipient of an object, or of the objects around it. */
function recipientOf(text: string, frame: Frame): Part | null {
  let around: Frame | null = frame
  for (let step = 0; around && step < PARENTS; step += 1) {
    for (const { key, valueStart, valueEnd } of [...around.pairs, ...around.lists]) {
      if (!RECIPIENT_KEY.test(key)) continue
      const address = addressIn(text, valueStart, Math.min(valueEnd, valueStart + 400))
      if (address) return address
    }
    around = around.parent
  }
  return null
}

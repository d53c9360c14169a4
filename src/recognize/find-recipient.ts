import type { Command } from '#src/catalog/catalog-schema.ts'
import { addressAround, addressIn } from './find-address.ts'
import type { Session } from './follow-session.ts'
import type { Page } from './page.ts'
import { readPrefix } from './read-prefix.ts'
import type { Form, Part } from './recognition.ts'
import type { Site } from './find-sites.ts'
import type { Line } from './split-lines.ts'

/** The keys before a recipient, by what writes them: Postfix and Sendmail, Exim, OpenSMTPD and msmtp, sentences. */
const KEYS =
  /\bto=<?(?=[^<>\s,]{1,64}@)|(?:=>|->|\*\*|==|>>) (?=[^\s@]{1,64}@)|\bRCPT TO: ?<?|\brcpt=<?|\brecipients?=<?|\bRCPT <|(?:\bto|\bfor|\brecipient|\baddress|\buser|failed|\bà|\ban)[: ] ?["'<]?(?=[^\s<>"'@]{1,64}@)/gi
const SENDER = /\bsender\b|\bfrom address|domain of sender|mail from|does not resolve/i
const REACH = 1200
const LINES_BACK = 6

/**
 * The mail address that a reply is about: the key of its tuple, the address its words begin with unless they speak of the
 * sender, a recipient's field in its line, in a session the RCPT it answers, in a bounce the address above it. Null when the
 * text names none.
 */
export function findRecipient(
  page: Page,
  index: number,
  site: Site,
  known: { form: Form; command: Command | null; words: string; session: Session },
): Part | null {
  const { text, lines } = page
  const line = lines[index]
  if (!line) return null
  const key = recipientOfTuple(text, line, site)
  if (key) return key
  if (known.form === 'transcript') {
    if (known.command !== 'RCPT') return null
    return known.session.recipient() ?? leadingAddress(text, site, known)
  }
  if (known.form === 'bare' || site.kind === 'mentioned') return null
  return (
    recipientOfLine(text, line, site) ??
    leadingAddress(text, site, known) ??
    (known.form === 'dsn' || known.form === 'ndr' ? addressAbove(page, index) : null) ??
    (known.form === 'log' ? recipientOfDelivery(page, index) : null) ??
    soleAddress(page, line, site, known)
  )
}

function recipientOfTuple(text: string, line: Line, site: Site): Part | null {
  if (text.charAt(site.start - 1) !== '(') return null
  const before = text.slice(Math.max(line.start, site.start - 330), site.start - 1)
  const key = /['"]([^'"\s]{1,320})['"]: ?$/.exec(before)
  const sign = key ? before.indexOf('@', key.index) : -1
  return sign === -1 ? null : addressAround(text, site.start - 1 - before.length + sign)
}

function leadingAddress(
  text: string,
  site: Site,
  { words, command }: { words: string; command: Command | null },
): Part | null {
  if (!words.startsWith('<') || command === 'MAIL' || SENDER.test(words.slice(0, 400))) return null
  const from = site.codes.wordsStart
  const match = /^\s*<[^<>\s@]{1,64}@[^<>\s]{1,255}>/.exec(text.slice(from, from + 340))
  return match ? addressIn(text, from, from + match[0].length) : null
}

function recipientOfLine(text: string, line: Line, site: Site): Part | null {
  const from = Math.max(line.start, site.start - REACH)
  const lead = text.slice(from, Math.min(line.end, site.start + REACH))
  let first: Part | null = null
  for (const match of lead.matchAll(KEYS)) {
    const begin = from + match.index + match[0].length
    // Behind the codes stand the server's own words, where "to" means nothing in particular.
    if (begin > site.start && !/^(?:to=|rcpt=|recipients?=)/i.test(match[0])) break
    const address = addressIn(text, begin, Math.min(line.end, begin + 330))
    if (address && address.start - begin < 3) {
      if (/=/.test(match[0]) || /RCPT/i.test(match[0]) || /[>*=]{2}|->/.test(match[0])) return address
      first ??= address
    }
  }
  return first ?? recipientOfAccounting(text, line) ?? fieldBefore(text, line, site)
}

/** Exchange's message tracking: the recipient's field stands right before that of the reply. */
function fieldBefore(text: string, line: Line, site: Site): Part | null {
  const from = Math.max(line.start, site.start - 340)
  const match = /,(?=[^\s,"@]{1,64}@[^\s,"@]{1,255},"?(?:\[\{LED=)?$)/.exec(text.slice(from, site.start))
  return match ? addressIn(text, from + match.index + 1, site.start) : null
}

/** PowerMTA's accounting file: type, two times, sender, recipient. */
function recipientOfAccounting(text: string, line: Line): Part | null {
  const match =
    /^[bdrt]{1,2},(?:[^,\r\n]{0,60},){2,3}[^,\r\n@]{0,80}@?[^,\r\n@]{0,255},(?=[^,\r\n@\s]{1,64}@)/.exec(
      text.slice(line.start, Math.min(line.end, line.start + 900)),
    )
  return match
    ? addressIn(text, line.start + match[0].length, Math.min(line.end, line.start + match[0].length + 330))
    : null
}

const ADDRESS_LINE =
  /^[\s>*"'<(]{0,12}[^\s<>()"',;:]{1,64}@[^\s<>()"',;]{1,255}?["'>)]{0,3}(?: \([^()\r\n]{1,340}\)| ?<[^<>\s]{1,330}>)?:?\s*(?:$|host |delivery |Remote |rejected|mailbox|[a-z]{3,20} )/

function addressAbove(page: Page, index: number): Part | null {
  for (let back = 0; back <= LINES_BACK; back += 1) {
    const line = page.lines[index - back]
    if (!line) return null
    const { body } = readPrefix(page.text, line)
    const end = Math.min(line.end, body + 700)
    if (ADDRESS_LINE.test(page.text.slice(body, end))) return addressIn(page.text, body, end)
    const named =
      /(?:to (?:the following recipients?|these recipients[^:]{0,30}|<?)|message to <?|recipient:? <?|delivered to <?)(?=\S{1,64}@)/i.exec(
        page.text.slice(body, end),
      )
    if (named) return addressIn(page.text, body + named.index, end)
  }
  return null
}

/** What no bounce is about: whoever wrote it. */
const WRITER = /^(?:mailer-daemon|postmaster|no-?reply|mdaemon|bounces?)@/i
const SENDER_LINE =
  /^[^\w\r\n]{0,8}(?:From|Sender|Reply-To|Return-Path|Von|De|Da|Van|Absender|Exp[ée]diteur|Remitente|Mittente)\s?:/i
const OPENING = 16_384
const openings = new WeakMap<Page, Part[]>()

/** In a bounce of any language: the address above the reply, when there is no other one. */
function soleAddress(
  page: Page,
  line: Line,
  site: Site,
  { form, command, words }: { form: Form; command: Command | null; words: string },
): Part | null {
  if (form === 'exception' || form === 'json' || command === 'MAIL' || SENDER.test(words.slice(0, 400)))
    return null
  const prefix = readPrefix(page.text, line)
  if (prefix.isStamped || line.start > OPENING) return null
  const known = openings.get(page) ?? firstAddresses(page)
  openings.set(page, known)
  const [address, other] = known
  if (!address || (other && other.start < line.start)) return null
  const isAbove =
    address.end <= line.start ||
    /^<?$/.test(page.text.slice(prefix.body, Math.max(prefix.body, address.start)))
  return isAbove && address.end <= site.start ? address : null
}

/** The first two different addresses of a text that may be recipients. */
function firstAddresses({ text, lines }: Page): Part[] {
  const found: Part[] = []
  for (const line of lines) {
    if (line.start > OPENING || found.length > 1) break
    if (SENDER_LINE.test(text.slice(line.start, Math.min(line.end, line.start + 40)))) continue
    const end = Math.min(line.end, line.start + OPENING)
    let from = line.start
    while (from < end && found.length < 2) {
      const address = addressIn(text, from, end)
      if (!address) break
      from = address.end
      const isNew = found[0]?.value.toLowerCase() !== address.value.toLowerCase()
      if (isNew && !WRITER.test(address.value)) found.push(address)
    }
  }
  return found
}

const DELIVERY = /\bdelivery (\d{1,12}): /
const REMOTE = /\bstarting delivery (\d{1,12}): msg \d{1,12} to (?:remote|local) /
const DELIVERY_LINES_BACK = 40

/** qmail names the recipient where a delivery starts, and only its number where it ends. */
function recipientOfDelivery(page: Page, index: number): Part | null {
  const { text, lines } = page
  const line = lines[index]
  if (!line) return null
  const delivery = DELIVERY.exec(text.slice(line.start, Math.min(line.end, line.start + 200)))?.[1]
  if (delivery === undefined) return null
  for (let back = 1; back <= DELIVERY_LINES_BACK; back += 1) {
    const above = lines[index - back]
    if (!above) return null
    const started = REMOTE.exec(text.slice(above.start, Math.min(above.end, above.start + 200)))
    if (started?.[1] === delivery)
      return addressIn(text, above.start + started.index + started[0].length, above.end)
  }
  return null
}

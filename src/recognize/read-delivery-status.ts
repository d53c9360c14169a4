import { addressIn } from './find-address.ts'
import { candidatesIn, quotedReply, siteInLine } from './find-sites.ts'
import type { Page } from './page.ts'
import { belongTogether, enhancedAt, readCodes, type Codes } from './read-codes.ts'
import { readPrefix } from './read-prefix.ts'
import { closeOf, cutWords, foldWords, trimWords, type Piece } from './read-words.ts'
import type { Finding, Part } from './recognition.ts'
import type { Line } from './split-lines.ts'

const FIELD =
  /^(Final-Recipient|Original-Recipient|Action|Status|Remote-MTA|Diagnostic-Code|Last-Attempt-Date|Final-Log-ID|Will-Retry-Until|Reporting-MTA|Original-Envelope-Id|DSN-Gateway|Received-From-MTA|Arrival-Date|X-[A-Za-z0-9-]{1,40})[ \t]{0,4}:/i
const PER_MESSAGE = /^(?:reporting-mta|original-envelope-id|dsn-gateway|received-from-mta|arrival-date)$/
/** "smtp; 550 …": RFC 3464 §2.3.6 has the type of the diagnosis before a semicolon. */
const DIAGNOSTIC_TYPE = /[ \t]{0,8}(?:[\w-]{1,30}[ \t]{0,4};)?[ \t]{0,8}/y
const MOST_LINES = 60
const LONGEST_DIAGNOSIS = 4000

interface Block {
  first: Line
  last: Line
  names: Set<string>
  recipient: Part | null
  status: Part | null
  diagnosis: Line[]
  diagnosisStart: number
  server: string
}

export interface DeliveryStatus {
  findings: Finding[]
  /** The stretches of the text that are fields of notifications, and need not be read again. */
  claims: { start: number; end: number }[]
}

/**
 * Reads the machine part of delivery status notifications (RFC 3464 §2.3), one finding per recipient that has a status or a
 * diagnosis. The reply is the diagnosis's; the status fills an enhanced code that is missing there. Fields may be quoted,
 * folded, or have lost the blanks of their folding.
 */
export function readDeliveryStatus(page: Page, software: string | null): DeliveryStatus {
  const { text, lines } = page
  const result: DeliveryStatus = { findings: [], claims: [] }
  if (!/^[> \t|]{0,40}(?:Diagnostic-Code|Final-Recipient|Status)[ \t]{0,4}:/im.test(text)) return result
  let block: Block | null = null
  let isDiagnosis = false

  const close = () => {
    if (block) finishBlock(page, block, software, result)
    block = null
    isDiagnosis = false
  }

  for (const line of lines) {
    const { body } = readPrefix(text, line)
    const match = FIELD.exec(text.slice(body, Math.min(line.end, body + 80)))
    const name = match?.[1]?.toLowerCase()
    if (line.isAfterBlank) close()
    if (match && name !== undefined) {
      if (PER_MESSAGE.test(name)) {
        close()
        continue
      }
      const isNext =
        block !== null &&
        ((name === 'final-recipient' && block.names.has(name)) ||
          (name === 'original-recipient' && block.names.has('status')) ||
          (name === 'final-recipient' && block.names.has('status') && !block.names.has('original-recipient')))
      if (isNext) close()
      block ??= startBlock(line)
      block.names.add(name)
      block.last = line
      isDiagnosis = name === 'diagnostic-code' && block.diagnosis.length === 0
      readField(text, line, body + match[0].length, name, block, isDiagnosis)
      continue
    }
    if (block === null) continue
    if (isDiagnosis && block.diagnosis.length < MOST_LINES) block.diagnosis.push({ ...line, start: body })
    else if (!/^[ \t]/.test(text.slice(line.start, line.end).replace(/^[>|]+ ?/, ''))) {
      close()
      continue
    }
    block.last = line
  }
  close()
  return result
}

function startBlock(line: Line): Block {
  return {
    first: line,
    last: line,
    names: new Set(),
    recipient: null,
    status: null,
    diagnosis: [],
    diagnosisStart: line.start,
    server: '',
  }
}

function readField(
  text: string,
  line: Line,
  value: number,
  name: string,
  block: Block,
  isDiagnosis: boolean,
): void {
  switch (name) {
    case 'final-recipient':
      block.recipient = addressIn(text, value, Math.min(line.end, value + 700)) ?? block.recipient
      break
    case 'original-recipient':
      block.recipient ??= addressIn(text, value, Math.min(line.end, value + 700))
      break
    case 'status': {
      const blank = /^[ \t]*/.exec(text.slice(value, value + 20))?.[0].length ?? 0
      block.status = enhancedAt(text, value + blank) ?? block.status
      break
    }
    case 'remote-mta':
      block.server = text.slice(value, Math.min(line.end, value + 300))
      break
    default:
      if (!isDiagnosis) break
      DIAGNOSTIC_TYPE.lastIndex = value
      DIAGNOSTIC_TYPE.exec(text)
      block.diagnosisStart = Math.min(Math.max(DIAGNOSTIC_TYPE.lastIndex, value), line.end)
      block.diagnosis.push({ ...line, start: block.diagnosisStart })
  }
}

function finishBlock(page: Page, block: Block, software: string | null, result: DeliveryStatus): void {
  const { text } = page
  if (!block.status && block.diagnosis.length === 0) return
  // "Status:" is a field of many things; alone it says something only in a text about mail.
  if (block.names.size === 1 && block.names.has('status') && !page.speaksOfMail(block.first.start)) return
  const [diagnosis] = block.diagnosis
  const { codes, opener } = diagnosis ? diagnosedCodes(page, diagnosis) : { codes: null, opener: '' }
  const reply = codes?.reply ?? null
  const own = codes?.enhanced ?? null
  const isFilled =
    own === null && block.status !== null && (!reply || belongTogether(reply.value, block.status.value))
  const enhanced = isFilled ? block.status : own
  if (!reply && !enhanced) return

  const pieces = diagnosis ? piecesOf(text, block.diagnosis, codes, opener, diagnosis.start) : []
  const last = pieces.at(-1)
  const starts = [reply?.start, enhanced?.start, pieces[0]?.start].filter((start) => start !== undefined)
  const ends = [reply?.end, enhanced?.end, last?.end].filter((end) => end !== undefined)
  const words = foldWords(text, pieces, {
    reply: reply?.value ?? null,
    enhanced: own?.value ?? null,
    separator: codes?.separator ?? ' ',
  })
  result.findings.push({
    start: Math.min(...starts),
    end: Math.max(...ends),
    reply,
    enhanced,
    command: null,
    software,
    form: 'dsn',
    recipient: block.recipient,
    words,
    serverText: block.server,
    isEcho: false,
    isServersWords: true,
    isMachinePart: true,
  })
  result.claims.push({ start: block.first.start, end: block.last.end })
}

/** The codes of a diagnosis: at its beginning, or behind what the server is said to have said. */
function diagnosedCodes(page: Page, line: Line): { codes: Codes | null; opener: string } {
  const { text } = page
  const skipped = /^[<"'(#[]{0,2}/.exec(text.slice(line.start, line.start + 2))?.[0] ?? ''
  const codes = readCodes(text, line.start + skipped.length, true)
  const quoted = codes && quotedReply(text, codes, line.end)
  if (quoted) return { codes: quoted.codes, opener: quoted.opener }
  if (codes) return { codes, opener: skipped.slice(-1) }
  for (const position of candidatesIn(text, line.start, Math.min(line.end, line.start + LONGEST_DIAGNOSIS))) {
    const site = siteInLine(page, line, line.start, position)
    if (site && site.kind !== 'mentioned') return { codes: site.codes, opener: site.opener }
  }
  return { codes: null, opener: '' }
}

function piecesOf(
  text: string,
  lines: readonly Line[],
  codes: Codes | null,
  opener: string,
  start: number,
): Piece[] {
  const pieces: Piece[] = []
  for (const [index, line] of lines.entries()) {
    const isFirst = index === 0
    const below = isFirst ? null : readCodes(text, line.start)
    const isSame = below?.reply && below.reply.value === codes?.reply?.value
    const from = isFirst ? (codes?.wordsStart ?? start) : isSame ? below.wordsStart : line.start
    if (from > line.end) continue
    const close = opener === '' ? -1 : closeOf(text, from, line.end, opener)
    const cut = cutWords(text, from, close === -1 ? line.end : close)
    pieces.push(trimWords(text, from, cut.end))
    if (close !== -1 || (cut.isCut && !isSame)) break
  }
  return pieces
}

import { candidateFrom, siteAtLineStart, siteInLine, type Site } from './find-sites.ts'
import { findRecipient } from './find-recipient.ts'
import { followSession } from './follow-session.ts'
import { gatherLines } from './gather-lines.ts'
import { commandOfException, spokenCommand } from './name-command.ts'
import type { Page } from './page.ts'
import { belongTogether } from './read-codes.ts'
import { readPrefix, skipOpeners, type Prefix } from './read-prefix.ts'
import { readSurroundings } from './read-surroundings.ts'
import { foldWords, trimWords, type Piece } from './read-words.ts'
import type { Finding, Part } from './recognition.ts'
import type { Line } from './split-lines.ts'
import { makesOrdinaryNumber } from './weigh-evidence.ts'
import { endOfField, trailingEnhanced, withoutSlash, withRepeatedCode, wordsBefore } from './words-of-site.ts'

/** How much of a very long line is looked at around a reply for what else it says. */
const AROUND = 2000
/** Words that announce a reply the text has already given, or is about to give in full. */
const ECHO =
  /(?:\bresponse(?:Code)?["']?: ?["']?|nested exception is:?[^\r\n]{0,80}|Caused by: [^\r\n]{0,200}|with message "?|recipients failed: [^\r\n]{0,200}|Failed message \d{1,3}: [^\r\n]{0,120}|, Server Error: |\breason: |smtpmsg=["']?|SMTP ERROR: [^\r\n]{0,60} command failed: |\b(?:EHLO|HELO|MAIL|RCPT|DATA) failed: |\(last error: )$/

/**
 * The replies that stand in the lines of a text, outside the claimed stretches. In their order; one per line of a log,
 * several per line only where quotes or brackets keep them apart or a sentence names them.
 */
export function findInLines(page: Page, claimEnd: (position: number) => number): Finding[] {
  const { text, lines } = page
  const found: Finding[] = []
  const session = followSession(page)
  const surroundings = readSurroundings(page)

  /** A log line that a mail program broke behind its `dsn=`, before the reply. */
  let brokenLog: { finding: Finding; line: number } | null = null

  let index = -1
  let position = candidateFrom(text, 0)
  while (position !== -1) {
    while ((lines[index + 1]?.start ?? Number.POSITIVE_INFINITY) <= position) index += 1
    const line = lines[index]
    if (!line) break
    const claimed = claimEnd(position)
    if (claimed > position) {
      position = candidateFrom(text, claimed)
      continue
    }
    const read = readLine(index, line, position)
    index = read.lastLine
    position = candidateFrom(text, Math.max(read.end, lines[index]?.end ?? 0))
  }
  return found

  function readLine(at: number, line: Line, first: number): { lastLine: number; end: number } {
    const prefix = readPrefix(text, line)
    const start = skipOpeners(text, prefix.body, line.end)
    let pending: Part | null = null
    let from = line.start
    let candidate = first
    let answered: Site | null = null
    while (candidate !== -1 && candidate < line.end) {
      const claimed = claimEnd(candidate)
      if (claimed > candidate) {
        candidate = candidateFrom(text, claimed)
        continue
      }
      if (candidate < prefix.body) {
        candidate = candidateFrom(text, candidate + 1)
        continue
      }
      const isStart = candidate === prefix.body || candidate === start
      const site =
        (isStart ? siteAtLineStart(page, at, prefix, candidate) : null) ??
        (isStart && line.end - candidate < 5 ? null : siteInLine(page, line, from, candidate))
      if (site === null) {
        candidate = candidateFrom(text, candidate + 3)
        continue
      }
      if (site.kind === 'key') {
        pending ??= site.codes.enhanced
        candidate = candidateFrom(text, site.codes.enhanced?.end ?? candidate + 3)
        continue
      }
      const isTurn = isStart && (prefix.isMarked || page.isInSession(site.start))
      const { finding, last, end } = buildFinding(at, line, prefix, site, pending, isTurn)
      if (isOrdinary(finding)) {
        // Lines once gathered are not gathered again, else many of them would take long.
        if (last > at) return { lastLine: last, end }
        candidate = candidateFrom(text, candidate + 3)
        continue
      }
      if (answered === null && !prefix.isStamped && !line.isAfterBlank) takeBrokenLog(finding, at)
      addFinding(finding, answered !== null)
      answered = site
      pending = null
      from = end
      if (last > at) return { lastLine: last, end }
      if (finding.form === 'log' && finding.words !== '' && finding.reply !== null) break
      candidate = candidateFrom(text, Math.max(end, candidate + 3))
    }
    if (answered === null && pending !== null) {
      const finding = buildKeyFinding(at, line, prefix, pending)
      found.push(finding)
      if (/,\s*$/.test(text.slice(Math.max(line.start, line.end - 4), line.end)))
        brokenLog = { finding, line: at }
    }
    return { lastLine: at, end: line.end }
  }

  /** The rest of a broken log line holds the reply itself. */
  function takeBrokenLog(finding: Finding, at: number): void {
    const before = found.at(-1)
    if (!before || before !== brokenLog?.finding || at - brokenLog.line > 1) return
    const { reply, enhanced, form } = finding
    if (!reply || !before.enhanced || form === 'transcript') return
    if (!belongTogether(reply.value, before.enhanced.value)) return
    found.pop()
    if (enhanced === null) {
      finding.enhanced = before.enhanced
      finding.start = before.start
    }
    finding.recipient ??= before.recipient
    finding.software ??= before.software
  }

  /** Of two neighbours that are one reply, first its code and then the whole, the whole stays. */
  function addFinding(finding: Finding, isSecondOfLine: boolean): void {
    const before = found.at(-1)
    if (
      before &&
      isSecondOfLine &&
      before.reply?.value === finding.reply?.value &&
      before.words === '' &&
      before.enhanced === null &&
      finding.words !== ''
    )
      found.pop()
    found.push(finding)
  }

  function buildFinding(
    at: number,
    line: Line,
    prefix: Prefix,
    given: Site,
    pending: Part | null,
    isTurn: boolean,
  ): { finding: Finding; last: number; end: number } {
    const site = withRepeatedCode(text, given)
    const { codes } = site
    const limit =
      text.slice(site.start - 1, site.start).endsWith('_') || codes.separator === '_'
        ? withoutSlash(text, line)
        : line.end
    const near = text.slice(
      Math.max(line.start, site.start - AROUND),
      Math.min(line.end, site.start + AROUND),
    )
    const lead = text.slice(Math.max(surroundings.leadStart(at), site.start - AROUND), site.start)

    const { form, software } = surroundings.describe(line, prefix, site, isTurn, near)
    const gathered =
      site.kind === 'bare' || site.kind === 'mentioned' || site.kind === 'behind'
        ? null
        : gatherLines(page, at, site, limit)
    let words = gathered ? wordsOf(site, gathered.pieces) : ''
    let { start } = site
    let end = gathered ? gathered.end : (codes.enhanced?.end ?? codes.reply?.end ?? site.start)
    let { enhanced } = codes
    if (site.kind === 'behind') {
      const before = wordsBefore(text, line, prefix, site.start)
      words = foldWords(text, [before], {
        reply: null,
        enhanced: null,
        separator: lead.includes('_(') ? '_' : ' ',
      })
      if (words !== '') start = before.start
    }
    if (codes.reply && enhanced === null) {
      const trailing = gathered && trailingEnhanced(text, gathered.pieces)
      if (trailing && belongTogether(codes.reply.value, trailing.value)) {
        enhanced = trailing
        words = words
          .replace(`#${trailing.value}`, '')
          .replace(/\(\s*\)/, '')
          .replace(/\s+/g, ' ')
          .trim()
      } else if (pending && belongTogether(codes.reply.value, pending.value)) {
        enhanced = pending
        start = Math.min(start, pending.start)
      }
    }
    end = Math.max(end, codes.reply?.end ?? 0, enhanced?.end ?? 0)

    const command = isTurn
      ? session.answer(at, site.codes, words)
      : (spokenCommand(
          site.kind === 'mentioned' ? '' : lead,
          text.slice(end, Math.min(text.length, end + 200)),
        ) ?? (form === 'exception' ? commandOfException(near, software) : null))
    const isOurs = /\breject: |\bNOQUEUE\b/.test(lead)
    const finding: Finding = {
      start,
      end,
      reply: codes.reply,
      enhanced,
      command,
      software,
      form,
      recipient: findRecipient(page, at, site, { form, command, words, session }),
      words,
      serverText: isOurs ? '' : isTurn ? session.server() : surroundings.serverText(at, lead, form),
      isEcho: ECHO.test(text.slice(Math.max(0, start - 240), start)),
      isServersWords: !isOurs,
      isMachinePart: false,
    }
    return { finding, last: gathered?.lastLine ?? at, end }
  }

  function wordsOf(site: Site, pieces: readonly Piece[]): string {
    return foldWords(text, pieces, {
      reply: site.codes.reply?.value ?? null,
      enhanced: site.codes.enhanced?.value ?? null,
      separator: site.codes.separator,
    })
  }

  /** A log line whose only code is in a field: "dsn=4.4.1, status=deferred (connect to …: Connection timed out)". */
  function buildKeyFinding(at: number, line: Line, prefix: Prefix, enhanced: Part): Finding {
    const near = text.slice(
      Math.max(line.start, enhanced.start - AROUND),
      Math.min(line.end, enhanced.start + AROUND),
    )
    const site: Site = {
      start: enhanced.start,
      codes: { reply: null, enhanced, separator: ' ', wordsStart: enhanced.end },
      opener: '',
      kind: 'key',
    }
    const { form, software } = surroundings.describe(line, prefix, site, false, near)
    const after = text.slice(enhanced.end, Math.min(line.end, enhanced.end + AROUND))
    const opened = /\bstatus=\w{1,20} \(|\bstat=|^ \(|^,? ?["']?smtp;/.exec(after)
    const from = opened ? enhanced.end + opened.index + opened[0].length : enhanced.end
    const piece = opened
      ? trimWords(text, from, endOfField(text, from, line.end, opened[0]))
      : { start: from, end: from }
    return {
      start: enhanced.start,
      end: Math.max(piece.end, enhanced.end),
      reply: null,
      enhanced,
      command: spokenCommand(near, ''),
      software,
      form,
      recipient: findRecipient(page, at, site, { form, command: null, words: '', session }),
      words: opened
        ? foldWords(text, [piece], { reply: null, enhanced: enhanced.value, separator: ' ' })
        : '',
      serverText: surroundings.serverText(at, near, form),
      isEcho: false,
      isServersWords: false,
      isMachinePart: false,
    }
  }
}

/** A lone number that its words make an ordinary one is no reply, wherever it stands. */
function isOrdinary({ reply, enhanced, words }: Finding): boolean {
  return reply !== null && enhanced === null && makesOrdinaryNumber(reply.value, words)
}

import type { Line } from './split-lines.ts'

export interface Prefix {
  /** Where the line's own content begins. */
  body: number
  isStamped: boolean
  /** Whether the line is marked as one side of a session (`<<<`, `S:`, `SERVER -> CLIENT:` …). */
  isMarked: boolean
}

const STAMP = [
  String.raw`(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) )?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?: ?(?:Z|UTC|GMT|[+-]\d\d:?\d\d))?`,
  String.raw`\d{1,2}:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?: ?[AP]M\b)?`,
  String.raw`(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? )?[A-Z][a-z]{2} {1,2}\d{1,2}(?: \d{4})? \d\d:\d\d:\d\d(?:[.,]\d{1,9})?`,
  // TAI64N labels of multilog, and seconds since 1970 as splogger writes them.
  '@[0-9a-f]{24}',
  String.raw`\d{9,10}\.\d{3,6}`,
].join('|')

/*
 * What may stand before a line's content, each alternative with a beginning of its own, so that nothing is read twice.
 * Exchange's protocol log is comma-separated (date, connector, session, number, two endpoints, direction); hMailServer's is
 * tab-separated in quotes.
 */
const PREFIX = new RegExp(
  `(?:${[
    String.raw`[ \t\u00a0]+`,
    // Marks of sessions (swaks, curl, msmtp, sendmail) and of quoting. "<550 …>" is no mark, it is a bracket.
    String.raw`[<>|]{1,6}(?=[ \t\u00a0]|$)`,
    String.raw`>{1,6}(?=\d)`,
    String.raw`(?:<[-=~*]{1,2}|[-=~]{1,2}>|<~\*|[←→])(?=[ \t])`,
    String.raw`(?:[SCR]|[Ss]erver|[Cc]lient|SERVER -> CLIENT|CLIENT -> SERVER|[Rr]emote|[Ll]ocal|RECV|SENT|RECEIVED|[RT]X|In|Out|[Rr]ecv|[Ss]end|[Rr]eply|send)[ \t]?:(?=[ \t]|\d|b?['"])(?: ?b?['"])?`,
    // curl's progress meter ends where the first line of the session begins.
    String.raw`\d{1,3} {1,6}\d[\d.kMG :-]{30,90}:[\d-]{2} {1,8}[\d.kMG]{1,8}(?=[<>] )`,
    // OpenSMTPD's debugging output, PowerMTA's log of sessions.
    String.raw`[a-z][a-z-]{1,20}: 0x[0-9a-f]{4,16}: (?=<<<|>>>)`,
    String.raw`[\w.-]{1,80}\/[\w.-]{1,80} \([\d.:a-f]{3,45}->[\d.:a-f]{3,52}\) (?=<<<|>>>)`,
    String.raw`SMTP ?(?:<<|>>|<|>)(?=[ \t])`,
    String.raw`Net::[\w:]{1,40}(?:=GLOB)?\(0x[0-9a-f]{1,16}\)`,
    String.raw`(?:${STAMP})(?:[ \t]?[:,;|-](?=[ \t]))?(?=[ \t\]:,;|-]|$)`,
    String.raw`\[(?![2-5][0-5]\d[ -])(?!IPv6|\d{1,3}\.)[^\]\r\n]{1,80}\]:?(?=[ \t])`,
    String.raw`(?:DEBUG|INFO|WARN(?:ING)?|ERROR|TRACE|NOTICE|FATAL)(?=[ \t]|[:|][ \t])[:|]?`,
    String.raw`(?:\d{1,2}[.)]|[*•·–-])(?=[ \t])`,
    String.raw`(?:"[^"\r\n]{0,40}"\t|\d{1,10}\t){2,8}"?`,
    String.raw`\d{4}-\d\d-\d\dT[\d:.]{5,16}Z,[^,\r\n]{0,80},[^,\r\n]{0,40},\d{1,6},[^,\r\n]{0,60},[^,\r\n]{0,60},[<>],"?`,
  ]
    .reverse()
    .join('|')}){0,9}`,
  'y',
)
const SESSION_MARK =
  /<[<~=*-]|<(?=[ \t]*$)|,[<>],|[←]|(?:^|[ \t\]"])(?:[SR]|[Ss]erver|SERVER -> CLIENT|[Rr]emote|RECV|SENT|RECEIVED|RX|Out|[Rr]ecv|[Rr]eply)[ \t]?:|SMTP ?</
const STAMPED = /\d:\d\d|@[0-9a-f]{24}|\d{9}\./
const OPENERS = new Set(`"'\`“‘«(<[{#`)

/** Reads what stands before a line's content: quote marks, session marks, times, levels, bullets. Total. */
export function readPrefix(text: string, line: Line): Prefix {
  PREFIX.lastIndex = line.start
  PREFIX.exec(text)
  const body = Math.min(Math.max(PREFIX.lastIndex, line.start), line.end)
  const prefix = body - line.start < 2 ? '' : text.slice(line.start, body)
  return {
    body,
    isStamped: prefix !== '' && STAMPED.test(prefix),
    isMarked: prefix !== '' && SESSION_MARK.test(prefix),
  }
}

/** Steps over quotes and brackets that open at a position, four at most. */
export function skipOpeners(text: string, position: number, limit: number): number {
  let at = position
  while (at < limit && at < position + 4 && OPENERS.has(text.charAt(at))) at += 1
  return at
}

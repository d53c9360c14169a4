import type { Command } from '#src/catalog/catalog-schema.ts'
import type { Part } from './recognition.ts'
import { addressIn } from './find-address.ts'
import { readPrefix, skipOpeners } from './read-prefix.ts'
import type { Line } from './split-lines.ts'

export interface SessionCommand {
  line: number
  start: number
  /** Null for a command that SMTP does not have, as LMTP's LHLO; replies to it are replies to nothing we name. */
  command: Command | null
  recipient: Part | null
}

const SHAPE =
  /^(?:(ehlo|helo|lhlo)[ \t]+\S{1,255}|(mail)[ \t]+from:.{0,600}|(rcpt)[ \t]+to:.{0,600}|(data|quit|rset|noop|starttls|help)|(auth)[ \t]+(?:plain|login|cram-md5|digest-md5|x?oauth\w{0,8}|ntlm|gssapi|external|scram-\S{1,20})\b.{0,600}|(bdat|burl|vrfy|expn|etrn|atrn|help)[ \t]+\S.{0,600})(?:\\r|\\n|['",*]|[ \t]){0,8}$/i
const LONGEST = 700

const NAMES: Record<string, Command | null> = {
  ehlo: 'EHLO',
  helo: 'HELO',
  lhlo: null,
  mail: 'MAIL',
  rcpt: 'RCPT',
  data: 'DATA',
  quit: 'QUIT',
  rset: 'RSET',
  noop: 'NOOP',
  starttls: 'STARTTLS',
  help: 'HELP',
  auth: 'AUTH',
  bdat: 'BDAT',
  burl: 'BURL',
  vrfy: 'VRFY',
  expn: 'EXPN',
  etrn: 'ETRN',
  atrn: 'ATRN',
}

/** The command a line consists of, behind whatever marks it; null when it is no command line (RFC 5321 §4.1.1). */
export function readCommand(text: string, line: Line, index: number): SessionCommand | null {
  const start = skipOpeners(text, readPrefix(text, line).body, line.end)
  if (line.end - start > LONGEST) return null
  const match = SHAPE.exec(text.slice(start, line.end))
  if (!match) return null
  const word = match.slice(1).find((group) => group !== undefined)
  if (word === undefined) return null
  return {
    line: index,
    start,
    command: NAMES[word.toLowerCase()] ?? null,
    recipient: match[3] === undefined ? null : addressIn(text, start, line.end),
  }
}

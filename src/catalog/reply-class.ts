import type { CodeRecord } from './catalog-schema.ts'

export type ReplyClass = '2' | '3' | '4' | '5' | 'none'
export type Outcome = 'success' | 'intermediate' | 'transient' | 'permanent' | 'not-smtp'
export type Category = '0' | '1' | '2' | '3' | '4' | '5' | 'none'

const OUTCOMES = {
  '2': 'success',
  '3': 'intermediate',
  '4': 'transient',
  '5': 'permanent',
  none: 'not-smtp',
} as const satisfies Record<ReplyClass, Outcome>

/**
 * The class of a three-digit code: its first digit, or 'none' where SMTP has no such class (1yz belongs to
 * FTP). RFC 5321 §4.2.1.
 */
export function replyClass(code: string): ReplyClass {
  const digit = code.charAt(0)
  return digit === '2' || digit === '3' || digit === '4' || digit === '5' ? digit : 'none'
}

/**
 * What became of the command, by the first digit alone, as RFC 5321 §4.3.2 wants clients to decide.
 * 'not-smtp' for numbers that no SMTP reply may start with.
 */
export function outcome(code: string): Outcome {
  return OUTCOMES[replyClass(code)]
}

/**
 * The second digit as RFC 5321 §4.2.1 groups replies; 'none' for 6 to 9, which its grammar does not allow,
 * and for numbers outside SMTP's classes.
 */
export function category(code: string): Category {
  const digit = code.charAt(1)
  if (replyClass(code) === 'none') return 'none'
  return digit >= '0' && digit <= '5' ? (digit as Category) : 'none'
}

/** Whether a text is a reply code by the grammar of RFC 5321 §4.2: `Reply-code = %x32-35 %x30-35 %x30-39`. */
export function fitsGrammar(text: string): boolean {
  return /^[2-5][0-5][0-9]$/.test(text)
}

export type MessageHolder = 'client' | 'server-after-final-dot' | 'queueing-server'

const QUEUE_COMMANDS = new Set(['ETRN', 'ATRN'])
const DATA_ENDS = new Set(['DATA_END', 'BDAT', 'BURL'])

/**
 * Who answers for the message once this reply is out. The server takes it over only by a 2yz after the final dot
 * (or the last BDAT or BURL); after 4yz and 5yz the client still has it (RFC 5321 §4.2.5, §6.1). ETRN and ATRN ask
 * for mail that another server already holds (RFC 1985, RFC 2645). Null where no document tells.
 */
export function messageHolder(record: CodeRecord): MessageHolder | null {
  if (record.neverOnWire) return null
  const commands = record.commands.map((entry) => entry.command)
  if (commands.length > 0 && commands.every((command) => QUEUE_COMMANDS.has(command)))
    return 'queueing-server'
  switch (outcome(record.code)) {
    case 'success':
      if (commands.some((command) => DATA_ENDS.has(command))) return 'server-after-final-dot'
      return commands.length > 0 ? 'client' : null
    case 'intermediate':
      return commands.length > 0 && record.standing !== 'nonstandard' ? 'client' : null
    case 'transient':
    case 'permanent':
      return 'client'
    case 'not-smtp':
      return null
  }
}

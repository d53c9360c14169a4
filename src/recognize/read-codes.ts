import type { Part } from './recognition.ts'

export interface Codes {
  reply: Part | null
  enhanced: Part | null
  /** What stands right behind the reply code: `-` announces another line (RFC 5321 §4.2.1). */
  separator: string
  /** Where the words may begin. */
  wordsStart: number
}

const REPLY = /[2-5][0-5]\d(?![\dA-Za-z])/y
// "report_5.1.1.pdf" is a file.
const ENHANCED =
  /[245]\.\d{1,3}\.\d{1,3}(?!\.?\d|[A-Za-z]|(?<=[_-][245]\.\d{1,3}\.\d{1,3})\.[a-z][a-z\d]{1,3}(?![\w-]))/y
// Barracuda names its product between the two codes; PHPMailer what the second is.
const GAP =
  /\)?[ \t_\u00a0]{0,8}(?:[-:,/;]|cuda_nsu|Additional SMTP info:|, Msg:")?[ \t_\u00a0]{0,8}([#(<[]{0,2})(?=[245]\.\d)/y
const WRAPPED_GAP = /[ \t]{0,8}\r?\n[ \t>|]{0,20}()(?=[245]\.\d)/y
const BEFORE_WORDS = /[ \t_\u00a0]*(?:[-–—:|][ \t_\u00a0]*)?/y
const CLOSERS = /[)>\]]{0,2}/y

/** Part of the text from `start`, exactly as it is written there. */
export function partAt(text: string, start: number, end: number): Part {
  return { value: text.slice(start, end), start, end }
}

/** The enhanced code that begins at a position (RFC 3463 §2), or null. */
export function enhancedAt(text: string, position: number): Part | null {
  ENHANCED.lastIndex = position
  return ENHANCED.test(text) ? partAt(text, position, ENHANCED.lastIndex) : null
}

/** The reply code that begins at a position (RFC 5321 §4.2), or null. */
export function replyAt(text: string, position: number): Part | null {
  REPLY.lastIndex = position
  return REPLY.test(text) ? partAt(text, position, position + 3) : null
}

/**
 * The codes that begin at a position: a reply code, an enhanced code, or both as they are written together ("550 5.1.1",
 * "550-5.7.26", "550 #5.1.0", "535: 5.7.8", "(550): 5.1.1"). Null when there is neither. RFC 2034 §4 wants one class for both;
 * Exchange writes "550 4.4.7", so failures of either class belong together, and nothing else does.
 * With `mayWrap` the enhanced code may stand at the beginning of the next line.
 */
export function readCodes(text: string, position: number, mayWrap = false): Codes | null {
  const reply = replyAt(text, position)
  if (reply === null) {
    const enhanced = enhancedAt(text, position)
    return (
      enhanced && { reply: null, enhanced, separator: ' ', wordsStart: skipBeforeWords(text, enhanced.end) }
    )
  }
  const separator = text.charAt(reply.end)
  for (const gap of mayWrap ? [GAP, WRAPPED_GAP] : [GAP]) {
    gap.lastIndex = reply.end
    const opened = gap.exec(text)
    const enhanced = opened && enhancedAt(text, gap.lastIndex)
    if (!enhanced || !belongTogether(reply.value, enhanced.value)) continue
    CLOSERS.lastIndex = enhanced.end
    if (opened[1] !== '' && opened[1] !== '#') CLOSERS.exec(text)
    return {
      reply,
      enhanced,
      separator,
      wordsStart: skipBeforeWords(text, Math.max(CLOSERS.lastIndex, enhanced.end)),
    }
  }
  return { reply, enhanced: null, separator, wordsStart: skipBeforeWords(text, reply.end) }
}

/** Whether a reply code and an enhanced code may be of one reply: of one class, or failures both. */
export function belongTogether(reply: string, enhanced: string): boolean {
  const first = reply.charAt(0)
  const second = enhanced.charAt(0)
  if (first === second) return true
  return first > '3' ? second > '3' : second === '2'
}

function skipBeforeWords(text: string, position: number): number {
  BEFORE_WORDS.lastIndex = position
  BEFORE_WORDS.exec(text)
  return Math.max(BEFORE_WORDS.lastIndex, position)
}

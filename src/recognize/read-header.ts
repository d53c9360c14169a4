export interface HeaderBlock {
  start: number
  /** Behind its last field, before the empty line. */
  end: number
}

export type DecodeWords = (text: string) => string

const OPENER = /(?:[ \t]{0,99}\r?\n){0,99}(?:>?From [^\n]*\n)?/y
const FIELD_NAME = /([!-9;-~]{1,76})[ \t]{0,8}:/y
const MIME_FIELD = /^Content-(?:Type|Transfer-Encoding)$/i
/** No header field with a meaning is longer, and joining more encoded words than these hold would take too long. */
const LONGEST_FIELD = 16_384

/**
 * The header with which a text begins, when it is an RFC 5322 message with MIME fields (RFC 2045 §3), perhaps behind the
 * "From " line of an mbox and empty lines; null when it is none.
 */
export function findHeader(text: string): HeaderBlock | null {
  OPENER.lastIndex = 0
  OPENER.exec(text)
  const start = OPENER.lastIndex
  let end = start
  let isMime = false
  for (let position = start; position < text.length; ) {
    const newline = text.indexOf('\n', position)
    const lineEnd = newline === -1 ? text.length : newline
    const isFolded = text[position] === ' ' || text[position] === '\t'
    FIELD_NAME.lastIndex = position
    const name = isFolded && position > start ? '' : FIELD_NAME.exec(text)?.[1]
    if (name === undefined) {
      const isEmpty = lineEnd === position || (text[position] === '\r' && lineEnd === position + 1)
      return isMime && isEmpty ? { start, end } : null
    }
    isMime ||= MIME_FIELD.test(name)
    end = lineEnd
    position = lineEnd + 1
  }
  return isMime ? { start, end } : null
}

/**
 * A header one field per line, with encoded words (RFC 2047) decoded. Without the fields that say how the body is encoded when
 * that is decoded.
 */
export function readableHeader(header: string, decodeWords: DecodeWords, isDecoded: boolean): string {
  return header
    .replace(/\r?\n(?=[ \t])/g, '')
    .split('\n')
    .filter((field) => !isDecoded || !/^(?:Content-|MIME-Version)/i.test(field))
    .map((field) => (field.includes('=?') && field.length <= LONGEST_FIELD ? decodeWords(field) : field))
    .map((field) => field.trimEnd())
    .join('\n')
}

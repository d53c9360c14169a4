import type { Attachment, Email } from 'postal-mime'
import { decodeText } from './decode-bytes.ts'
import { htmlToText } from './html-to-text.ts'
import { protectCharacters, restoreCharacters } from './protect-characters.ts'
import { findHeader, readableHeader, type DecodeWords } from './read-header.ts'

/** A message as text, and as bytes when these are no UTF-8; positions are then the same in both. */
export interface Letter {
  text: string
  bytes: Uint8Array | null
}

const ENCODED_PART =
  /^Content-Transfer-Encoding[ \t]{0,8}:(?:[ \t]|\r?\n[ \t]){0,8}"?(?:base64|quoted-printable)/im
const FOREIGN_CHARSET = /\bcharset[ \t]{0,4}=[ \t]{0,4}"?(?!utf-?8\b|us-ascii\b|ascii\b)\w/i
const SHIFTED_CHARSET = /\bcharset[ \t]{0,4}=[ \t]{0,4}"?iso-2022-/i
const REPORT =
  /^Content-Type[ \t]{0,8}:(?:[ \t]|\r?\n[ \t]){0,8}(?:multipart\/report|message\/(?:global-)?delivery-status)/im
const STATUS_TYPES = new Set(['message/delivery-status', 'message/global-delivery-status'])
const HEADER_TYPES = new Set(['text/rfc822-headers', 'message/global-headers'])
const MESSAGE_TYPES = new Set(['message/rfc822', 'message/global'])
/** Every part costs the decoder as much as some pages of text; no bounce has a tenth of these. */
const MOST_DELIMITERS = 2000
/** How often a bounce may have been passed on as an attachment. */
const DEEPEST = 4

/**
 * A message as its reader would see it: header, then texts, machine parts of a report (RFC 3464 §2, RFC 6533 §6) and the header
 * of what was returned, decoded from transfer encodings (RFC 2045 §6), charsets and encoded words (RFC 2047), a blank line
 * apart. A message in which nothing is encoded comes back unchanged; null when it cannot be read or holds nothing to read.
 * The fields that speak of encodings are left out of the header, so reading the result again changes nothing.
 */
export async function readMessage(letter: Letter, depth = 0): Promise<string | null> {
  const { text, bytes } = letter
  const block = findHeader(text)
  if (!block || !isEncoded(letter)) return text
  if (hasTooManyParts(text)) return null
  try {
    const { default: PostalMime, decodeWords } = await import('postal-mime')
    const raw = bytes ? bytes.subarray(block.start) : protectCharacters(text.slice(block.start))
    const email = await PostalMime.parse(raw, { forceRfc822Attachments: true })
    const header = text.slice(block.start, block.end)
    const isReport =
      REPORT.test(header) || email.attachments.some(({ mimeType }) => STATUS_TYPES.has(mimeType))
    const body = [bodyOf(email, bytes === null)]
    for (const attachment of email.attachments)
      body.push(await textOfAttachment(attachment, { decodeWords, isReport, depth, isProtected: !bytes }))
    const read = body.map((part) => part.trim()).filter((part) => part !== '')
    if (read.length === 0) return null
    const opener = text.slice(0, block.start).trim()
    const opening = [opener, readableHeader(header, decodeWords, true)].filter((part) => part !== '')
    return [...(opening.length > 0 ? [opening.join('\n')] : []), ...read].join('\n\n')
  } catch {
    return null
  }
}

function isEncoded({ text, bytes }: Letter): boolean {
  if (ENCODED_PART.test(text)) return true
  return bytes ? FOREIGN_CHARSET.test(text) : text.includes('\u001b') && SHIFTED_CHARSET.test(text)
}

function hasTooManyParts(text: string): boolean {
  let count = 0
  for (
    let at = text.indexOf('\n--');
    at !== -1 && count <= MOST_DELIMITERS;
    at = text.indexOf('\n--', at + 3)
  )
    count += 1
  return count > MOST_DELIMITERS
}

function bodyOf(email: Email, isProtected: boolean): string {
  const body = email.text ?? email.html ?? ''
  const whole = isProtected ? restoreCharacters(body) : body
  return email.text === undefined ? htmlToText(whole) : whole
}

interface Reading {
  decodeWords: DecodeWords
  isReport: boolean
  isProtected: boolean
  depth: number
}

/** What is readable of a part that is no text of the message; '' for pictures, documents and the like. */
async function textOfAttachment({ mimeType, content }: Attachment, reading: Reading): Promise<string> {
  const isStatus = STATUS_TYPES.has(mimeType)
  const isMail = MESSAGE_TYPES.has(mimeType)
  if (!isStatus && !isMail && !HEADER_TYPES.has(mimeType) && mimeType !== 'text/plain') return ''
  if (typeof content === 'string') return ''
  const bytes = new Uint8Array(content)
  const decoded = decodeText(bytes)
  const text = reading.isProtected ? restoreCharacters(decoded.text) : decoded.text
  if (isStatus) return `Content-Type: message/delivery-status\n\n${text.trim()}`
  if (mimeType === 'text/plain') return text
  // A report inside a message that is none is a bounce that somebody passed on, not a message that came back.
  if (isMail && !reading.isReport && reading.depth < DEEPEST && REPORT.test(text))
    return (await readMessage({ text, bytes: decoded.isUnicode ? null : bytes }, reading.depth + 1)) ?? text
  const emptyLine = /\n\r?\n/.exec(text)
  return readableHeader(emptyLine ? text.slice(0, emptyLine.index) : text, reading.decodeWords, false)
}

export type Undecodable = 'empty' | 'binary' | 'outlook' | 'archive'

export interface Decoded {
  text: string
  /** False when each byte became one character because the bytes are no UTF-8; positions are the same in both. */
  isUnicode: boolean
}

type Signature = readonly [kind: Undecodable, bytes: readonly number[]]

/*
 * How files begin that are no text: compound files (MS-CFB §2.2), ZIP (APPNOTE 4.3.7), gzip (RFC 1952 §2.3.1), bzip2, xz,
 * zstd (RFC 8878 §3.1.1), 7z, PDF (ISO 32000 §7.5.2).
 */
const SIGNATURES: readonly Signature[] = [
  ['outlook', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['archive', [0x50, 0x4b, 0x03, 0x04]],
  ['archive', [0x1f, 0x8b]],
  ['archive', [0x42, 0x5a, 0x68]],
  ['archive', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ['archive', [0x28, 0xb5, 0x2f, 0xfd]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['binary', [0x25, 0x50, 0x44, 0x46, 0x2d]],
]
const UTF8_MARK = [0xef, 0xbb, 0xbf]
/** A file says what it is at its beginning; more is not looked at for it. */
const OPENING = 65_536
const SAMPLE = 4096
const FEWEST_CONTROLS = 3
const MOST_CONTROLS = 0.02
/** What no text has but by accident; terminals write form feeds and escapes. */
// oxlint-disable-next-line no-control-regex -- these are what is counted
const CONTROL = /[\u0001-\u0008\u000b\u000e-\u001a\u001c-\u001f\u007f]/g

/**
 * The text of a file's bytes: UTF-8, UTF-16 with or without its mark, else windows-1252, where every byte is a character. The
 * mark is no part of the text. What is no text gets the name of what it seems to be; blanks alone are 'empty'. Encodings as the
 * WHATWG Encoding Standard names and reads them.
 */
export function decodeBytes(bytes: Uint8Array): Decoded | Undecodable {
  const signature = SIGNATURES.find(([, signs]) => signs.every((sign, index) => bytes[index] === sign))
  if (signature) return signature[0]
  const label = utf16Of(bytes)
  const decoded = label === null ? decodeText(bytes) : decodeUtf16(bytes, label)
  if (decoded === null || isBinary(decoded.text)) return 'binary'
  return decoded.text.trim() === '' ? 'empty' : decoded
}

/** Bytes as UTF-8, or when they are not and no mark says that they are, as windows-1252; never fails. */
export function decodeText(bytes: Uint8Array): Decoded {
  const isMarked = UTF8_MARK.every((sign, index) => bytes[index] === sign)
  try {
    return { text: new TextDecoder('utf-8', { fatal: !isMarked }).decode(bytes), isUnicode: true }
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), isUnicode: false }
  }
}

function decodeUtf16(bytes: Uint8Array, label: string): Decoded | null {
  // A log is often cut in the middle of a character.
  const whole = bytes.subarray(0, bytes.length - (bytes.length % 2))
  try {
    return { text: new TextDecoder(label, { fatal: true }).decode(whole), isUnicode: true }
  } catch {
    return null
  }
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, Math.min(SAMPLE, bytes.length - (bytes.length % 2)))
  const zeros = [0, 0]
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  // Names and quoted texts of other scripts have no zeros, codes and commands do.
  const most = sample.length / 4
  if (even === 0 && odd > most) return 'utf-16le'
  if (odd === 0 && even > most) return 'utf-16be'
  return null
}

function isBinary(text: string): boolean {
  const opening = text.slice(0, OPENING)
  if (opening.includes('\u0000')) return true
  const controls = opening.match(CONTROL)?.length ?? 0
  return controls >= FEWEST_CONTROLS && controls > opening.length * MOST_CONTROLS
}

import { decodeBytes, type Undecodable } from './decode-bytes.ts'
import { findHeader } from './read-header.ts'
import { readMessage, type Letter } from './read-message.ts'

export type Unreadable = Undecodable
/** `isDecoded`: the text is not what was pasted or lay in the file, but what that says. */
export type Source = { kind: 'read'; text: string; isDecoded: boolean } | { kind: Unreadable }

/** The next message of an mbox (RFC 4155 appendix A): its "From " line behind an empty one, before a field. */
const NEXT_LETTER = /\n\r?\n(?=From [^\n]{1,300}\n[!-9;-~]{1,76}:)/g
const MOST_LETTERS = 500

/**
 * The text of a file: a log, a session, a saved message, an mbox. Messages with encoded parts (MIME, RFC 2045 to 2047) become what
 * their reader would see, the others stay letter for letter. Never rejects; what cannot be decoded is the text as it stands,
 * and what is no text is named.
 */
export async function readBytes(bytes: Uint8Array): Promise<Source> {
  const decoded = decodeBytes(bytes)
  if (typeof decoded === 'string') return { kind: decoded }
  return readLetters({ text: decoded.text, bytes: decoded.isUnicode ? null : bytes })
}

/** The same of a pasted text, of which only 'empty' can be said, when it has nothing but blanks. */
export async function readPasted(text: string): Promise<Source> {
  return text.trim() === '' ? { kind: 'empty' } : readLetters({ text, bytes: null })
}

async function readLetters(mail: Letter): Promise<Source> {
  const { text } = mail
  const asItIs: Source = { kind: 'read', text, isDecoded: false }
  if (!findHeader(text)) return asItIs
  const letters = lettersOf(mail)
  const read: string[] = []
  for (const letter of letters) {
    const said = await readMessage(letter)
    if (said === null) return asItIs
    const isUnchanged = said === letter.text
    read.push(isUnchanged || letter === letters.at(-1) ? said : `${said}\n\n`)
  }
  const isDecoded = read.some((said, index) => said !== letters[index]?.text)
  return { kind: 'read', text: read.join(''), isDecoded }
}

function lettersOf({ text, bytes }: Letter): Letter[] {
  if (!/^\s{0,80}From /.test(text)) return [{ text, bytes }]
  const starts = [0]
  for (const match of text.matchAll(NEXT_LETTER)) {
    if (starts.length === MOST_LETTERS) break
    starts.push(match.index + match[0].length)
  }
  return starts.map((start, index) => ({
    text: text.slice(start, starts[index + 1]),
    bytes: bytes?.subarray(start, starts[index + 1]) ?? null,
  }))
}

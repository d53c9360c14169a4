import { readBytes, readPasted, type Source, type Unreadable } from '#src/recognize/read-source.ts'
import type { KnownReplies } from '#src/recognize/recognition.ts'
import { recognizeReplies } from '#src/recognize/recognize-replies.ts'
import { summarize, type Summary } from '#src/recognize/summarize.ts'

/** What of a longer text is read, in bytes of a file or signs of a text: some thirty thousand lines of a log. */
const READ_LIMIT = 4 * 1024 * 1024
const OPENING = 1000

export interface RecognizerTask {
  source: string | Blob
  known: KnownReplies
}

export type Reading =
  | {
      kind: 'read'
      summary: Summary
      isDecoded: boolean
      /** Which part of a text beyond the limit was left out, and how much was read. */
      cut: { missing: 'start' | 'end'; read: number } | null
    }
  /** `unreadable`: the file is gone, or may not be opened. */
  | { kind: Unreadable | 'unreadable' }

/** Reads what a person handed over, a text or a file, up to the limit. Never fails: what cannot be read is named. */
export async function readTask({ source, known }: RecognizerTask): Promise<Reading> {
  let part: Part<string> | Part<Uint8Array>
  let text: Source
  try {
    if (typeof source === 'string') {
      part = partOfText(source)
      text = await readPasted(part.content)
    } else {
      part = await partOfFile(source)
      text = await readBytes(part.content)
    }
  } catch {
    return { kind: 'unreadable' }
  }
  if (text.kind !== 'read') return { kind: text.kind }
  return {
    kind: 'read',
    summary: summarize(text.text, recognizeReplies(text.text, known)),
    isDecoded: text.isDecoded,
    cut: part.missing && { missing: part.missing, read: part.content.length },
  }
}

interface Part<Content> {
  content: Content
  missing: 'start' | 'end' | null
}

/** Logs are read from their end, where the newest lines are; messages from their beginning, which says how to read them. */
function partOfText(text: string): Part<string> {
  if (text.length <= READ_LIMIT) return { content: text, missing: null }
  if (isMessage(text.slice(0, OPENING))) return { content: text.slice(0, READ_LIMIT), missing: 'end' }
  const from = text.length - READ_LIMIT
  return { content: text.slice(Math.max(from, text.indexOf('\n', from) + 1)), missing: 'start' }
}

async function partOfFile(file: Blob): Promise<Part<Uint8Array>> {
  if (file.size <= READ_LIMIT) return { content: await bytesOf(file), missing: null }
  const opening = await bytesOf(file.slice(0, OPENING))
  const source = await readBytes(opening)
  // What is no text is known by its opening.
  if (source.kind !== 'read') return { content: opening, missing: 'end' }
  if (isMessage(source.text)) {
    const content = await bytesOf(file.slice(0, READ_LIMIT))
    // At the end of a line, so that no sign is cut in two.
    return { content: content.subarray(0, content.lastIndexOf(10) + 1), missing: 'end' }
  }
  const content = await bytesOf(file.slice(file.size - READ_LIMIT))
  return { content: content.subarray(content.indexOf(10) + 1), missing: 'start' }
}

async function bytesOf(file: Blob): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer())
}

/** Whether a text begins with fields of a header (RFC 5322 §2.2). */
function isMessage(opening: string): boolean {
  return /^(?:From .*\r?\n)?(?:[A-Za-z][\w-]{1,40}: .*\r?\n(?:[ \t].*\r?\n)*){3}/.test(opening)
}

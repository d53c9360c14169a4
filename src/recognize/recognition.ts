import type { Command } from '#src/catalog/catalog-schema.ts'

/** A stretch of the text, [start, end) in UTF-16 units, and what it says. */
export interface Part {
  value: string
  start: number
  end: number
}

/**
 * Where a reply was met. dsn: a bounce, machine part or human part; ndr: the same from Exchange, which calls it so.
 * transcript: a session, both sides or one; reply: a reply by itself or in a sentence; bare: codes without words.
 */
export type Form = 'bare' | 'reply' | 'transcript' | 'log' | 'exception' | 'dsn' | 'ndr' | 'json'

export interface Recognition {
  /** The reply in the text: all of its lines, codes and words. */
  start: number
  end: number
  /** Three digits of RFC 5321 §4.2. */
  reply: Part | null
  /** Class, subject and detail of RFC 3463 §2. */
  enhanced: Part | null
  /** The command it answers, when the text says so. */
  command: Command | null
  provider: string | null
  /** The id of that provider's known reply whose phrase stands in the words. */
  known: string | null
  /** What wrote the surrounding text. */
  software: string | null
  form: Form
  recipient: Part | null
  /** The reply's own words: codes taken away, lines joined by one blank. */
  words: string
}

export interface KnownReply {
  id: string
  provider: string
  reply: string | null
  enhanced: string | null
  phrase: string
}

export type KnownReplies = { replies: readonly KnownReply[] }

/** A recognition before its provider is looked up and before the echoes of one reply are made one. */
export interface Finding extends Omit<Recognition, 'provider' | 'known'> {
  /** What names the server that replied, beside the reply's own words; empty when nothing does. */
  serverText: string
  /** Whether the text repeats here what it has said, or will say, elsewhere. */
  isEcho: boolean
  /** Whether the words are a server's: those of a field are the log's own, and of no provider. */
  isServersWords: boolean
  /** Whether a machine wrote it for machines: a field of RFC 3464 rather than a sentence of a bounce. */
  isMachinePart: boolean
}

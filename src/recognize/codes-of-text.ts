import type { Recognition } from './recognition.ts'
import { recognizeReplies } from './recognize-replies.ts'

const NOBODY = { replies: [] }

/**
 * The codes that a text is about, as people write them ("550 5.7.1", "550", "5.7.1"), each once, in the order of the text.
 * Where some are failures those alone: in a session everything before them went well. Empty for a text without replies.
 */
export function codesOfText(text: string): string[] {
  const found = recognizeReplies(text, NOBODY)
  const failures = found.filter(({ reply, enhanced }) => /^[45]/.test((reply ?? enhanced)?.value ?? ''))
  return [...new Set((failures.length > 0 ? failures : found).map(written))]
}

function written({ reply, enhanced }: Recognition): string {
  return [reply, enhanced].flatMap((part) => part?.value ?? []).join(' ')
}

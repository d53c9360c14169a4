import type { Catalog, CodeRecord, EnhancedCode, Role } from './catalog-schema.ts'

/**
 * A code as people write it, taken apart: "550", "5.7.1", "550 5.7.1" or "550-5.7.1". Null for anything else, so for an
 * enhanced code outside the grammar of RFC 3463 §2 (three numbers, the first 2, 4 or 5, none with a leading zero).
 * Whether the three digits are a reply is not asked here.
 */
export function splitCode(text: string): { reply: string | null; enhanced: string | null } | null {
  const found = /^(?:(\d{3})(?:[ -](?=\d)|$))?([245](?:\.(?:0|[1-9]\d{0,2})){2})?$/.exec(text)
  const [, reply = null, enhanced = null] = found ?? []
  return reply === null && enhanced === null ? null : { reply, enhanced }
}

/** The three-digit code of a record; null for an enhanced code that stands alone. */
export function replyOf(record: CodeRecord): string | null {
  return splitCode(record.code)?.reply ?? null
}

/**
 * An enhanced code by its parts, with its entry of IANA's registry where there is one. Every code that fits the grammar has
 * parts: RFC 3463 §2 has programs fall back on the subject, then on the class. Takes "5.7.1" and nothing else.
 */
export function explainEnhanced(catalog: Catalog, code: string): EnhancedCode {
  const [digit, subject = '', detail = ''] = code.split('.')
  const own = `${subject}.${detail}`
  return {
    code,
    digit: digit as EnhancedCode['digit'],
    subject,
    detail,
    entry: catalog.enhanced.codes.find((entry) => entry.detail === own) ?? null,
  }
}

/** Who can act, by the subject (RFC 3463 §3); empty for a subject that is not registered or says nothing. */
export function subjectActors(catalog: Catalog, { subject }: EnhancedCode): Role[] {
  return catalog.enhanced.subjects.find((entry) => entry.subject === subject)?.actors ?? []
}

/** How a code stands in the registry, "X.7.1". */
export function registryName({ subject, detail }: EnhancedCode): string {
  return `X.${subject}.${detail}`
}

/**
 * What the registry lists an enhanced code with, whatever its class: reply codes, and "any-reply", "any-5yz" or "any-failure"
 * for what it says of others. Empty when it lists none, or has no such code.
 */
export function listedReplies({ entry }: EnhancedCode): string[] {
  if (entry === null) return []
  const { replies } = entry
  switch (entry.replyRule) {
    case 'none':
    case 'listed':
      return replies
    case 'any':
      return ['any-reply']
    case 'any-5yz':
      return ['any-5yz']
    case 'listed-or-any-failure':
      return [...replies, 'any-failure']
  }
}

export type Conflict =
  /** The first digits differ, which RFC 2034 §4 forbids. */
  | { kind: 'class'; reply: string; enhanced: string }
  /** A reply of class 3 carries no enhanced code (RFC 2034 §4). */
  | { kind: 'intermediate'; reply: string; enhanced: string }
  /** The registry describes the code for other classes. */
  | { kind: 'wrong-class'; enhanced: string; pattern: string; digit: string; classes: string[] }
  /** The registry lists the code with other replies; no fault by itself (RFC 5248 §2.1). */
  | { kind: 'not-listed'; reply: string; pattern: string; replies: string[] }

/**
 * What does not fit together in a whole reply, or in an enhanced code alone; empty when all is well or the record has no
 * enhanced code. Whether the registry lists the reply is only asked where the first digits agree.
 */
export function findConflicts(record: CodeRecord): Conflict[] {
  const { enhanced } = record
  if (!enhanced) return []
  const { entry, digit } = enhanced
  const pattern = registryName(enhanced)
  const reply = replyOf(record)
  if (reply !== null && reply.startsWith('3'))
    return [{ kind: 'intermediate', reply, enhanced: enhanced.code }]
  const conflicts: Conflict[] = []
  if (reply !== null && !reply.startsWith(digit))
    conflicts.push({ kind: 'class', reply, enhanced: enhanced.code })
  if (entry === null) return conflicts
  if (entry.classes.length > 0 && !entry.classes.includes(digit))
    conflicts.push({ kind: 'wrong-class', enhanced: enhanced.code, pattern, digit, classes: entry.classes })
  if (reply !== null && reply.startsWith(digit) && !isListed(entry, reply))
    conflicts.push({ kind: 'not-listed', reply, pattern, replies: entry.replies })
  return conflicts
}

function isListed({ replies, replyRule }: NonNullable<EnhancedCode['entry']>, reply: string): boolean {
  switch (replyRule) {
    case 'none':
    case 'any':
      return true
    case 'any-5yz':
      return reply.startsWith('5')
    case 'listed-or-any-failure':
      return /^[45]/.test(reply)
    case 'listed':
      return replies.includes(reply)
  }
}

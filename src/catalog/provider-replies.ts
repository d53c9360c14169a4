import type { CodeRecord, ProviderReplies, ProviderReply } from './catalog-schema.ts'
import { replyOf } from './enhanced-code.ts'

export interface Sender {
  id: string
  /** A proper name, the same in every language. */
  name: string
  /** How many of its replies are known. */
  count: number
}

/**
 * The replies that providers really send with a code: for a reply code those with it, for an enhanced code those with it
 * behind any reply, for a whole reply those with both. Of one provider, or of all, in the order of the file; empty when none
 * is known.
 */
export function repliesWith(
  { replies }: ProviderReplies,
  record: CodeRecord,
  provider: string | null = null,
): ProviderReply[] {
  const code = replyOf(record)
  return replies.filter(
    (sent) =>
      (code === null || sent.reply === code) &&
      (!record.enhanced || sent.enhanced === record.enhanced.code) &&
      (provider === null || sent.provider === provider),
  )
}

/** Who sends a code, by the number of replies known and then by name. */
export function sendersOf(known: ProviderReplies, record: CodeRecord): Sender[] {
  const counts = new Map<string, number>()
  for (const { provider } of repliesWith(known, record)) counts.set(provider, (counts.get(provider) ?? 0) + 1)
  return known.providers
    .flatMap(({ id, name }) => (counts.has(id) ? { id, name, count: counts.get(id) ?? 0 } : []))
    .toSorted((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'en'))
}

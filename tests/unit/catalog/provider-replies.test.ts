// @vitest-environment node
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { providerSchema } from '#src/catalog/catalog-schema.ts'
import providerReplies from '#src/catalog/provider-replies.json'
import { repliesWith, sendersOf } from '#src/catalog/provider-replies.ts'
import { recordOf } from '#tests/setup/real-catalog.ts'

const known = v.parse(providerSchema, providerReplies)
const ids = (code: string, provider?: string) =>
  repliesWith(known, recordOf(code), provider).map(({ id }) => id)

describe('what providers send with a code', () => {
  test('for a reply code is what begins with it, whatever stands behind', () => {
    const replies = repliesWith(known, recordOf('421'))
    expect(replies.length).toBeGreaterThan(20)
    expect(new Set(replies.map(({ reply }) => reply))).toEqual(new Set(['421']))
    expect(new Set(replies.map(({ enhanced }) => enhanced)).size).toBeGreaterThan(3)
  })

  test('for an enhanced code is what has it, whatever stands before', () => {
    const replies = repliesWith(known, recordOf('5.7.1'))
    expect(new Set(replies.map(({ enhanced }) => enhanced))).toEqual(new Set(['5.7.1']))
    expect(new Set(replies.map(({ reply }) => reply)).size).toBeGreaterThan(1)
  })

  test('for a whole reply is what has both', () => {
    const both = ids('550 5.7.1')
    expect(both.length).toBeGreaterThan(0)
    expect(both).toEqual(ids('550').filter((id) => ids('5.7.1').includes(id)))
  })

  test('is nothing for a code that nobody is known to send', () => {
    expect(ids('259')).toEqual([])
    expect(sendersOf(known, recordOf('259'))).toEqual([])
  })

  test('is shared out among the providers, the one with the most first', () => {
    const codes = fc.constantFrom('550', '421', '554', '5.7.1', '550 5.7.26', '452', '250')
    fc.assert(
      fc.property(codes, (code) => {
        const senders = sendersOf(known, recordOf(code))
        const counts = senders.map(({ count }) => count)
        expect(counts).toEqual(counts.toSorted((a, b) => b - a))
        for (const { id, count } of senders) expect(ids(code, id)).toHaveLength(count)
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(ids(code).length)
      }),
    )
  })
})

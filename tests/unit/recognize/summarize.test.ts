import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeOf } from '#src/recognize/code-of.ts'
import { recognizeReplies } from '#src/recognize/recognize-replies.ts'
import { summarize } from '#src/recognize/summarize.ts'
import { anyText } from '#tests/setup/any-text.ts'
import { NOBODY } from './shorten.ts'

const summaryOf = (text: string) => summarize(text, recognizeReplies(text, NOBODY))
const bounced = (code: string, user = 'bob') =>
  `Mar  1 12:00:00 mx postfix/smtp[9]: 4F2A5: to=<${user}@example.net>, relay=mx.example.net[192.0.2.1]:25, dsn=${code.slice(4)}, status=bounced (host mx.example.net[192.0.2.1] said: ${code} refused (in reply to RCPT TO command))\n`

test('replies that say the same of the same command are one, with their number', () => {
  const { total, groups } = summaryOf(
    bounced('550 5.1.1', 'a') + bounced('450 4.2.0') + bounced('550 5.1.1', 'b'),
  )
  expect(total).toBe(3)
  expect(groups.map(({ recognition, count }) => [codeOf(recognition), count])).toEqual([
    ['550 5.1.1', 2],
    ['450 4.2.0', 1],
  ])
})

test('of a session its failure is what the reader came for', () => {
  const { groups, main } = summaryOf(
    '220 mx.example.net ESMTP\r\nEHLO me.example\r\n250 mx.example.net\r\nMAIL FROM:<a@example.com>\r\n250 2.1.0 Ok\r\nRCPT TO:<b@example.net>\r\n550 5.1.1 <b@example.net>: user unknown\r\n',
  )
  expect(groups[main] && codeOf(groups[main].recognition)).toBe('550 5.1.1')
})

test('a short text is shown whole, with every reply marked', () => {
  const text = bounced('550 5.1.1', 'a') + bounced('550 5.1.1', 'b')
  const { excerpts } = summaryOf(text)
  expect(excerpts).toHaveLength(1)
  expect(excerpts[0]).toMatchObject({ text, isCutBefore: false, isCutAfter: false })
  expect(excerpts[0]?.marks).toHaveLength(2)
})

test('of a long log only the lines around each different reply are shown', () => {
  const quiet = 'Mar  1 12:00:00 mx postfix/qmgr[8]: 4F2A5: removed\n'.repeat(3000)
  const text = quiet + bounced('550 5.1.1') + quiet + bounced('451 4.3.0') + quiet
  const { excerpts } = summaryOf(text)
  expect(excerpts.map(({ isCutBefore, isCutAfter }) => [isCutBefore, isCutAfter])).toEqual([
    [true, true],
    [true, true],
  ])
  for (const excerpt of excerpts) expect(excerpt.text).toMatch(/^Mar {2}1 [^]*removed$/)
  expect(excerpts.reduce((length, excerpt) => length + excerpt.text.length, 0)).toBeLessThan(5000)
})

test('a text without replies is shown from its beginning', () => {
  expect(summaryOf('Hello')).toMatchObject({ total: 0, groups: [], excerpts: [{ text: 'Hello', marks: [] }] })
})

test('of very many different replies some are left out, and that is said', () => {
  const text = Array.from({ length: 300 }, (_, detail) => bounced(`550 5.7.${detail}`)).join('')
  const { total, groups, isMore } = summaryOf(text)
  expect(total).toBe(300)
  expect(groups.length).toBeLessThan(total)
  expect(isMore).toBe(true)
})

test('a mark holds the code of its group, marks never overlap, and what is shown stays small, for any text', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(anyText, fc.constantFrom(bounced('550 5.1.1'), bounced('421 4.4.2'), '550 no\n')), {
        maxLength: 80,
      }),
      (parts) => {
        const text = parts.join('\n')
        const { excerpts, groups } = summaryOf(text)
        for (const excerpt of excerpts) {
          expect(text).toContain(excerpt.text)
          let end = 0
          for (const mark of excerpt.marks) {
            expect(mark.start).toBeGreaterThanOrEqual(end)
            end = mark.end
            const { reply, enhanced } = groups[mark.group]?.recognition ?? {}
            const marked = excerpt.text.slice(mark.start, mark.end)
            expect(marked).toContain((reply ?? enhanced)?.value)
          }
          expect(end).toBeLessThanOrEqual(excerpt.text.length)
        }
      },
    ),
  )
})

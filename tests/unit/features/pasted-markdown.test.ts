import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pastedMarkdown } from '#src/features/paste-reply/pasted-markdown.ts'

const LINK = 'https://replydiff.example/en/smtp/550'
const markdownOf = (words: string, value = 'x') =>
  pastedMarkdown(
    [
      {
        heading: '550: refused',
        words,
        facts: [{ title: 'Recipient', value, isForeign: true }],
        paragraphs: ['No.'],
      },
    ],
    LINK,
    (title, fact) => `${title}: ${fact}`,
  )

test('holds the codes, the words, what is said of them, what they mean and the link, in this order', () => {
  const lines = markdownOf('No such user', 'bob').split('\n')
  const places = ['**550: refused**', 'No such user', '- Recipient: `bob`', 'No.', LINK].map((line) =>
    lines.indexOf(line),
  )
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(places).not.toContain(-1)
})

test('no text of a server ends the block it stands in', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('`', '\n', 'a', ' ', '~') }), (words) => {
      fc.pre(words !== '')
      const [, fence = '', inner = ''] = /(`{3,})text\n([^]*?)\n\1(?!`)/.exec(markdownOf(words)) ?? []
      expect(fence.length).toBeGreaterThan(2)
      expect(inner).toBe(words)
    }),
  )
})

test('no name or address of a server leaves its code span', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('`', 'a', '*', '<') }), (value) => {
      fc.pre(value !== '')
      const line = markdownOf('', value)
        .split('\n')
        .find((candidate) => candidate.startsWith('- '))
      const [, inner = ''] =
        /^- Recipient: (?<fence>`+)(?!`) ?([^]*?) ?(?<!`)\k<fence>$/.exec(line ?? '')?.slice(1) ?? []
      expect(inner.trim()).toBe(value.trim())
    }),
  )
})

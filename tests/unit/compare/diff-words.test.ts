// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import codes from '#locales/en/codes.json'
import { diffWords, tokenize, type WordRun } from '#src/compare/diff-words.ts'
import { anyText } from '#tests/setup/any-text.ts'

const realMeanings = [...new Set(Object.values(codes.codes).map(({ meaning }) => meaning))]

const joined = (runs: readonly WordRun[]) => runs.map(({ text }) => text).join('')
const marked = (runs: readonly WordRun[]) => runs.filter((run) => run.isChanged).map(({ text }) => text)
const wordsOf = (text: string) => text.match(/[\p{L}\p{M}\p{N}]+(?:['’.-][\p{L}\p{M}\p{N}]+)*/gu) ?? []
const plainWords = (runs: readonly WordRun[]) =>
  runs.filter((run) => !run.isChanged).flatMap(({ text }) => wordsOf(text))

/** Whether one run ends, and the next begins, in the middle of a word. */
function cutsAWord(runs: readonly WordRun[]): boolean {
  return runs.some(({ text }, index) => {
    const next = runs[index + 1]?.text ?? ''
    return /[\p{L}\p{M}\p{N}]$/u.test(text) && /^[\p{L}\p{M}\p{N}]/u.test(next)
  })
}

/** What is wrong with the marks of two texts, or nothing. */
function complaintsAbout(first: string, second: string): string[] {
  const diff = diffWords(first, second)
  const sides = [diff.first, diff.second]
  const complaints: string[] = []
  if (joined(diff.first) !== first || joined(diff.second) !== second) complaints.push('a text was not kept')
  if (sides.some(cutsAWord)) complaints.push('a word was cut')
  if (sides.flatMap(marked).some((text) => !/^[\p{L}\p{N}]/u.test(text) || !/[\p{L}\p{M}\p{N}]$/u.test(text)))
    complaints.push('a mark begins or ends beside a word')
  if (sides.some((runs) => runs.some(({ text }) => text === '') && runs.length > 1))
    complaints.push('a run is empty')
  if (sides.every((runs) => marked(runs).length === 0)) return complaints
  const left = plainWords(diff.first)
  if (left.join(' ') !== plainWords(diff.second).join(' '))
    complaints.push('an unmarked word has no partner on the other side')
  if (left.length < Math.max(wordsOf(first).length, wordsOf(second).length) / 4)
    complaints.push('nearly everything is marked')
  return complaints
}

/** Sentences over few words, so that two of them have much in common, in several scripts and with marks. */
const word = fc.constantFrom(
  'the',
  'server',
  'client',
  '5.7.1',
  "isn't",
  'accepté',
  'e\u0301te\u0301',
  'máy',
  'خادم',
  'サーバー',
  'सर्वर',
)
const gap = fc.constantFrom(' ', ' ', ' ', ', ', '. ', ': ', ' — ', '\n')
const sentence = fc.array(fc.tuple(word, gap), { maxLength: 25 }).map((parts) => parts.flat().join(''))
const anyProse = fc.oneof(anyText, fc.lorem())

describe('the words marked in two sentences', () => {
  test('are those that changed', () => {
    const { first, second } = diffWords(
      'The server refuses this recipient for good. Nothing was delivered.',
      'The server refuses this recipient for now. Nothing was delivered.',
    )
    expect(marked(first)).toEqual(['good'])
    expect(marked(second)).toEqual(['now'])
  })

  test('are marked only where they were added', () => {
    const { first, second } = diffWords(
      'The server closes the connection.',
      'The server closes the connection at once.',
    )
    expect(marked(first)).toEqual([])
    expect(marked(second)).toEqual(['at once'])
  })

  test('are none when the texts are equal', () => {
    for (const text of ['', 'The server is ready.', ...realMeanings]) {
      expect(diffWords(text, text)).toEqual({
        first: [{ text, isChanged: false }],
        second: [{ text, isChanged: false }],
      })
    }
  })

  test('are none when the texts have almost nothing in common: all would be marked', () => {
    const first = 'The server explains its commands, for a person to read.'
    const second = 'This login method was refused until an administrator enables the account.'
    expect(diffWords(first, second)).toEqual({
      first: [{ text: first, isChanged: false }],
      second: [{ text: second, isChanged: false }],
    })
  })

  test('swallow a chance word between two changes, so that the eye sees one change', () => {
    const { first } = diffWords(
      'It takes mail for the old address and keeps the message until somebody asks for it again.',
      'It takes mail for every new host and keeps the message until somebody asks for it again.',
    )
    expect(marked(first)).toHaveLength(1)
  })

  test('are whole: an enhanced code, a contraction and a compound are one word each', () => {
    const ending = ' and leaves it to the sender to write there once more.'
    const { first, second } = diffWords(`The reply says 5.7.1${ending}`, `The reply says 5.7.2${ending}`)
    expect([marked(first), marked(second)]).toEqual([['5.7.1'], ['5.7.2']])
    const words = diffWords(`The reply isn't final${ending}`, `The reply can't final${ending}`)
    expect([marked(words.first), marked(words.second)]).toEqual([["isn't"], ["can't"]])
  })

  test('are found in a script other than Latin', () => {
    const { first, second } = diffWords(
      'خادم البريد يرفض هذا المستلم الآن ولم يسلم شيء',
      'خادم البريد يقبل هذا المستلم الآن ولم يسلم شيء',
    )
    expect([marked(first), marked(second)]).toEqual([['يرفض'], ['يقبل']])
  })
})

describe('all pairs of the meanings that visitors read', () => {
  const pairs = realMeanings.flatMap((first) => realMeanings.map((second) => [first, second] as const))

  test('keep their letters, with whole words marked and a quarter of them left plain, or none marked', () => {
    const complaints = pairs.flatMap(([first, second]) =>
      complaintsAbout(first, second).map((complaint) => `${complaint}: ${first} | ${second}`),
    )
    expect(pairs.length).toBeGreaterThan(2000)
    expect(complaints).toEqual([])
  })

  test('have some that are marked and some that have too little in common for it', () => {
    const isMarked = ([first, second]: readonly [string, string]) =>
      marked(diffWords(first, second).first).length > 0
    expect(pairs.some(isMarked)).toBe(true)
    expect(pairs.every(isMarked)).toBe(false)
  })
})

describe('any two texts', () => {
  test('are kept to the letter', () => {
    fc.assert(
      fc.property(anyProse, anyProse, (first, second) => {
        const diff = diffWords(first, second)
        expect([joined(diff.first), joined(diff.second)]).toEqual([first, second])
      }),
      { numRuns: 300 },
    )
  })

  test('are kept even with halves of signs in them', () => {
    const broken = fc.string({ unit: fc.constantFrom('\ud800', '\udc00', 'a', ' ', '\u0301', '.') })
    fc.assert(
      fc.property(broken, broken, (first, second) => {
        const diff = diffWords(first, second)
        expect([joined(diff.first), joined(diff.second)]).toEqual([first, second])
      }),
    )
  })

  test('have whole words marked, each of which the other side lacks at that place', () => {
    fc.assert(
      fc.property(sentence, sentence, (first, second) => {
        expect(complaintsAbout(first, second)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  test('are cut into words and signs that make up the text again', () => {
    fc.assert(
      fc.property(fc.oneof(anyProse, sentence), (text) => {
        expect(tokenize(text).join('')).toBe(text)
      }),
    )
  })
})

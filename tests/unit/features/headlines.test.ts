// @vitest-environment node
import { describe, expect, test } from 'vitest'
import ui from '#locales/en/ui.json'
import { comparisonOf } from '#tests/setup/build-comparison.ts'
import { englishText } from '#tests/setup/english.ts'
import { realCatalog } from '#tests/setup/real-catalog.ts'

interface Opening {
  pair: string
  answer: string
  lead: string
}

const codes = [...realCatalog.codes.map(({ code }) => code), '259', '359', '457', '559']

const openings: Opening[] = codes.flatMap((first) =>
  codes
    .filter((second) => second !== first)
    .map((second) => {
      const comparison = comparisonOf(first, second)
      return { pair: `${first} ${second}`, ...englishText.opening(first, second, comparison.verdict) }
    }),
)

const sentencesOf = (text: string) => text.split(/(?<=[.!?:])\s+/)

/** The pairs whose opening is not as it should be, with what was wrong. */
function complaints(judge: (opening: Opening) => unknown): string[] {
  return openings.filter(judge).map(({ pair, answer, lead }) => `${pair}: ${answer} ${lead}`)
}

describe('the opening of every pair', () => {
  test('has an answer and a lead', () => {
    expect(complaints(({ answer, lead }) => answer.trim() === '' || lead.trim() === '')).toEqual([])
  })

  test('is the note of the pair, where it has one, in either order', () => {
    for (const { codes: pair } of realCatalog.pairs) {
      const note = englishText.pair(pair)
      const [first, second] = pair
      const found = openings.filter((opening) =>
        [`${first} ${second}`, `${second} ${first}`].includes(opening.pair),
      )
      expect(found.map(({ answer, lead }) => ({ answer, lead }))).toEqual([
        { answer: note?.answer, lead: note?.apart },
        { answer: note?.answer, lead: note?.apart },
      ])
    }
  })

  test('says of each code what it says, in the order on screen, where there is no note', () => {
    const noted = new Set(realCatalog.pairs.map((pair) => pair.codes.join(' ')))
    expect(
      complaints(({ pair, answer }) => {
        const [first = '', second = ''] = pair.split(' ')
        if (noted.has(pair) || noted.has(`${second} ${first}`)) return false
        return answer !== `${englishText.code(first).gist} ${englishText.code(second).gist}`
      }),
    ).toEqual([])
  })

  test('names both codes', () => {
    expect(
      complaints(
        ({ pair, answer, lead }) => !pair.split(' ').every((code) => `${answer} ${lead}`.includes(code)),
      ),
    ).toEqual([])
  })

  test('never says a word twice running', () => {
    expect(complaints(({ answer, lead }) => /\b([\p{L}']+)\s+\1\b/iu.test(`${answer} ${lead}`))).toEqual([])
  })

  test('never says a sentence twice', () => {
    expect(
      complaints(({ answer, lead }) => {
        const sentences = sentencesOf(`${answer} ${lead}`)
        return new Set(sentences).size !== sentences.length
      }),
    ).toEqual([])
  })

  test('is made of whole sentences, with no placeholder left', () => {
    expect(
      complaints(
        ({ answer, lead }) =>
          !/[.!?]$/.test(answer) || !/[.!?]$/.test(lead) || /\{\{|\}\}/.test(answer + lead),
      ),
    ).toEqual([])
  })

  test('has no typed text in its answer, which is a heading', () => {
    expect(complaints(({ answer }) => answer.includes('`'))).toEqual([])
  })
})

test('there is a sentence for every relation of two outcomes', () => {
  const said = new Set(Object.keys(ui).filter((key) => key.startsWith('verdict.')))
  const relations = new Set(
    codes.flatMap((first) =>
      codes.map((second) => `verdict.${comparisonOf(first, second).verdict.relation}`),
    ),
  )
  expect(said).toEqual(relations)
})

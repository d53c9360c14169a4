// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CodeRecord } from '#src/catalog/catalog-schema.ts'
import { rankCodes } from '#src/features/pick-codes/rank-codes.ts'
import { buildCode } from '#tests/setup/build-code.ts'
import { englishText } from '#tests/setup/english.ts'
import { realCatalog } from '#tests/setup/real-catalog.ts'
import { anyText } from '#tests/setup/any-text.ts'

interface Entry {
  code: string
  name?: string
  meaning?: string
  standing?: CodeRecord['standing']
  enhanced?: string[]
  dotless?: string
}

/** What a search among a few codes of known words finds, best first. */
function search(entries: readonly Entry[], text: string): string[] {
  const records = entries.map(({ code, standing = 'standard', enhanced = [], dotless }) =>
    buildCode({
      code,
      standing,
      enhancedCodes: enhanced.map((each) => ({ code: each, listedBy: ['iana'] })),
      dotless: dotless ? { code: dotless, basis: 'seen' } : null,
    }),
  )
  const wordsOf = (code: string) => {
    const entry = entries.find((candidate) => candidate.code === code)
    return { name: entry?.name ?? '', meaning: entry?.meaning ?? '' }
  }
  return rankCodes(records, text, wordsOf).map(({ code }) => code)
}

const searchAll = (text: string) =>
  rankCodes(realCatalog.codes, text, englishText.code).map(({ code }) => code)

describe('searching by digits', () => {
  test('finds the code whose digits are typed, before all others', () => {
    for (const { code } of realCatalog.codes) expect(searchAll(code)[0]).toBe(code)
  })

  test('finds the codes that begin with them', () => {
    const found = searchAll('55')
    expect(found.slice(0, 7).toSorted()).toEqual(['550', '551', '552', '553', '554', '555', '556'])
    expect(found.every((code) => code.startsWith('55'))).toBe(true)
  })

  test('does not find codes that merely contain them', () => {
    expect(search([{ code: '550' }, { code: '450' }, { code: '505' }], '50')).toEqual(['505'])
  })
})

describe('searching by an enhanced code', () => {
  const entries: Entry[] = [
    { code: '571', dotless: '5.7.1' },
    { code: '550', enhanced: ['5.7.1', '5.1.1'] },
    { code: '554', enhanced: ['5.7.14'] },
    { code: '451', enhanced: ['4.7.1'] },
    { code: '250', meaning: 'RFC 5.7.1' },
  ]

  test('finds the replies listed with it and the number that is it without dots, then longer ones', () => {
    const found = search(entries, '5.7.1')
    expect(found.slice(0, 2).toSorted()).toEqual(['550', '571'])
    expect(found.slice(2)).toEqual(['554'])
  })

  test('finds them while it is still being typed', () => {
    expect(search(entries, '5.1.')).toEqual(['550'])
    expect(search(entries, '5.').toSorted()).toEqual(['550', '554', '571'])
  })

  test('takes an x for the class of any reply, as the registry writes it', () => {
    expect(search(entries, 'x.7.1').slice(0, 3).toSorted()).toEqual(['451', '550', '571'])
    expect(search(entries, 'X.1.1')).toEqual(['550'])
  })

  test('finds the reply of a code and an enhanced code joined as logs join them', () => {
    expect(searchAll('550-5.7.1')[0]).toBe('550')
    expect(searchAll('550 5.7.1')[0]).toBe('550')
  })

  test('finds 550 for 5.1.1 in the real catalogue', () => {
    expect(searchAll('5.1.1')).toContain('550')
  })
})

describe('searching by words', () => {
  test('finds a word of the name before a word of the meaning', () => {
    const entries = [
      { code: '250', name: 'Done', meaning: 'The mailbox has it.' },
      { code: '552', name: 'Mailbox full' },
    ]
    expect(search(entries, 'mailbox')).toEqual(['552', '250'])
  })

  test('finds the beginning of any word', () => {
    const entries = [{ code: '552', name: 'The mailbox is full' }]
    expect(search(entries, 'mail')).toEqual(['552'])
    expect(search(entries, 'ful')).toEqual(['552'])
  })

  test('finds the beginning of a word before its middle', () => {
    const entries = [
      { code: '450', name: 'Greylisted' },
      { code: '550', name: 'Listed' },
    ]
    expect(search(entries, 'listed')).toEqual(['550', '450'])
  })

  test('minds neither case nor marks', () => {
    const entries = [{ code: '552', name: 'Boîte aux Lettres pleine', meaning: 'Hộp thư đầy' }]
    for (const typed of ['BOITE', 'boîte', 'boi\u0302te', 'lettres', 'hop thu', 'HỘP']) {
      expect(search(entries, typed), typed).toEqual(['552'])
    }
  })

  test('wants every word that was typed, in any order', () => {
    const entries = [
      { code: '450', name: 'Mailbox busy' },
      { code: '552', name: 'Mailbox full' },
    ]
    expect(search(entries, 'full mailbox')).toEqual(['552'])
    expect(search(entries, 'mailbox 552')).toEqual(['552'])
    expect(search(entries, 'mailbox full of stones')).toEqual([])
  })

  test('puts codes that a document defines before nonstandard numbers', () => {
    const entries: Entry[] = [
      { code: '522', name: 'Mailbox full', standing: 'nonstandard' },
      { code: '552', name: 'Mailbox full' },
    ]
    expect(search(entries, 'mailbox')).toEqual(['552', '522'])
  })

  test('finds nothing for words that stand nowhere', () => {
    expect(searchAll('xylophone')).toEqual([])
    expect(searchAll('(.*')).toEqual([])
  })

  test('finds every code by the whole of its own name', () => {
    for (const { code } of realCatalog.codes) {
      expect(searchAll(englishText.code(code).name.replaceAll(/[^\p{L}\p{N}. ]/gu, ' ')), code).toContain(
        code,
      )
    }
  })
})

test('any text finds codes of the catalogue, none twice', () => {
  const text = fc.oneof(anyText, fc.stringMatching(/^[57x.mail ]*$/))
  const all = new Set(realCatalog.codes.map(({ code }) => code))
  fc.assert(
    fc.property(text, (typed) => {
      const found = searchAll(typed)
      expect(new Set(found).size).toBe(found.length)
      expect(found.every((code) => all.has(code))).toBe(true)
    }),
  )
})

// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { confusedPartners, findCode, findCodesInText, nearestCodes } from '#src/catalog/find-code.ts'
import { fitsGrammar } from '#src/catalog/reply-class.ts'
import { buildCatalog, buildCatalogCode } from '#tests/setup/build-code.ts'
import { realCatalog } from '#tests/setup/real-catalog.ts'
import { anyText } from '#tests/setup/any-text.ts'

const allCodes = realCatalog.codes.map(({ code }) => code)

describe('finding a code', () => {
  test('gives the record of every code of the catalogue', () => {
    for (const record of realCatalog.codes) expect(findCode(realCatalog, record.code)).toBe(record)
  })

  test.each([
    ['259', 'continue'],
    ['359', 'send-more'],
    ['457', 'retry-later'],
    ['559', 'give-up'],
  ])('makes a record from the digits of %s, which nobody defined: %s', (code, nextStep) => {
    expect(allCodes).not.toContain(code)
    expect(findCode(realCatalog, code)).toMatchObject({ code, standing: 'undefined', nextStep })
  })

  test('claims nothing of an undefined code that does not follow from its digits', () => {
    expect(findCode(realCatalog, '559')).toMatchObject({
      definedIn: [],
      evidence: [],
      officialTexts: [],
      commands: [],
      actors: [],
      closesConnection: 'unknown',
      enhancedCodes: [],
      scenarios: [],
      remedies: [],
      confusedWith: [],
    })
  })

  test.each([
    '999',
    '000',
    '199',
    '299',
    '560',
    '61',
    '5500',
    'abc',
    '',
    ' 550',
    '5.7',
    '5.07.1',
    '999 5.7.1',
    '1.2',
    '__proto__',
  ])('finds none for %j, which is no reply code', (text) => {
    expect(findCode(realCatalog, text)).toBeNull()
  })

  test('makes one of an enhanced code from its registry entry and its first digit', () => {
    const record = findCode(realCatalog, '4.2.2')
    expect(record).toMatchObject({ code: '4.2.2', nextStep: 'retry-later', commands: [] })
    expect(record?.enhanced?.entry?.detail).toBe('2.2')
    expect(findCode(realCatalog, '5.7.232')?.enhanced).toMatchObject({
      subject: '7',
      detail: '232',
      entry: null,
    })
  })

  test('makes one of a whole reply that has all of its reply code and its enhanced code beside it', () => {
    const [whole, reply] = [findCode(realCatalog, '550 5.7.26'), findCode(realCatalog, '550')]
    expect(findCode(realCatalog, '550-5.7.26')).toEqual(whole)
    expect(whole?.commands).toEqual(reply?.commands)
    expect(whole?.definedIn).toEqual(expect.arrayContaining([...(reply?.definedIn ?? []), 'RFC 7372']))
    expect(findCode(realCatalog, '259 5.7.26')?.standing).toBe('undefined')
  })

  test('lets the enhanced code of a whole reply say which of the cases of its reply it is, where it does', () => {
    const [reply, unknownUser] = [findCode(realCatalog, '550'), findCode(realCatalog, '550 5.1.1')]
    expect(unknownUser?.scenarios).toContain('unknown-user')
    expect(unknownUser?.scenarios).not.toContain('policy-refusal')
    expect(findCode(realCatalog, '5.1.1')?.scenarios).toEqual(unknownUser?.scenarios)
    const silent = findCode(realCatalog, '550 5.0.0')
    expect([silent?.scenarios, silent?.remedies]).toEqual([reply?.scenarios, reply?.remedies])
  })

  test('finds a record for a text exactly when it is in the catalogue or fits the grammar', () => {
    const text = fc.oneof(anyText, fc.stringMatching(/^\d{1,4}$/))
    fc.assert(
      fc.property(text, (code) => {
        const expected = allCodes.includes(code) || fitsGrammar(code) ? code : undefined
        expect(findCode(realCatalog, code)?.code).toBe(expected)
      }),
    )
  })
})

describe('the nearest codes to a mistyped text', () => {
  test('put a code with one wrong digit before any with two', () => {
    const near = nearestCodes(realCatalog, '950')
    expect(near.slice(0, 3).toSorted()).toEqual(['250', '450', '550'])
  })

  test('prefer the nearer number among equally wrong digits', () => {
    expect(nearestCodes(realCatalog, '557', 1)).toEqual(['556'])
    expect(nearestCodes(realCatalog, '355', 1)).toEqual(['354'])
  })

  test('prefer codes that a document defines to nonstandard numbers', () => {
    const catalog = buildCatalog({
      codes: [
        buildCatalogCode({ code: '541', standing: 'nonstandard' }),
        buildCatalogCode({ code: '550' }),
        buildCatalogCode({ code: '542', standing: 'nonstandard' }),
      ],
    })
    expect(nearestCodes(catalog, '540')).toEqual(['550', '541', '542'])
  })

  test('find a code with a digit too many or too few', () => {
    expect(nearestCodes(realCatalog, '5511')).toContain('551')
    expect(nearestCodes(realCatalog, '5 5 1 1')).toContain('551')
    expect(nearestCodes(realCatalog, '51').every((code) => /5.*1/.test(code))).toBe(true)
  })

  test('are none for a text without digits', () => {
    expect(nearestCodes(realCatalog, 'abc')).toEqual([])
    expect(nearestCodes(realCatalog, '')).toEqual([])
  })

  test('never hold the text itself', () => {
    expect(nearestCodes(realCatalog, '550')).not.toContain('550')
  })

  test('are codes of the catalogue, at most as many as asked for and none twice, for any text', () => {
    const text = fc.oneof(anyText, fc.stringMatching(/^\d{1,40}$/))
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 10 }), (typed, count) => {
        const near = nearestCodes(realCatalog, typed, count)
        expect(near.length).toBeLessThanOrEqual(count)
        expect(new Set(near).size).toBe(near.length)
        expect(allCodes).toEqual(expect.arrayContaining(near))
      }),
    )
  })
})

describe('the codes that one is taken for', () => {
  const catalog = buildCatalog({
    codes: [
      buildCatalogCode({ code: '250', confusedWith: ['200', '251', '354'] }),
      buildCatalogCode({ code: '251' }),
      buildCatalogCode({ code: '354' }),
      buildCatalogCode({ code: '551' }),
    ],
    pairs: [
      { codes: ['250', '354'], third: [], sources: ['RFC 5321 §3.3'] },
      { codes: ['250', '551'], third: [], sources: ['RFC 5321 §3.4'] },
      { codes: ['251', '551'], third: [], sources: ['RFC 5321 §3.4'] },
    ],
  })

  test('begin with those that also have a note, and hold each one once', () => {
    const partners = confusedPartners(catalog, '250')
    expect(partners[0]).toBe('354')
    expect(partners.toSorted()).toEqual(['200', '251', '354', '551'])
  })

  test('include the other code of a note from either side', () => {
    expect(confusedPartners(catalog, '551').toSorted()).toEqual(['250', '251'])
  })

  test('are none for a code that nobody mixes up', () => {
    expect(confusedPartners(catalog, '559')).toEqual([])
  })

  test('for 551 include 251, 550 and 250', () => {
    expect(confusedPartners(realCatalog, '551')).toEqual(expect.arrayContaining(['250', '251', '550']))
  })

  test('are other codes of the catalogue, none twice', () => {
    for (const code of allCodes) {
      const partners = confusedPartners(realCatalog, code)
      expect(partners, code).not.toContain(code)
      expect(new Set(partners).size, code).toBe(partners.length)
      expect(allCodes).toEqual(expect.arrayContaining(partners))
    }
  })
})

describe('codes in a text', () => {
  test.each([
    ['550 5.7.1 Message rejected', ['550']],
    ['550-5.7.1 first line\r\n550 5.7.1 last line', ['550']],
    ['yesterday 451, today 550: what changed?', ['451', '550']],
    ['<<< 421 4.3.2 try later; >>> QUIT', ['421']],
    ['dsn=5.1.1, status=bounced (host mx.example.org[192.0.2.25] said: 550 5.1.1 unknown)', ['550']],
    ['Nov 24 10:30:45 mx postfix/smtp[2510]: 4F2250A551: to=<a@example.org>', []],
    ['192.0.2.250 and 250.1.2.3, port 10250, 2026/250, 12:250', []],
    ['559 fits the grammar and nobody defined it', []],
    ['', []],
  ])('%j names %j', (text, codes) => {
    expect(findCodesInText(realCatalog, text)).toEqual(codes)
  })

  test('gives each code of the catalogue once, in the order of the text, whatever the text is', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...allCodes.filter(fitsGrammar)), (noise, code) => {
        const found = findCodesInText(realCatalog, noise)
        expect(new Set(found).size).toBe(found.length)
        for (const each of found) expect(allCodes).toContain(each)
        expect(findCodesInText(realCatalog, `${code} User unknown`)).toEqual([code])
      }),
    )
  })
})

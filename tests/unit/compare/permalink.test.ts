// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ascendingPair,
  codePath,
  formatPath,
  pairPath,
  parseCode,
  parsePairText,
  parsePath,
  pathInLanguage,
  type CodeText,
  type Route,
} from '#src/compare/permalink.ts'
import { anyText } from '#tests/setup/any-text.ts'

const reply = (code: string): CodeText => ({ kind: 'reply', code })
const pair = (first: string, second: string): Route => ({
  kind: 'pair',
  first: reply(first),
  second: reply(second),
})

/** What stands in a link for a code. */
const written = (code: CodeText) =>
  code.kind === 'reply'
    ? code.code
    : code.kind === 'malformed'
      ? code.text
      : [code.code, code.enhanced].filter((part) => part !== null).join('-')

const threeDigits = fc.stringMatching(/^\d{3}$/)
const codeText: fc.Arbitrary<CodeText> = fc.oneof(
  threeDigits.map(reply),
  fc.record({
    kind: fc.constant('enhanced' as const),
    enhanced: fc
      .tuple(fc.constantFrom('2', '4', '5'), fc.nat(999), fc.nat(999))
      .map((parts) => parts.join('.')),
    code: fc.option(threeDigits),
  }),
)
const route: fc.Arbitrary<Route> = fc.oneof(
  fc.constant({ kind: 'start' as const }),
  fc.record({ kind: fc.constant('code' as const), code: codeText }),
  fc.record({ kind: fc.constant('pair' as const), first: codeText, second: codeText }),
)
const language = fc.constantFrom('en', 'fr', 'vi', 'ar', 'zh-Hans')

/** What people and broken programs put into address bars: any sign, escapes, broken escapes, halves of signs. */
const junk = fc.oneof(
  anyText,
  fc.string({
    unit: fc.constantFrom('%', '/', '-', 'v', 's', '.', '2', '5', '0', '\u0000', '\ud800', '\udc00'),
  }),
  fc.string({ unit: fc.constantFrom('%25', '%2F', '%', '%E0%A4%A', '%00', '250', '-vs-', '/', '?', '#') }),
)
const junkPath = fc.oneof(
  junk,
  junk.map((text) => `/en/smtp/${text}`),
  junk.map((text) => `/compare/smtp/${text}`),
  fc.tuple(junk, junk).map(([first, second]) => `/fr/smtp/${first}-vs-${second}`),
)

describe('a link', () => {
  test.each<[string, string, Route]>([
    ['/en/', 'en', { kind: 'start' }],
    ['/en', 'en', { kind: 'start' }],
    ['/en/smtp/550', 'en', { kind: 'code', code: reply('550') }],
    ['/en/smtp/250-vs-551', 'en', pair('250', '551')],
    ['/en/smtp/551-vs-250', 'en', pair('551', '250')],
    ['/zh-Hans/smtp/250-vs-551', 'zh-Hans', pair('250', '551')],
    ['/ar/smtp/5.7.1', 'ar', { kind: 'code', code: { kind: 'enhanced', enhanced: '5.7.1', code: null } }],
    [
      '/en/smtp/550-5.7.1',
      'en',
      { kind: 'code', code: { kind: 'enhanced', enhanced: '5.7.1', code: '550' } },
    ],
    [
      '/en/smtp/250-vs-550-5.7.1',
      'en',
      {
        kind: 'pair',
        first: reply('250'),
        second: { kind: 'enhanced', enhanced: '5.7.1', code: '550' },
      },
    ],
    ['/en/smtp/abc', 'en', { kind: 'code', code: { kind: 'malformed', text: 'abc' } }],
  ])('%s is read as it was meant', (path, tag, expected) => {
    expect(parsePath(path)).toEqual({ language: tag, route: expected, isOldLink: false })
  })

  test('keeps the order of its two codes, which is the order on screen', () => {
    expect(pairPath('en', '551', '250')).toBe('/en/smtp/551-vs-250')
    expect(parsePath('/en/smtp/551-vs-250').route).toEqual(pair('551', '250'))
  })

  test('without a language names none', () => {
    expect(parsePath('/')).toEqual({ language: null, route: { kind: 'start' }, isOldLink: false })
    expect(parsePath('/smtp/250-vs-551')).toEqual({
      language: null,
      route: pair('250', '551'),
      isOldLink: false,
    })
  })

  test('with a slash too many is read as without it', () => {
    expect(parsePath('/en//smtp/250-vs-551/')).toEqual(parsePath('/en/smtp/250-vs-551'))
  })

  test.each([
    '/en/about',
    '/en/smtp',
    '/en/smtp/250/551',
    '/en/smtp/250-vs-251-vs-551',
    '/en/http/404',
    '/x',
  ])('%s is of no page, and says what stood there', (path) => {
    expect(parsePath(path).route).toEqual({ kind: 'unknown', text: path })
  })

  test('of a text that is no code gives the text back as it was typed', () => {
    expect(parsePath('/en/smtp/a%20b').route).toEqual({
      kind: 'code',
      code: { kind: 'malformed', text: 'a b' },
    })
    expect(parsePath('/en/smtp/50%').route).toEqual({
      kind: 'code',
      code: { kind: 'malformed', text: '50%' },
    })
  })
})

describe('writing a route as a link and reading it again', () => {
  test('gives the same route in the same language', () => {
    fc.assert(
      fc.property(language, route, (tag, wanted) => {
        expect(parsePath(formatPath(tag, wanted))).toEqual({ language: tag, route: wanted, isOldLink: false })
      }),
    )
  })

  test('gives the same route for whatever an address was read as', () => {
    fc.assert(
      fc.property(junkPath, language, (path, tag) => {
        fc.pre(!/\p{Surrogate}/u.test(path))
        const { route: read } = parsePath(path)
        fc.pre(read.kind !== 'unknown')
        expect(parsePath(formatPath(tag, read)).route).toEqual(read)
      }),
    )
  })

  test('for a page that does not exist leads to the start', () => {
    expect(formatPath('fr', { kind: 'unknown', text: '/fr/about' })).toBe('/fr/')
  })

  test('writes the shortest form', () => {
    expect(codePath('vi', '550')).toBe('/vi/smtp/550')
    expect(codePath('en', '550-5.7.1')).toBe('/en/smtp/550-5.7.1')
    expect(formatPath('ar', { kind: 'start' })).toBe('/ar/')
  })
})

describe('reading any address', () => {
  test('never fails', () => {
    fc.assert(
      fc.property(junkPath, (path) => {
        expect(['start', 'code', 'pair', 'unknown']).toContain(parsePath(path).route.kind)
      }),
      { numRuns: 1000 },
    )
  })

  test('of a hundred thousand signs takes no noticeable time', () => {
    const long = '/en/smtp/' + '250-vs-'.repeat(15_000) + '%'.repeat(50_000)
    expect(parsePath(long).route).toEqual({ kind: 'unknown', text: long })
    expect(parseCode('5'.repeat(100_000)).kind).toBe('malformed')
    expect(parsePairText('250' + ' '.repeat(100_000) + '551')).toEqual(['250', '551'])
    expect(parsePairText('250' + ' '.repeat(100_000) + 'x')).toBeNull()
  })
})

describe('the same page in another language', () => {
  test.each([
    ['/en/smtp/250-vs-551', '/ar/smtp/250-vs-551'],
    ['/en/smtp/550', '/ar/smtp/550'],
    ['/en/', '/ar/'],
    ['/', '/ar/'],
    ['/smtp/550', '/ar/smtp/550'],
    ['/en/compare/smtp/250-ok-vs-551-user-not-local', '/ar/smtp/250-vs-551'],
    ['/en/about', '/ar/about'],
    ['/about/us', '/ar/about/us'],
  ])('of %s is %s', (path, expected) => {
    expect(pathInLanguage(path, 'ar')).toBe(expected)
  })

  test('asks for the same thing, and back again is the same address', () => {
    fc.assert(
      fc.property(junk, language, (text, tag) => {
        const there = pathInLanguage(`/en/${text}`, tag)
        expect(parsePath(there).language).toBe(tag)
        expect(pathInLanguage(pathInLanguage(there, 'en'), tag)).toBe(there)
      }),
    )
  })
})

describe('a code in a link', () => {
  test('is a reply code when it has three digits, an enhanced code when it has class, subject and detail', () => {
    expect(parseCode('550')).toEqual(reply('550'))
    expect(parseCode('999')).toEqual(reply('999'))
    expect(parseCode('5.7.1')).toEqual({ kind: 'enhanced', enhanced: '5.7.1', code: null })
    expect(parseCode('2.0.0')).toEqual({ kind: 'enhanced', enhanced: '2.0.0', code: null })
    expect(parseCode('550-5.7.1')).toEqual({ kind: 'enhanced', enhanced: '5.7.1', code: '550' })
    expect(parseCode('550 5.7.1')).toEqual({ kind: 'enhanced', enhanced: '5.7.1', code: '550' })
  })

  test.each([
    '',
    '55',
    '5500',
    '1.2',
    '3.7.1',
    '5.7',
    '5.7.1.2',
    '5.7.1000',
    '550-',
    '5.07.1',
    '550 5.7',
    '５５０',
    '550\n',
  ])('is malformed otherwise: %j', (text) => {
    expect(parseCode(text)).toEqual({ kind: 'malformed', text })
  })

  test('keeps every text that is neither as it is', () => {
    fc.assert(
      fc.property(junk, (text) => {
        expect(written(parseCode(text))).toBe(text)
      }),
    )
  })
})

describe('an old link of the well-known reference', () => {
  test('leads to the pair in its language', () => {
    expect(parsePath('/fr/compare/smtp/250-ok-vs-551-user-not-local')).toEqual({
      language: 'fr',
      route: pair('250', '551'),
      isOldLink: true,
    })
  })

  test('without a prefix names no language', () => {
    expect(parsePath('/compare/smtp/250-ok-vs-551-user-not-local')).toEqual({
      language: null,
      route: pair('250', '551'),
      isOldLink: true,
    })
  })

  test('in the other order keeps that order', () => {
    expect(parsePath('/compare/smtp/551-user-not-local-vs-250-ok').route).toEqual(pair('551', '250'))
  })

  test('counts only the leading digits of each half', () => {
    expect(parsePath('/compare/smtp/250-vs-551').route).toEqual(pair('250', '551'))
    expect(parsePath('/compare/smtp/250-status-211-vs-551-or-550').route).toEqual(pair('250', '551'))
    expect(parsePath('/compare/smtp/2500-ok-vs-551').route).toMatchObject({
      first: { kind: 'malformed', text: '2500' },
      second: reply('551'),
    })
  })

  test('is rewritten to the short form', () => {
    const { route: read } = parsePath('/fr/compare/smtp/250-ok-vs-551-user-not-local')
    expect(formatPath('fr', read)).toBe('/fr/smtp/250-vs-551')
  })

  test('works whatever words stand behind the digits', () => {
    const words = fc.stringMatching(/^(?:-[a-z]{1,8}){0,4}$/).filter((text) => !text.includes('-vs'))
    fc.assert(
      fc.property(threeDigits, words, threeDigits, words, (first, firstWords, second, secondWords) => {
        const path = `/compare/smtp/${first}${firstWords}-vs-${second}${secondWords}`
        expect(parsePath(path).route).toEqual(pair(first, second))
      }),
    )
  })
})

describe('two codes typed or pasted in one go', () => {
  test.each([
    '250 551',
    '250  551',
    ' 250 551 ',
    '250\t551',
    '250 vs 551',
    '250 VS 551',
    '250 vs. 551',
    '250/551',
    '250 / 551',
    '250,551',
    '250, 551',
    '250-551',
    '250-vs-551',
    '250 and 551',
    'https://replydiff.example/en/smtp/250-vs-551',
    'https://replydiff.example/en/smtp/250-vs-551?show=differences',
    'https://replydiff.example/en/smtp/250-vs-551#content',
    '/ar/smtp/250-vs-551',
    'https://replydiff.example/en/smtp/250-vs-551/',
    'https://replydiff.example/fr/compare/smtp/250-ok-vs-551-user-not-local',
  ])('are taken from %j', (text) => {
    expect(parsePairText(text)).toEqual(['250', '551'])
  })

  test.each([
    '',
    ' ',
    '55',
    '550',
    '550551',
    '550 55',
    '550 5511',
    '5500 551',
    'mailbox 550 551 x',
    'mailbox 550 551',
    '550 551 552',
    '550 5.7.1',
    'mailbox full',
    '250 instead of 551',
    'https://replydiff.example/en/smtp/550',
    '٢٥٠ ٥٥١',
  ])('are not seen in %j', (text) => {
    expect(parsePairText(text)).toBeNull()
  })

  test('are three digits each, whatever the text', () => {
    fc.assert(
      fc.property(junk, (text) => {
        for (const code of parsePairText(text) ?? []) expect(code).toMatch(/^\d{3}$/)
      }),
    )
  })

  test('are taken from every link to a pair', () => {
    fc.assert(
      fc.property(language, threeDigits, threeDigits, (tag, first, second) => {
        const link = `https://replydiff.example${pairPath(tag, first, second)}`
        expect(parsePairText(link)).toEqual([first, second])
      }),
    )
  })
})

describe('the ascending pair', () => {
  test('holds the same two codes, the lower first', () => {
    fc.assert(
      fc.property(threeDigits, threeDigits, (first, second) => {
        const [lower, higher] = ascendingPair(first, second)
        expect(Number(lower)).toBeLessThanOrEqual(Number(higher))
        expect([lower, higher].toSorted()).toEqual([first, second].toSorted())
      }),
    )
  })

  test('is one and the same for both orders', () => {
    expect(ascendingPair('551', '250')).toEqual(ascendingPair('250', '551'))
  })
})

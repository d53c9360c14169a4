// @vitest-environment node
import { describe, expect, test } from 'vitest'
import codes from '#locales/en/codes.json'
import ui from '#locales/en/ui.json'
import { createCatalogText } from '#src/i18n/catalog-text.ts'
import { createI18n } from '#src/i18n/create-i18n.ts'
import { LANGUAGES } from '#src/i18n/languages.ts'
import { english, englishText } from '#tests/setup/english.ts'
import { readWords } from '#tests/setup/read-words.ts'

describe('the words of a code', () => {
  test('are those of its language', () => {
    expect(englishText.code('551')).toEqual(codes.codes['551'])
  })

  test.each([
    ['299', '2'],
    ['359', '3'],
    ['457', '4'],
    ['599', '5'],
  ] as const)('that nobody defined, %s, follow from its first digit', (code, digit) => {
    expect(englishText.code(code)).toEqual({
      name: english('undefined.name'),
      gist: english(`undefined.gist-${digit}`, { code }),
      meaning: english(`undefined.meaning-${digit}`),
      next: english(`undefined.next-${digit}`),
      send: english('undefined.send', { code }),
    })
  })

  test('that nobody defined name the code they speak of', () => {
    expect(englishText.code('599').gist).toContain('599')
    expect(englishText.code('599').send).toContain('599')
  })
})

describe('an id without words', () => {
  const text = createCatalogText(createI18n('en', ui).getFixedT('en'), 'en', {
    codes: {},
    scenarios: {},
    remedies: {},
    cases: {},
    quirks: {},
    mistakes: {},
    pairs: {},
  })

  test.each(['scenario', 'remedy', 'case', 'quirk', 'mistake'] as const)(
    'stops the page with the file and the %s that it lacks',
    (kind) => {
      expect(() => text[kind]('greylisting')).toThrow(/locales\/en\/codes\.json .*"greylisting"/)
    },
  )

  test('is no fault in a pair: most pairs have no note', () => {
    expect(text.pair(['250', '551'])).toBeNull()
  })
})

describe('the note of a pair', () => {
  test('is found under its two codes in ascending order', () => {
    expect(englishText.pair(['250', '551'])).toEqual(codes.pairs['250-551'])
  })
})

describe('a command', () => {
  test('is called what the wire calls it', () => {
    expect(englishText.command('RCPT')).toBe('RCPT TO')
    expect(englishText.command('MAIL')).toBe('MAIL FROM')
    expect(englishText.command('EHLO')).toBe('EHLO')
  })

  test('has words where it is no verb', () => {
    expect(englishText.command('CONNECT')).toBe(ui['command.CONNECT'])
    expect(englishText.command('DATA_END')).toBe(ui['command.DATA_END'])
  })
})

describe.each(LANGUAGES)('a list in $name', ({ tag }) => {
  const words = readWords(tag)
  const text = createCatalogText(createI18n(tag, words.ui).getFixedT(tag), tag, words.codes)

  test.each([1, 2, 3, 4, 6])('of %s is joined the way of the language', (length) => {
    const entries = ['RCPT TO', 'VRFY', 'EXPN', 'ETRN', 'ATRN', 'BDAT'].slice(0, length)
    expect(text.list(entries)).toBe(new Intl.ListFormat(tag, { type: 'conjunction' }).format(entries))
  })
})

test('a list of nothing is empty', () => {
  expect(englishText.list([])).toBe('')
})

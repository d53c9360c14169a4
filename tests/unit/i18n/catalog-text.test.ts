// @vitest-environment node
import { describe, expect, test } from 'vitest'
import codes from '#locales/en/codes.json'
import enhanced from '#locales/en/enhanced.json'
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

describe('the words of an enhanced code', () => {
  test('are those of its detail, with its class in front of both', () => {
    const words = englishText.code('4.2.2')
    expect(words.name).toBe(enhanced.codes['2.2'].name)
    expect(words.meaning).toBe(enhanced.codes['2.2'].meaning)
    expect(words.gist).toContain('4.2.2')
    expect(words.gist).toContain(ui['class-short.4'])
    expect(englishText.code('5.2.2').gist).toContain(ui['class-short.5'])
  })

  test('of a detail that is not registered are those of its subject, and say so', () => {
    const words = englishText.code('5.7.232')
    expect(words.name).toBe(enhanced.subjects['7'].name)
    expect(words.meaning).toContain('232')
    expect(englishText.parts('5.7.232').subject?.meaning).toBe(enhanced.subjects['7'].meaning)
    expect(englishText.parts('5.7.232').detail).toBeNull()
  })

  test('of a subject that is not registered are those of its class', () => {
    const words = englishText.code('5.9.1')
    expect(words.meaning).toContain('9')
    expect(englishText.parts('5.9.1').class.meaning).toBe(enhanced.classes['5'].meaning)
    expect(words.name).toContain('9')
    expect(englishText.parts('5.9.1')).toMatchObject({ subject: null, detail: null })
  })

  test('of a whole reply speak of both codes, and of success or failure as the reply does', () => {
    const words = englishText.code('450 5.7.1')
    expect(words.gist).toContain('450 5.7.1')
    expect(words.gist).toContain(ui['class-short.4'])
    expect(words.meaning).toBe(enhanced.codes['7.1'].meaning)
    expect(words.send).toBe(codes.codes['450'].send)
  })

  test('have no marks where they are compared word by word', () => {
    for (const id of Object.keys(enhanced.codes))
      expect(englishText.code(`5.${id}`).meaning).not.toContain('`')
  })
})

test('a whole reply keeps its order from left to right in a language that runs the other way', () => {
  const words = readWords('ar')
  const speak = createI18n('ar', words.ui).t as unknown as (key: string, values: object) => string
  expect(speak('compare.got', { code: '550 5.7.1' })).toContain('\u2066550 5.7.1\u2069')
  expect(speak('compare.got', { code: '550' })).not.toContain('\u2066')
  const french = createI18n('fr', readWords('fr').ui).t as unknown as typeof speak
  expect(french('compare.got', { code: '550 5.7.1' })).not.toContain('\u2066')
})

describe('an id without words', () => {
  const text = createCatalogText(createI18n('en', ui).getFixedT('en'), 'en', {
    codes: { codes: {}, scenarios: {}, remedies: {}, cases: {}, quirks: {}, mistakes: {}, pairs: {} },
    enhanced: { classes: {}, subjects: {}, codes: {} },
  })

  test.each(['scenario', 'remedy', 'case', 'quirk', 'mistake'] as const)(
    'stops the page with the file and the %s that it lacks',
    (kind) => {
      expect(() => text[kind]('greylisting')).toThrow(/locales\/en\/codes\.json .*"greylisting"/)
    },
  )

  test('stops the page as well where it is the class of an enhanced code', () => {
    expect(() => text.code('5.7.1')).toThrow(/locales\/en\/enhanced\.json .*"5"/)
  })

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
  const text = createCatalogText(createI18n(tag, words.ui).getFixedT(tag), tag, words)

  test.each([1, 2, 3, 4, 6])('of %s is joined the way of the language', (length) => {
    const entries = ['RCPT TO', 'VRFY', 'EXPN', 'ETRN', 'ATRN', 'BDAT'].slice(0, length)
    expect(text.list(entries)).toBe(new Intl.ListFormat(tag, { type: 'conjunction' }).format(entries))
  })
})

test('a list of nothing is empty', () => {
  expect(englishText.list([])).toBe('')
})

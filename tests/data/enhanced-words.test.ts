import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { LANGUAGES, SOURCE_LANGUAGE } from '#src/i18n/languages.ts'

type Entry = Record<string, string>
type EnhancedWords = Record<'classes' | 'subjects' | 'codes', Record<string, Entry>>

const read = (tag: string) =>
  JSON.parse(readFileSync(`locales/${tag}/enhanced.json`, 'utf8')) as EnhancedWords

/** Every text by its place, "codes 1.1 meaning". */
const texts = (words: EnhancedWords): Map<string, string> =>
  new Map(
    Object.entries(words).flatMap(([kind, entries]) =>
      Object.entries(entries).flatMap(([id, entry]) =>
        Object.entries(entry).map(([field, text]): [string, string] => [`${kind} ${id} ${field}`, text]),
      ),
    ),
  )

/** What no language may change: enhanced and reply codes, and what is literally said on the wire. */
const untouchable = (text: string) =>
  new Set(text.match(/`[^`]+`|\b[X245]\.\d+\.\d+\b|\b[245]\d\d\b|\bRFC \d+/g))

const english = read(SOURCE_LANGUAGE.tag)

test('the words of enhanced codes are those of the registry: three classes, eight subjects, 81 codes', () => {
  expect(Object.keys(english.classes)).toEqual(['2', '4', '5'])
  expect(Object.keys(english.subjects)).toEqual(['0', '1', '2', '3', '4', '5', '6', '7'])
  const codes = Object.keys(english.codes)
  expect(codes).toHaveLength(81)
  expect(codes.filter((code) => !/^[0-7]\.\d{1,2}$/.test(code))).toEqual([])
})

describe.each(LANGUAGES.filter(({ tag }) => tag !== SOURCE_LANGUAGE.tag))(
  'locales/$tag/enhanced.json',
  ({ tag }) => {
    const own = texts(read(tag))

    test('has each English text, and no other', () => {
      expect([...own.keys()]).toEqual([...texts(english).keys()])
    })

    test('keeps every number and everything said on the wire', () => {
      for (const [place, text] of texts(english)) {
        const translated = own.get(place) ?? ''
        for (const part of untouchable(text)) expect(translated, place).toContain(part)
      }
    })

    test('has no text that is empty, untidy or left in English', () => {
      for (const [place, text] of own) {
        expect(text, place).toMatch(/^\S(?:.*\S)?$/)
        expect(text, place).not.toMatch(/ {2}/)
        expect(text, place).not.toBe(texts(english).get(place))
      }
    })
  },
)

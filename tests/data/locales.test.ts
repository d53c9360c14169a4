import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { LANGUAGES, SOURCE_LANGUAGE } from '#src/i18n/languages.ts'
import { ENGLISH_RULES, WORDS_RULES } from '#tests/data/rules/all-rules.ts'
import { realInput } from '#tests/data/rules/real-input.ts'
import { repeatedKeys } from '#tests/data/rules/repeated-keys.ts'
import { interfaceFile, wordsFile } from '#tests/data/rules/rule.ts'

test('every folder of locales is a registered language, and every language has a folder', () => {
  expect(readdirSync('locales').toSorted()).toEqual(LANGUAGES.map(({ tag }) => tag).toSorted())
})

describe.each(LANGUAGES)('locales/$tag', (language) => {
  const input = realInput(language.tag)

  test.each([wordsFile(language), interfaceFile(language)])(
    'no key stands twice in one object of %s',
    (file) => {
      expect(repeatedKeys(readFileSync(file, 'utf8'))).toEqual([])
    },
  )

  for (const { name, about, check } of WORDS_RULES) {
    test(`${name}: ${about}`, () => {
      expect(check(input)).toEqual([])
    })
  }
})

describe('the source language', () => {
  const input = realInput(SOURCE_LANGUAGE.tag)

  for (const { name, about, check } of ENGLISH_RULES) {
    test(`${name}: ${about}`, () => {
      expect(check(input)).toEqual([])
    })
  }
})

// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chooseLanguage } from '#src/i18n/choose-language.ts'
import { findLanguage } from '#src/i18n/find-language.ts'
import { LANGUAGES, SOURCE_LANGUAGE, type Language } from '#src/i18n/languages.ts'

const nobody = { link: null, stored: null, browser: [] }
const registered: readonly Language[] = LANGUAGES
/** A language we do not speak, by a tag that no registry will ever hold. */
const UNSPOKEN = 'qaa'

describe('the language of a visit', () => {
  test('is English when nobody wishes anything', () => {
    expect(chooseLanguage(nobody)).toBe(SOURCE_LANGUAGE)
    expect(SOURCE_LANGUAGE.tag).toBe('en')
  })

  test('is English when only languages are wished that we do not speak', () => {
    expect(chooseLanguage({ link: UNSPOKEN, stored: 'tlh', browser: ['qab-QA', ''] })).toBe(SOURCE_LANGUAGE)
  })

  test('is what the link says, before an earlier choice and the browser', () => {
    for (const { tag } of registered) {
      const others = registered.map((language) => language.tag).filter((other) => other !== tag)
      const wishes = { link: tag, stored: others[0] ?? null, browser: others }
      expect(chooseLanguage(wishes).tag).toBe(tag)
    }
  })

  test('is the earlier choice, before the browser, when the link names none that we speak', () => {
    for (const { tag } of registered) {
      const others = registered.map((language) => language.tag).filter((other) => other !== tag)
      expect(chooseLanguage({ link: null, stored: tag, browser: others }).tag).toBe(tag)
      expect(chooseLanguage({ link: UNSPOKEN, stored: tag, browser: others }).tag).toBe(tag)
    }
  })

  test("is the first of the browser's list that we speak, whatever stands before it", () => {
    for (const { tag } of registered) {
      expect(chooseLanguage({ ...nobody, browser: [UNSPOKEN, tag, 'en'] }).tag).toBe(tag)
    }
  })

  test('is found for a region that has no words of its own, and in any case', () => {
    for (const { tag } of registered) {
      expect(chooseLanguage({ ...nobody, browser: [`${tag.toUpperCase()}-XX`] }).tag.split('-')[0]).toBe(
        tag.split('-')[0],
      )
    }
  })

  test('is one that we speak, whatever is wished', () => {
    const wish = fc.oneof(fc.string(), fc.constantFrom('en', 'EN-gb', '-', '', '__proto__'))
    fc.assert(
      fc.property(fc.option(wish), fc.option(wish), fc.array(wish), (link, stored, browser) => {
        expect(registered).toContain(chooseLanguage({ link, stored, browser }))
      }),
    )
  })
})

describe('the registry of languages', () => {
  test('finds each language by its tag in any case, and no other', () => {
    for (const language of registered) {
      expect(findLanguage(language.tag)).toBe(language)
      expect(findLanguage(language.tag.toLowerCase())).toBe(language)
      expect(findLanguage(language.tag.toUpperCase())).toBe(language)
    }
    expect(findLanguage(UNSPOKEN)).toBeNull()
    expect(findLanguage('')).toBeNull()
  })

  test('holds each tag once', () => {
    const tags = registered.map(({ tag }) => tag.toLowerCase())
    expect(new Set(tags).size).toBe(tags.length)
  })

  test('writes each language in the direction of its script', () => {
    const rightToLeft = new Set(['ar', 'fa', 'he', 'ur'])
    for (const { tag, direction } of registered) {
      expect(direction, tag).toBe(rightToLeft.has(tag.split('-')[0] ?? '') ? 'rtl' : 'ltr')
    }
  })
})

// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { CHOICES } from '#src/i18n/find-language.ts'
import { LANGUAGES, PSEUDO_LANGUAGES } from '#src/i18n/languages.ts'
import { pseudoWords } from '#src/i18n/pseudo-words.ts'

const ENGLISH = { title: 'Compare {{first}} with `dig MX`', inner: { text: 'Mailbox' } }

describe('the stretched pseudo-language', () => {
  const words = pseudoWords(PSEUDO_LANGUAGES.stretched.tag, ENGLISH)

  test('makes sentences at least a quarter longer, to find what has no room', () => {
    expect(words?.inner.text.length).toBeGreaterThanOrEqual(ENGLISH.inner.text.length * 1.25)
  })

  test('leaves alone what gets filled in and what is typed literally', () => {
    expect(words?.title).toContain('{{first}}')
    expect(words?.title).toContain('`dig MX`')
  })
})

test('the mirrored one turns each word round and reads right to left', () => {
  expect(PSEUDO_LANGUAGES.mirrored.direction).toBe('rtl')
  expect(pseudoWords(PSEUDO_LANGUAGES.mirrored.tag, ENGLISH)?.inner.text).toBe('\u202eMailbox\u202c')
})

test('no real language is disguised, and no visitor is offered a pseudo-language', () => {
  for (const { tag } of LANGUAGES) expect(pseudoWords(tag, ENGLISH)).toBeNull()
  expect(CHOICES).toEqual(LANGUAGES)
})

// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { loadWords } from '#src/i18n/load-words.ts'
import { firstWords } from '#src/i18n/first-words.ts'
import { LANGUAGES } from '#src/i18n/languages.ts'
import { ENGLISH_WORDS } from '#tests/setup/english.ts'
import { serveFiles } from '#tests/setup/serve-files.ts'

describe('loading the words of a language', () => {
  test('brings both of its files', async () => {
    serveFiles()
    expect(await loadWords('en')).toEqual(ENGLISH_WORDS)
  })

  test('fails with the address when a file is not there', async () => {
    serveFiles((address) => (address.includes('codes') ? new Response('', { status: 404 }) : undefined))
    await expect(loadWords('en')).rejects.toThrow(/codes.* answered 404/)
  })

  test('fails when a file does not arrive whole', async () => {
    serveFiles((address) => (address.includes('ui') ? new Response('{"site.name":') : undefined))
    await expect(loadWords('en')).rejects.toThrow(/JSON/)
  })

  test.each(['{"another":"file"}', '[]', 'null', '7'])('fails when a file holds %s', async (text) => {
    serveFiles((address) => (address.includes('ui') ? new Response(text) : undefined))
    await expect(loadWords('en')).rejects.toThrow(/./)
  })

  test('fails with the file that is missing for a language outside this build', async () => {
    serveFiles()
    await expect(loadWords('qaa')).rejects.toThrow(/locales\/qaa\//)
  })
})

describe('the words that come with the program', () => {
  test('say in every language that loading failed', () => {
    for (const { tag } of LANGUAGES) {
      for (const sentence of Object.values(firstWords(tag))) expect(sentence).not.toBe('')
    }
    expect(firstWords('en')).toEqual({
      headline: ENGLISH_WORDS.ui.loadFailureHeadline,
      lead: ENGLISH_WORDS.ui.loadFailureLead,
      retry: ENGLISH_WORDS.ui.loadFailureRetry,
      detail: ENGLISH_WORDS.ui.loadFailureDetail,
    })
  })

  test('are English for a language outside this build', () => {
    expect(firstWords('qaa')).toEqual(firstWords('en'))
  })
})

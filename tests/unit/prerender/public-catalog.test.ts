// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '#src/i18n/languages.ts'
import { formatPublicCatalog, publicCatalog, type PublicCatalog } from '#src/prerender/public-catalog.ts'
import { publicCatalogSchema, type JsonSchema } from '#src/prerender/public-catalog-schema.ts'
import { buildCatalog, buildCatalogCode } from '#tests/setup/build-code.ts'
import { ENGLISH_WORDS } from '#tests/setup/english.ts'
import { schemaFaults } from '#tests/setup/json-schema.ts'
import { readWords } from '#tests/setup/read-words.ts'
import { realCatalog } from '#tests/setup/real-catalog.ts'

const SITE = 'https://smtp.example.org/tools/'
const schema = publicCatalogSchema(SITE)

const english = publicCatalog(realCatalog, ENGLISH_WORDS, 'en', SITE)

/** What a program gets: the file, read again. */
const download = (document: PublicCatalog) => JSON.parse(formatPublicCatalog(document)) as PublicCatalog

describe.each(LANGUAGES)('the downloadable catalogue in $tag', ({ tag }) => {
  const words = readWords(tag)
  const file = download(publicCatalog(realCatalog, words, tag, SITE))

  test('is as its schema says, and has no key that the schema does not explain', () => {
    expect(schemaFaults(schema, file)).toEqual([])
    expect(file.$schema).toBe(schema.$id)
    expect(file.language).toBe(tag)
  })

  test('has every code of the catalogue, in its order and in the words of the language', () => {
    expect(file.codes.map(({ code }) => code)).toEqual(realCatalog.codes.map(({ code }) => code))
    for (const { code, name, gist, meaning, next, send, truth } of file.codes) {
      const own = words.codes.codes[code]
      expect({ name, gist, meaning, next, send, truth }, code).toEqual({ truth: null, ...own })
    }
  })

  test('has the words of every situation, remedy and case beside its id', () => {
    const { scenarios, remedies, cases } = words.codes
    for (const { code, ...record } of file.codes) {
      for (const { id, text } of record.scenarios) expect(text, `${code} ${id}`).toBe(scenarios[id])
      for (const { id, text } of record.remedies) expect(text, `${code} ${id}`).toBe(remedies[id])
      for (const narrower of record.commands.flatMap((entry) => entry.case ?? []))
        expect(narrower.text, `${code} ${narrower.id}`).toBe(cases[narrower.id])
    }
  })

  test('has every pair, surprise and wrong claim, in the words of the language', () => {
    expect(file.pairs.map(({ codes }) => codes)).toEqual(realCatalog.pairs.map(({ codes }) => codes))
    for (const { codes, answer, apart, server, do: todo, thirdHint } of file.pairs) {
      const own = words.codes.pairs[codes.join('-')]
      expect({ answer, apart, server, do: todo, thirdHint }, codes.join('-')).toEqual({
        thirdHint: null,
        ...own,
      })
      expect(Object.keys(todo), codes.join('-')).toEqual(codes)
    }
    expect(file.quirks).toEqual(
      realCatalog.quirks.map((quirk) => ({ ...quirk, ...words.codes.quirks[quirk.id] })),
    )
    expect(file.mistakes).toEqual(
      realCatalog.mistakes.map((mistake) => ({ ...mistake, ...words.codes.mistakes[mistake.id] })),
    )
  })

  test('has every enhanced code of the registry, in the words of the language', () => {
    expect(file.enhancedCodes).toHaveLength(realCatalog.enhanced.codes.length)
    for (const { code, name, meaning, next, note } of file.enhancedCodes) {
      const own = words.enhanced.codes[code.slice(2)]
      expect({ name, meaning, next, note }, code).toEqual({ next: null, note: null, ...own })
    }
  })

  test('differs from English in nothing but words', () => {
    expect(withoutWords(file)).toEqual(withoutWords(english))
  })
})

/** The file without what is written in its language; the key "text" is the protocol's own only in official texts. */
function withoutWords(file: PublicCatalog): unknown {
  const prose = new Set(
    'language name gist meaning next send truth answer apart server do thirdHint title claim note'.split(' '),
  )
  const strip = (value: unknown, within: string): unknown => {
    if (Array.isArray(value)) return value.map((item) => strip(item, within))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => !prose.has(key) && (key !== 'text' || within === 'officialTexts'))
        .map(([key, member]) => [key, strip(member, key)]),
    )
  }
  return strip(file, '')
}

describe('a record of the downloadable catalogue', () => {
  test('carries every fact of the catalogue', () => {
    for (const [index, record] of realCatalog.codes.entries()) {
      const { commands, scenarios, remedies, ...facts } = record
      const published = english.codes[index]
      expect(published).toMatchObject(facts)
      expect(published?.commands.map((entry) => ({ ...entry, case: entry.case?.id ?? null }))).toEqual(
        commands,
      )
      expect(published?.scenarios.map(({ id, sources }) => ({ id, sources }))).toEqual(
        scenarios.map((id) => realCatalog.scenarios.find((entry) => entry.id === id)),
      )
      expect(published?.remedies.map(({ id, role, sources }) => ({ id, role, sources }))).toEqual(
        remedies.map((id) => realCatalog.remedies.find((entry) => entry.id === id)),
      )
    }
  })

  test('says of a number without a trustworthy origin that it is unverified', () => {
    const unverified = english.codes.filter(({ verified }) => !verified).map(({ code }) => code)
    expect(unverified).toContain('605')
    expect(unverified).not.toContain('550')
  })

  test('keeps the wording of documents in English, whatever the language', () => {
    const arabic = publicCatalog(realCatalog, readWords('ar'), 'ar', SITE)
    const texts = arabic.codes.find(({ code }) => code === '551')?.officialTexts
    expect(texts?.map(({ text }) => text)).toEqual(['User not local; please try <forward-path>'])
  })

  test('stands on a line of its own, to be found with grep and compared with diff', () => {
    const lines = formatPublicCatalog(english).split('\n')
    for (const { code } of realCatalog.codes)
      expect(lines.filter((line) => line.startsWith(`{"code":"${code}"`))).toHaveLength(1)
  })

  test('has its keys in an order that the data cannot change', () => {
    const record = buildCatalogCode({ code: '550' })
    const turned = Object.fromEntries(Object.entries(record).reverse()) as typeof record
    const write = (codes: (typeof record)[]) =>
      formatPublicCatalog(publicCatalog(buildCatalog({ codes }), ENGLISH_WORDS, 'en', SITE))
    expect(write([turned])).toBe(write([record]))
  })
})

describe('words that are missing', () => {
  test('fail the build, with the file and the key to mend', () => {
    const catalog = buildCatalog({ codes: [buildCatalogCode({ code: '559' })] })
    expect(() => publicCatalog(catalog, ENGLISH_WORDS, 'fr', SITE)).toThrow(
      'locales/fr/codes.json has no words for codes.559',
    )
  })
})

describe('the schema of the downloadable catalogue', () => {
  test('describes every property in a sentence', () => {
    const bare: string[] = []
    let properties = 0
    const walk = (own: JsonSchema, path: string) => {
      properties += 1
      if (!/^[A-Z`].*\.$/s.test(own.description)) bare.push(`${path}: ${own.description}`)
      if (own.items) walk(own.items, `${path}[]`)
      for (const [key, member] of Object.entries({ ...own.properties, ...own.patternProperties }))
        walk(member, `${path}.${key}`)
    }
    walk(schema, '$')
    expect(bare).toEqual([])
    expect(properties).toBeGreaterThan(60)
  })

  test('stands at its own address', () => {
    expect(schema.$id).toBe(`${SITE}catalog/catalog.schema.json`)
  })

  const [first, ...others] = english.codes
  const [pair] = english.pairs
  test.each<[string, object, string]>([
    ['a code that is a number', { codes: [{ ...first, code: 550 }] }, '/codes/0/code: is of type integer'],
    [
      'a value nobody knows',
      { codes: [{ ...first, bounce: 'big' }] },
      '/codes/0/bounce: "big" is not one of',
    ],
    ['an empty name', { codes: [{ ...first, name: '' }] }, '/codes/0/name: is too short'],
    ['a key without description', { codes: [{ ...first, colour: 'red' }] }, '/codes/0: has "colour"'],
    ['a missing key', { codes: [{ code: '550' }] }, '/codes/0: has no "name"'],
    ['a pair of one', { pairs: [{ ...pair, codes: ['250'] }] }, '/pairs/0/codes: has 1 items'],
    ['a code twice', { codes: [{ ...first, confusedWith: ['250', '250'] }, ...others] }, 'has an item twice'],
    ['advice for no code', { pairs: [{ ...pair, do: { a: 'x', b: 'y' } }] }, '/pairs/0/do: has "a"'],
    ['another format', { version: 2 }, '/version: is not 1'],
  ])('refuses %s', (_, change, fault) => {
    expect(schemaFaults(schema, { ...english, ...change }).join('\n')).toContain(fault)
  })
})

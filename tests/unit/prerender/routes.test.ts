// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '#src/i18n/languages.ts'
import { fileOf, placesOf, routesOf } from '#src/prerender/routes.ts'
import { realCatalog } from '#tests/setup/real-catalog.ts'

describe('the registry of prerendered pages', () => {
  const defined = realCatalog.codes.filter(({ standing }) => standing !== 'nonstandard')
  const paths = placesOf(realCatalog).map(({ path }) => path)

  test('holds the start page, every code and every unordered pair of defined codes, in every language', () => {
    const pairs = (defined.length * (defined.length - 1)) / 2
    expect(routesOf(realCatalog)).toHaveLength(1 + realCatalog.codes.length + pairs)
    expect(paths).toHaveLength(LANGUAGES.length * routesOf(realCatalog).length)
    for (const { tag } of LANGUAGES) {
      expect(paths).toContain(`/${tag}/`)
      expect(paths).toContain(`/${tag}/smtp/422`)
      expect(paths).toContain(`/${tag}/smtp/250-vs-551`)
    }
  })

  test('names each page once, and each pair in ascending order only', () => {
    expect(new Set(paths).size).toBe(paths.length)
    const pairs = paths.flatMap((path) => /(\d{3})-vs-(\d{3})$/.exec(path)?.slice(1).join(' ') ?? [])
    expect(pairs.filter((pair) => pair.slice(0, 3) >= pair.slice(4))).toEqual([])
  })

  test('leaves pairs with a nonstandard number to the application', () => {
    expect(paths.filter((path) => path.includes('-vs-') && path.includes('422'))).toEqual([])
  })
})

test('a page lies where any host looks for its address', () => {
  expect(fileOf('/en/')).toBe('en/index.html')
  expect(fileOf('/ar/smtp/250-vs-551')).toBe('ar/smtp/250-vs-551.html')
})

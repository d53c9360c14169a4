// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '#src/i18n/languages.ts'
import { canonicalRoute } from '#src/compare/permalink.ts'
import { fileOf, placesOf, routesOf } from '#src/prerender/routes.ts'
import { realCatalog } from '#tests/setup/real-catalog.ts'

describe('the registry of prerendered pages', () => {
  const defined = realCatalog.codes.filter(({ standing }) => standing !== 'nonstandard')
  const paths = placesOf(realCatalog).map(({ path }) => path)

  test('holds the start page, every code and every pair of defined codes in both orders, in every language', () => {
    const withDots = routesOf(realCatalog).filter(
      (route) => route.kind === 'code' && route.code.kind === 'enhanced',
    )
    const pairs = (defined.length * (defined.length - 1)) / 2
    expect(routesOf(realCatalog)).toHaveLength(1 + realCatalog.codes.length + withDots.length + pairs)
    expect(paths).toHaveLength(LANGUAGES.length * (routesOf(realCatalog).length + pairs))
    for (const { tag } of LANGUAGES) {
      expect(paths).toContain(`/${tag}/`)
      expect(paths).toContain(`/${tag}/smtp/422`)
      expect(paths).toContain(`/${tag}/smtp/250-vs-551`)
      expect(paths).toContain(`/${tag}/smtp/551-vs-250`)
    }
  })

  test('holds every registered enhanced code, and every whole reply that a document lists', () => {
    for (const { detail, classes } of realCatalog.enhanced.codes) {
      expect(paths).toContain(`/en/smtp/${classes[0] ?? '5'}.${detail}`)
    }
    for (const { code, enhancedCodes } of realCatalog.codes) {
      for (const listed of enhancedCodes) expect(paths).toContain(`/fr/smtp/${code}-${listed.code}`)
    }
  })

  test('names each page once', () => {
    expect(new Set(paths).size).toBe(paths.length)
  })

  test('tells search engines of each pair in ascending order only', () => {
    for (const route of routesOf(realCatalog)) expect(canonicalRoute(route)).toEqual(route)
  })

  test('leaves pairs with a nonstandard number to the application', () => {
    expect(paths.filter((path) => path.includes('-vs-') && path.includes('422'))).toEqual([])
  })
})

test('a page lies where any host looks for its address', () => {
  expect(fileOf('/en/')).toBe('en/index.html')
  expect(fileOf('/ar/smtp/250-vs-551')).toBe('ar/smtp/250-vs-551.html')
})

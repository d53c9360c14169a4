import { describe, expect, test } from 'vitest'
import { formatPath, parsePath } from '#src/compare/permalink.ts'
import { LANGUAGES } from '#src/i18n/languages.ts'
import { routesOf } from '#src/prerender/routes.ts'
import { securityText, siteFiles } from '#src/prerender/site-files.ts'
import { buildCatalog } from '#tests/setup/build-code.ts'
import { ENGLISH_WORDS } from '#tests/setup/english.ts'
import { realCatalog } from '#tests/setup/real-catalog.ts'

const SITE = 'https://smtp.example.org/tools/'
const SITEMAP = 'http://www.sitemaps.org/schemas/sitemap/0.9'
const XHTML = 'http://www.w3.org/1999/xhtml'
const OPENSEARCH = 'http://a9.com/-/spec/opensearch/1.1/'

const filesAt = (site: string, catalog = realCatalog) =>
  new Map(siteFiles(catalog, () => ENGLISH_WORDS, site).map(({ name, content }) => [name, content]))
const files = filesAt(SITE)

/** The document of a file; throws where it is not well-formed. */
function xmlOf(name: string, of = files): Document {
  const document = new DOMParser().parseFromString(of.get(name) ?? '', 'application/xml')
  const error = document.querySelector('parsererror')
  if (error) throw new Error(`${name} is not well-formed: ${error.textContent}`)
  return document
}

const textsIn = (within: Document | Element, namespace: string, name: string) =>
  Array.from(within.getElementsByTagNameNS(namespace, name), (element) => element.textContent ?? '')

/** The pages of a sitemap by address, each with the addresses of the languages it names. */
function pagesOf(tag: string): Map<string, Map<string, string>> {
  const urls = Array.from(xmlOf(`sitemap-${tag}.xml`).getElementsByTagNameNS(SITEMAP, 'url'))
  return new Map(
    urls.map((url) => {
      const links = Array.from(url.getElementsByTagNameNS(XHTML, 'link'), (link): [string, string] => [
        link.getAttribute('hreflang') ?? '',
        link.getAttribute('href') ?? '',
      ])
      return [textsIn(url, SITEMAP, 'loc').join(), new Map(links)]
    }),
  )
}

describe('the sitemap', () => {
  const pages = new Map(LANGUAGES.map(({ tag }) => [tag as string, pagesOf(tag)]))

  test('lists a part for each language, and each part is there', () => {
    const parts = textsIn(xmlOf('sitemap.xml'), SITEMAP, 'loc')
    expect(parts).toEqual(LANGUAGES.map(({ tag }) => `${SITE}sitemap-${tag}.xml`))
    for (const part of parts) expect(files.has(part.slice(SITE.length)), part).toBe(true)
  })

  test.each(LANGUAGES)('lists exactly the registered pages of $tag, each once', ({ tag }) => {
    const expected = routesOf(realCatalog).map((route) => ({ path: formatPath(tag, route) }))
    const addresses = textsIn(xmlOf(`sitemap-${tag}.xml`), SITEMAP, 'loc')
    expect(addresses).toHaveLength(expected.length)
    expect(addresses.toSorted()).toEqual(expected.map(({ path }) => SITE + path.slice(1)).toSorted())
  })

  test('names for every page the same page in every language, itself included, and is named back', () => {
    for (const [tag, own] of pages) {
      for (const [address, languages] of own) {
        expect([...languages.keys()], address).toEqual([...pages.keys()])
        expect(languages.get(tag)).toBe(address)
        for (const [other, translated] of languages) {
          expect(pages.get(other)?.get(translated)?.get(tag), `${translated} about ${tag}`).toBe(address)
        }
      }
    }
  })

  test('has parts that search engines take: at most 50,000 addresses and 50 MB', () => {
    for (const [tag, own] of pages) {
      expect(own.size).toBeLessThanOrEqual(50_000)
      expect(new Blob([files.get(`sitemap-${tag}.xml`) ?? '']).size).toBeLessThan(50 * 2 ** 20)
    }
  })
})

test('robots.txt shuts nothing and names the sitemap by its whole address', () => {
  const lines = files.get('robots.txt')?.split('\n')
  expect(lines).toContain(`Sitemap: ${SITE}sitemap.xml`)
  expect(lines?.filter((line) => /^Disallow:\s*\S/i.test(line))).toEqual([])
})

describe('the search description for browsers', () => {
  const description = xmlOf('opensearch.xml')
  const addressOf = (type: string) =>
    Array.from(description.getElementsByTagNameNS(OPENSEARCH, 'Url'))
      .find((url) => url.getAttribute('type') === type)
      ?.getAttribute('template')

  test('sends what is typed to an address under the one of the site', () => {
    expect(addressOf('text/html')).toBe(`${SITE}smtp/{searchTerms}`)
    expect(addressOf('application/opensearchdescription+xml')).toBe(`${SITE}opensearch.xml`)
  })

  test.each([
    ['550', 'code'],
    ['250 551', 'pair'],
  ])('leads from %s to an address that the app understands', (typed, kind) => {
    const address = (addressOf('text/html') ?? '').replace('{searchTerms}', encodeURIComponent(typed))
    expect(parsePath(new URL(address).pathname.slice('/tools'.length)).route.kind).toBe(kind)
  })

  test('is one that browsers take: a short name of at most 16 characters, and every language', () => {
    const [name = ''] = textsIn(description, OPENSEARCH, 'ShortName')
    expect(name).not.toBe('')
    expect(name.length).toBeLessThanOrEqual(16)
    expect(textsIn(description, OPENSEARCH, 'Language')).toEqual(LANGUAGES.map(({ tag }) => tag))
  })
})

test('an address with signs that XML keeps for itself leaves every file well-formed', () => {
  const site = "https://smtp.example.org/mail&more/o'clock/"
  const strange = filesAt(site, buildCatalog())
  for (const name of strange.keys()) if (name.endsWith('.xml')) xmlOf(name, strange)
  expect(textsIn(xmlOf('sitemap.xml', strange), SITEMAP, 'loc')[0]).toBe(`${site}sitemap-en.xml`)
})

test('the catalogue for download is among the files, in every language and with its schema', () => {
  for (const { tag } of LANGUAGES) {
    const file = JSON.parse(files.get(`catalog/${tag}.json`) ?? '')
    expect(file).toMatchObject({ language: tag, $schema: `${SITE}catalog/catalog.schema.json` })
  }
  expect(JSON.parse(files.get('catalog/catalog.schema.json') ?? '')).toHaveProperty('$schema')
})

describe('security.txt', () => {
  const built = new Date('2026-11-24T10:00:00Z')

  test('says whom to write to until when, within the year that RFC 9116 §2.5.5 allows', () => {
    const text = securityText('https://smtp.example.org/tools/', built)
    expect(text).toContain('Contact: mailto:security@smtp.example.org\n')
    expect(text).toContain('Canonical: https://smtp.example.org/tools/.well-known/security.txt\n')
    const expires = new Date(/Expires: (.*)/.exec(text)?.[1] ?? '')
    expect(expires.getTime()).toBeGreaterThan(built.getTime())
    expect(expires.getTime()).toBeLessThan(Date.parse('2027-11-24T10:00:00Z'))
  })

  test('names the contact that a site has chosen', () => {
    expect(securityText('https://x.example/', built, 'https://x.example/report')).toContain(
      'Contact: https://x.example/report\n',
    )
  })
})

// @vitest-environment node
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { App } from '#src/app/app.tsx'
import { PAGE_DATA_ID, type PageData } from '#src/app/page-data.ts'
import type { Catalog } from '#src/catalog/catalog-schema.ts'
import { findCode } from '#src/catalog/find-code.ts'
import { compareCodes } from '#src/compare/compare-codes.ts'
import { toHtml, toMarkdown, toPlainText } from '#src/features/share-comparison/comparison-text.ts'
import { createCatalogText } from '#src/i18n/catalog-text.ts'
import { createI18n } from '#src/i18n/create-i18n.ts'
import type { Words } from '#src/i18n/load-words.ts'
import { createPageRenderer, renderWhole } from '#src/prerender/render-page.tsx'
import { placesOf, type PagePlace } from '#src/prerender/routes.ts'
import { buildCode } from '#tests/setup/build-code.ts'
import { readWords } from '#tests/setup/read-words.ts'
import { realCatalog } from '#tests/setup/real-catalog.ts'

const SITE = 'https://smtp.example.org/tools/'

const words = new Map<string, Words>()
const known = (tag: string) => {
  const own = words.get(tag) ?? readWords(tag)
  words.set(tag, own)
  return own
}

const renderer = createPageRenderer({
  catalog: realCatalog,
  wordsOf: known,
  shell: readFileSync('index.html', 'utf8'),
  site: SITE,
})

const places = placesOf(realCatalog)
const placeAt = (path: string) => places.find((place) => place.path === path) as PagePlace

function partsOf(html: string) {
  const [, root = '', json = ''] =
    new RegExp(
      `<div id="root">([^]*)</div>\\s*<script type="application/json" id="${PAGE_DATA_ID}">([^]*?)</script>`,
    ).exec(html) ?? []
  return { root, page: JSON.parse(json) as PageData }
}

/** Every kind of page, with each code in one of them; the rest differ in nothing that matters here. */
const SAMPLE = places.filter(
  ({ path, language }, index) =>
    (language.tag === 'en' && !path.includes('-vs-')) ||
    (language.tag === 'en' && realCatalog.pairs.some(({ codes }) => path.endsWith(codes.join('-vs-')))) ||
    index % 97 === 0,
)

describe('a prerendered page', () => {
  test('shows what the whole catalogue shows, and can be shown again from what it carries alone', {
    timeout: 180_000,
  }, async () => {
    expect(SAMPLE.length).toBeGreaterThan(150)
    for (const place of SAMPLE) {
      const { root, page } = partsOf(await renderer.render(place))
      const whole: PageData = { ...page, catalog: realCatalog, words: known(place.language.tag) }
      // Compared here and not by the matcher, which would print both documents whole.
      expect(root === (await renderWhole(<App page={whole} />)), place.path).toBe(true)
      expect(root === (await renderWhole(<App page={page} />)), `${place.path} from its own data`).toBe(true)
    }
  })

  test('has no script of its own: the policy would not run it, and the page would stay in pieces', async () => {
    for (const path of ['/en/', '/en/smtp/550', '/ar/smtp/421-vs-550']) {
      const { root } = partsOf(await renderer.render(placeAt(path)))
      expect(root.includes('<script'), path).toBe(false)
      expect(root.includes(' style='), path).toBe(false)
      expect(root.includes('<template'), path).toBe(false)
    }
  })

  test('carries the words of its own codes and not those of others', async () => {
    const { page } = partsOf(await renderer.render(placeAt('/fr/smtp/250-vs-551')))
    expect(Object.keys(page.words.codes.codes).toSorted()).toEqual(['250', '551'])
    expect(Object.keys(page.words.codes.pairs)).toEqual(['250-551'])
    expect(known('fr').codes.codes['250']).toMatchObject(page.words.codes.codes['250'] ?? {})
  })

  test.each(['/en/smtp/250-vs-551', '/ar/smtp/421-vs-450', '/tr/smtp/354-vs-334'])(
    'carries every word of the texts that can be copied from it: %s',
    async (path) => {
      const place = placeAt(path)
      const { page } = partsOf(await renderer.render(place))
      const copied = (own: Words, catalog: Catalog) => {
        const text = createCatalogText(createI18n(page.tag, own.ui).getFixedT(page.tag), page.tag, own)
        const [first, second] = path.slice(path.lastIndexOf('/') + 1).split('-vs-')
        const comparison = compareCodes(
          catalog,
          findCode(catalog, first ?? '') ?? buildCode(),
          findCode(catalog, second ?? '') ?? buildCode(),
        )
        const head = { title: '', answer: '', lead: '', link: '', unspecified: '' }
        return [toPlainText, toMarkdown, toHtml].map((write) => write(catalog, comparison, text, head))
      }
      expect(copied(page.words, page.catalog)).toEqual(copied(known(page.tag), realCatalog))
    },
  )

  test('cannot be broken out of by what it carries', async () => {
    const sly = structuredClone(known('en'))
    for (const code of ['250', '551'])
      Object.assign(sly.codes.codes[code] ?? {}, { meaning: '</script><script>alert(1)</script>$& $1' })
    const html = await createPageRenderer({
      catalog: realCatalog,
      wordsOf: () => sly,
      shell: readFileSync('index.html', 'utf8'),
      site: SITE,
    }).render(placeAt('/en/smtp/250-vs-551'))
    expect(html).not.toContain('<script>alert')
    expect(partsOf(html).page.words.codes.codes['250']?.meaning).toContain('</script>')
  })

  test('whose words are missing stops the build, with what is missing', async () => {
    const poor = structuredClone(known('en'))
    delete poor.codes.scenarios['unknown-user']
    const render = () =>
      createPageRenderer({
        catalog: realCatalog,
        wordsOf: () => poor,
        shell: readFileSync('index.html', 'utf8'),
        site: SITE,
      }).render(placeAt('/en/smtp/550'))
    await expect(render()).rejects.toThrow(/scenario "unknown-user"/)
  })
})

describe('the head of a page', async () => {
  const attributes = (html: string, tag: RegExp) => [...html.matchAll(tag)].map((match) => match.slice(1))
  const html = await renderer.render(placeAt('/fr/smtp/250-vs-551'))
  const french = known('fr')

  test('is in the language of the page, and names the two codes and the answer', async () => {
    expect(html).toMatch(/<html lang="fr" dir="ltr">/)
    const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? ''
    for (const part of ['250', '551', french.codes.codes['250']?.name ?? '']) expect(title).toContain(part)
    const description = /<meta name="description" content="([^"]*)"/.exec(html)?.[1] ?? ''
    expect(description).toContain(french.codes.pairs['250-551']?.answer)
    expect(await renderer.render(placeAt('/ar/smtp/550'))).toMatch(/<html lang="ar" dir="rtl">/)
  })

  test('names its own address and the same page in every language, each a whole address', () => {
    expect(attributes(html, /<link rel="canonical" href="([^"]*)"/g)).toEqual([[`${SITE}fr/smtp/250-vs-551`]])
    expect(attributes(html, /<link rel="alternate" hreflang="([^"]*)" href="([^"]*)"/g)).toEqual([
      ...['en', 'fr', 'vi', 'tr', 'ar'].map((tag) => [tag, `${SITE}${tag}/smtp/250-vs-551`]),
      ['x-default', `${SITE}en/smtp/250-vs-551`],
    ])
  })

  test('has a picture and words for previews', () => {
    const properties = Object.fromEntries(attributes(html, /<meta property="og:([^"]*)" content="([^"]*)"/g))
    expect(properties).toMatchObject({
      url: `${SITE}fr/smtp/250-vs-551`,
      locale: 'fr_FR',
      image: `${SITE}preview.png`,
    })
    expect(html).toContain('<meta name="twitter:card" content="summary_large_image">')
  })

  test('says in data what the page is about', () => {
    const [[json = '']] = attributes(html, /<script type="application\/ld\+json">([^]*?)<\/script>/g) as [
      string[],
    ]
    expect(JSON.parse(json)).toMatchObject({
      '@type': 'WebPage',
      inLanguage: 'fr',
      about: [{ termCode: '250' }, { termCode: '551' }],
    })
  })
})

import type { Page } from '@playwright/test'
import { expect, expectPath, expectNoSidewaysScroll, headline, open, put, test } from './site.ts'
import { translation, type Translation } from './translations.ts'

const LANGUAGES = { en: 'English', fr: 'Français', vi: 'Tiếng Việt', tr: 'Türkçe', ar: 'العربية' } as const

const PAIRS = [
  ['fr', '250', '551'],
  ['vi', '251', '550'],
  ['tr', '251', '551'],
  ['vi', '251', '554'],
  ['ar', '211', '551'],
] as const

const english = translation('en')

test.describe('a comparison reads wholly in its language', () => {
  for (const [tag, first, second] of PAIRS) {
    test(`${first} and ${second} in ${tag}`, async ({ page }) => {
      const own = translation(tag)
      await open(page, `/${tag}/smtp/${first}-vs-${second}`)
      await expect(page.locator('html')).toHaveAttribute('lang', tag)
      await expect(page.locator('html')).toHaveAttribute('dir', tag === 'ar' ? 'rtl' : 'ltr')

      const note = own.codes.pairs[`${first}-${second}`]
      await expect(headline(page)).toHaveText(note?.answer ?? '')
      await expect(page).toHaveTitle(
        own.words('title.pair', {
          first,
          second,
          firstName: own.codes.codes[first]?.name ?? '',
          secondName: own.codes.codes[second]?.name ?? '',
        }),
      )
      const shown = (await textsOnPage(page)).join('\n')
      const wanted = [note?.apart, note?.server, ...Object.values(note?.do ?? {})]
      for (const sentence of wanted) expect(shown).toContain(sentence?.split('`')[0])

      await expectWholly(page, own)
    })
  }
})

for (const path of [
  '',
  'smtp/550',
  'smtp/250-vs-250',
  'smtp/5.7.1',
  'smtp/550-4.2.2-vs-550-5.7.232',
  'smtp/452?first=gmail&second=microsoft',
  'smtp/259',
  'smtp/451-vs-999',
  'smtp/422',
]) {
  test(`so does the page /${path} in every other language`, async ({ page }) => {
    for (const tag of ['fr', 'vi', 'tr', 'ar']) {
      await open(page, `/${tag}/${path}`)
      if (path.includes('?')) await expect(page.getByRole('article').first()).toBeVisible()
      await expectWholly(page, translation(tag))
    }
  })
}

test.describe('the choice of a language', () => {
  test('is made by keyboard, and shows the same pair and view under its own address', async ({ page }) => {
    const arabic = translation('ar')
    await open(page, '/en/smtp/250-vs-551?show=differences')
    const button = switchButton(page)
    await button.focus()
    await page.keyboard.press('Enter')
    for (const _ of Object.keys(LANGUAGES)) await page.keyboard.press('Tab')
    await expect(page.getByRole('link', { name: LANGUAGES.ar })).toBeFocused()
    await page.keyboard.press('Enter')
    await expectPath(page, '/ar/smtp/250-vs-551?show=differences')
    await expect(headline(page)).toHaveText(arabic.codes.pairs['250-551']?.answer ?? '')
    await expect(page.getByRole('combobox', { name: arabic.words('pick-codes.first') })).toHaveValue('250')
    await expect(button).toBeFocused()
    await expect(page.getByRole('link', { name: LANGUAGES.ar })).toBeHidden()
    await page.goBack()
    await expect(headline(page)).toHaveText(english.codes.pairs['250-551']?.answer ?? '')
  })

  test('names every language in itself and marks it as such', async ({ page }) => {
    await open(page, '/vi/')
    await switchButton(page).click()
    for (const [tag, name] of Object.entries(LANGUAGES)) {
      const link = page.getByRole('link', { name, exact: true })
      await expect(link).toBeVisible()
      await expect(link).toHaveAttribute('lang', tag)
      await expect(link).toHaveAttribute('hreflang', tag)
    }
    await expect(page.getByRole('link', { name: LANGUAGES.vi })).toHaveAttribute('aria-current', 'true')
  })

  test('leaves what is read in its place, however long the sentences are around it', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await open(page, '/en/smtp/250-vs-551')
    const row = page.getByRole('row').nth(9)
    await row.evaluate((element) => window.scrollBy(0, element.getBoundingClientRect().top - 200))
    const before = await row.evaluate((element) => element.getBoundingClientRect().top)
    await page.getByRole('link', { name: LANGUAGES.ar, includeHidden: true }).evaluate((link) => {
      if (link instanceof HTMLElement) link.click()
    })
    await expectPath(page, '/ar/smtp/250-vs-551')
    await expect
      .poll(() => row.evaluate((element, top) => Math.abs(element.getBoundingClientRect().top - top), before))
      .toBeLessThan(120)
  })

  test('is remembered, while a link in another language is only followed', async ({ page }) => {
    await open(page, '/fr/smtp/550')
    await open(page, '/')
    await expectPath(page, '/en/')
    await switchButton(page).click()
    await page.getByRole('link', { name: LANGUAGES.tr }).click()
    await expectPath(page, '/tr/')
    await open(page, '/vi/smtp/550')
    await open(page, '/')
    await expectPath(page, '/tr/')
  })

  for (const [locale, tag] of [
    ['fr-CA', 'fr'],
    ['ar-EG', 'ar'],
    ['nl-NL', 'en'],
  ] as const) {
    test(`falls to the wish of the browser on a first visit: ${locale} gets ${tag}`, async ({
      browser,
      baseURL,
    }) => {
      const context = await browser.newContext({ locale, baseURL: baseURL ?? '' })
      const page = await context.newPage()
      await open(page, '/smtp/250-vs-551')
      await expectPath(page, `/${tag}/smtp/250-vs-551`)
      await context.close()
    })
  }

  test('loads the words of that language and of no other', async ({ page }) => {
    const files: string[] = []
    page.on('request', (request) => {
      const name = /\/assets\/((?:ui|codes)-[\w-]+\.json)$/.exec(request.url())?.[1]
      if (name) files.push(name)
    })
    await open(page, '/vi/smtp/250-vs-551')
    const kinds = () => files.map((file) => file.replace(/-.*/, '')).toSorted((a, b) => a.localeCompare(b))
    await expect.poll(kinds).toEqual(['codes', 'ui'])
    const first = [...files]
    await switchButton(page).click()
    await page.getByRole('link', { name: LANGUAGES.tr }).click()
    await expectPath(page, '/tr/smtp/250-vs-551')
    expect(files.length).toBe(4)
    expect(files.slice(2).filter((file) => first.includes(file))).toEqual([])
  })
})

test.describe('right to left', () => {
  test('the first code stands on the right, and the protocol keeps its own direction', async ({ page }) => {
    const arabic = translation('ar')
    await open(page, '/ar/smtp/250-vs-551')
    const box = async (name: string) =>
      (await page.getByRole('combobox', { name: arabic.words(name) }).boundingBox()) ?? { x: 0 }
    expect((await box('pick-codes.first')).x).toBeGreaterThan((await box('pick-codes.second')).x)

    // The session runs as its transcript does: from the greeting at the left to QUIT at the right.
    const places = await page
      .getByRole('group', { name: arabic.words('session.title') })
      .getByRole('listitem')
      .evaluateAll((items) => items.map((item) => item.getBoundingClientRect().x))
    expect(places.slice(0, 9)).toEqual(places.slice(0, 9).toSorted((a, b) => a - b))

    for (const selector of ['code', 'q', '[role=cell] bdi[dir]']) {
      const directions = await page
        .locator(selector)
        .evaluateAll((elements) => elements.map((element) => getComputedStyle(element).direction))
      expect(directions.length).toBeGreaterThan(0)
      expect(new Set(directions), selector).toEqual(new Set(['ltr']))
    }
  })

  test('marked words stand clear of what is around them, so that their letters do not join', async ({
    page,
  }) => {
    await open(page, '/ar/smtp/251-vs-551')
    const paddings = await page
      .locator('mark')
      .evaluateAll((marks) => marks.map((mark) => getComputedStyle(mark).paddingInlineStart))
    expect(paddings.length).toBeGreaterThan(0)
    for (const padding of paddings) expect(Number.parseFloat(padding)).toBeGreaterThan(1)
  })
})

test.describe('search in a picker', () => {
  for (const [tag, typed, code] of [
    ['tr', 'POSTA KUTUSU', '552'],
    ['tr', 'posta kutusu', '552'],
    ['vi', 'hop thu', '552'],
    ['fr', 'BOITE', '550'],
    ['ar', 'صندوق', '552'],
    ['ar', '٥٥١', '551'],
  ] as const) {
    test(`${typed} finds ${code} in ${tag}`, async ({ page }) => {
      const own = translation(tag)
      await open(page, `/${tag}/`)
      await put(page.getByRole('combobox', { name: own.words('pick-codes.first') }), typed)
      await expect(page.getByRole('option').filter({ hasText: code }).first()).toBeVisible()
    })
  }

  test('two codes in Arabic digits set both pickers', async ({ page }) => {
    const arabic = translation('ar')
    await open(page, '/ar/')
    await put(page.getByRole('combobox', { name: arabic.words('pick-codes.first') }), '٢٥٠ و٥٥١')
    await expectPath(page, '/ar/smtp/250-vs-551')
  })
})

const LAYOUT_PATHS = ['smtp/421-vs-554', 'smtp/550', '']

for (const width of [1280, 390]) {
  test.describe(`${width} pixels wide, nothing is clipped or lies on anything else`, () => {
    test.use({ viewport: { width, height: 900 } })

    for (const tag of Object.keys(LANGUAGES)) {
      test(tag, async ({ page }) => {
        for (const path of LAYOUT_PATHS) {
          await open(page, `/${tag}/${path}`)
          await expectTidy(page)
        }
      })
    }

    for (const tag of ['en-XA', 'en-XB']) {
      test(`${tag}, a pseudo-language`, async ({ page, pseudo }) => {
        for (const path of LAYOUT_PATHS) {
          await page.goto(`${pseudo}/${tag}/${path}`)
          await expect(headline(page)).toBeVisible()
          await expect(page.locator('html')).toHaveAttribute('lang', tag)
          await expect(page.getByRole('contentinfo')).not.toContainText('site.')
          await expectTidy(page)
        }
      })
    }
  })
}

function switchButton(page: Page) {
  return page.locator('summary').filter({ has: page.locator('bdi') })
}

/** The texts of the page in its own language: not what the protocol, a citation or another language says. */
async function textsOnPage(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const foreign = `:is([lang]:not([lang="${document.documentElement.lang}"]), code, noscript, script, style, header del, header ins)`
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const texts: string[] = []
    while (walker.nextNode()) {
      const text = walker.currentNode.nodeValue?.trim() ?? ''
      if (text !== '' && !walker.currentNode.parentElement?.closest(foreign)) texts.push(text)
    }
    return texts
  })
}

/** That every text comes from the words of the language, and no sentence is one of the English words. */
async function expectWholly(page: Page, own: Translation): Promise<void> {
  const texts = await textsOnPage(page)
  expect(texts.length).toBeGreaterThan(10)
  const fillable = own.texts.filter((text) => text.includes('{{')).map(patternOf)
  const names: string[] = Object.values(LANGUAGES)
  const lists = new Intl.ListFormat(own.tag, { type: 'conjunction' })
  const between = ['12', '123'].flatMap((entries) =>
    lists.formatToParts(entries).flatMap(({ type, value }) => (type === 'literal' ? value : [])),
  )
  const entriesOf = (text: string) =>
    between.reduce((parts, sign) => parts.flatMap((part) => part.split(sign)), [text])
  const isKnown = (text: string) =>
    !/\p{L}{2}/u.test(withoutProtocol(text)) ||
    names.includes(text) ||
    own.texts.some((known) => known.includes(text)) ||
    fillable.some((pattern) => pattern.test(text))
  const strangers = texts.filter((text) => !isKnown(text) && !entriesOf(text).every(isKnown))
  expect(strangers, 'texts that locales does not have').toEqual([])

  const body = texts.join('\n')
  const sentences = english.texts.flatMap((text) => text.split(/(?<=[.?:])\s+/))
  const left = sentences.filter(
    (sentence) => sentence.split(' ').length >= 4 && !sentence.includes('{{') && body.includes(sentence),
  )
  expect(left, 'English sentences').toEqual([])
}

function patternOf(text: string): RegExp {
  const parts = text.split(/\{\{\w+\}\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.+').trim()}$`, 'su')
}

/** Without digits, commands and the signs between them. */
function withoutProtocol(text: string): string {
  return text.replace(/\b[A-Z\d][A-Z\d.]+\b|\dyz|x\dz/g, ' ')
}

/** That no text is cut off at the edge of its box, or lies on another text, and that nothing sticks out sideways. */
async function expectTidy(page: Page): Promise<void> {
  await expectNoSidewaysScroll(page)
  const faults = await page.evaluate(() => {
    const isShown = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true }) &&
      ![...ancestors(element)].some((each) => getComputedStyle(each).clipPath !== 'none')
    function* ancestors(element: Element) {
      for (let each: Element | null = element; each; each = each.parentElement) yield each
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const lines: { text: string; box: DOMRect; parent: Element }[] = []
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement
      const text = walker.currentNode.nodeValue?.trim() ?? ''
      if (!parent || text === '' || !isShown(parent)) continue
      // What stays in view while the rest scrolls lies over it on purpose.
      if (parent.closest('[class*=pickers]')) continue
      const range = document.createRange()
      range.selectNodeContents(walker.currentNode)
      for (const box of range.getClientRects()) {
        if (box.width > 1 && box.height > 1) lines.push({ text, box, parent })
      }
    }
    const found: string[] = []
    lines.sort((a, b) => a.box.top - b.box.top)
    lines.forEach((line, index) => {
      for (const other of lines.slice(index + 1)) {
        if (other.box.top > line.box.bottom) break
        if (other.parent === line.parent) continue
        const wide = Math.min(line.box.right, other.box.right) - Math.max(line.box.left, other.box.left)
        const high = Math.min(line.box.bottom, other.box.bottom) - Math.max(line.box.top, other.box.top)
        // Line boxes are taller than letters, and neighbours in one line may touch.
        if (wide > 3 && high > Math.min(line.box.height, other.box.height) * 0.45)
          found.push(`"${line.text}" lies on "${other.text}"`)
      }
    })
    for (const element of document.querySelectorAll('main *, header *, footer *, [class*=pickers] *')) {
      const style = getComputedStyle(element)
      const isCut = style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1
      if (isCut && element.clientWidth > 1 && isShown(element) && style.display !== 'inline')
        found.push(`cut off: <${element.tagName}> ${element.textContent?.slice(0, 60)}`)
    }
    return found
  })
  expect(faults).toEqual([])
}

import { readdirSync, readFileSync } from 'node:fs'
import {
  awake,
  expect,
  expectPath,
  expectPicked,
  firstPicker,
  headline,
  open,
  put,
  row,
  secondPicker,
  shiftsOf,
  test,
  watchShifts,
} from './site.ts'
import { translation } from './translations.ts'
import { pairWords, words } from './words.ts'

const PAIR = '/en/smtp/250-vs-551'

const KINDS = ['', 'smtp/550', 'smtp/422', 'smtp/250-vs-551', 'smtp/421-vs-554', 'smtp/354-vs-535'] as const

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  // Where scripts are switched off, Chromium reports those it was told to fetch early as blocked.
  test.beforeEach(({ faults }) => faults.expect(/request failed: .*\.js csp/, 'chromium'))

  test('a comparison is whole: the answer, every row, and links that lead on', async ({ page }) => {
    await page.goto(PAIR)
    const { answer, apart, server } = pairWords('250', '551')
    await expect(headline(page)).toHaveText(answer)
    for (const sentence of [apart, server]) await expect(page.getByText(sentence)).toBeVisible()
    await expect(page.getByRole('table').getByRole('rowheader')).toHaveCount(16)

    await page
      .getByRole('link', { name: words('compare.third-link', { first: '250', second: '251' }) })
      .click()
    await expectPath(page, '/en/smtp/250-vs-251')
    await expect(headline(page)).toHaveText(pairWords('250', '251').answer)
    await page.getByRole('link', { name: words('compare.see-code', { code: '251' }) }).click()
    await expectPath(page, '/en/smtp/251')
    await expect(headline(page)).toBeVisible()
  })

  test('both codes have as much room, on a phone too', async ({ page }) => {
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 844 })
      await page.goto(PAIR)
      const cards = page.getByRole('region', { name: words('pick-codes.label') }).locator('> div')
      await expect(cards).toHaveCount(2)
      const [first, second] = [await cards.first().boundingBox(), await cards.last().boundingBox()]
      expect(second?.width).toBeCloseTo(first?.width ?? 0, 0)
    }
  })

  test('the swapped pair is a link, and as whole', async ({ page }) => {
    await page.goto(PAIR)
    await page.getByRole('link', { name: words('pick-codes.swap') }).click()
    await expectPath(page, '/en/smtp/551-vs-250')
    await expect(headline(page)).toHaveText(pairWords('250', '551').answer)
    await expect(row(page, 'class').cells).toContainText(['5yz', '2yz'])
    await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', /\/en\/smtp\/250-vs-551$/)
  })

  test('other languages are a list of links', async ({ page }) => {
    await page.goto(PAIR)
    await page.locator('summary').first().click()
    await page.getByRole('link', { name: 'العربية' }).click()
    await expectPath(page, '/ar/smtp/250-vs-551')
    await expect(headline(page)).toHaveText(translation('ar').codes.pairs['250-551']?.answer ?? '')
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  })

  test('nothing is shown that would not work', async ({ page }) => {
    for (const kind of KINDS) {
      await page.goto(`/en/${kind}`)
      await expect(headline(page)).toBeVisible()
      await expect(page.getByRole('button').filter({ visible: true })).toHaveCount(0)
      await expect(page.getByRole('radio').filter({ visible: true })).toHaveCount(0)
      await expect(page.getByRole('checkbox').filter({ visible: true })).toHaveCount(0)
    }
  })
})

test.describe('coming to life', () => {
  for (const tag of ['en', 'fr', 'vi', 'tr', 'ar']) {
    test(`every kind of page does so in ${tag} without a word in the console`, async ({ page }) => {
      for (const kind of KINDS) {
        await page.goto(`/${tag}/${kind}`)
        const before = await page.locator('main').innerText()
        await awake(page)
        expect(await page.locator('main').innerText()).toBe(before)
      }
    })
  }

  test('moves nothing on the page', { tag: '@chromium' }, async ({ page }) => {
    await watchShifts(page)
    for (const path of [PAIR, '/ar/smtp/421-vs-554', '/en/', '/fr/smtp/550', `${PAIR}?show=differences`]) {
      await open(page, path)
      await expect
        .poll(() =>
          page.evaluate(() =>
            performance.getEntriesByType('resource').some(({ name }) => /codes-[^/]+\.json$/.test(name)),
          ),
        )
        .toBe(true)
      expect(await shiftsOf(page), path).toEqual([])
    }
  })

  test('a link that asks for the differences shows no other row, not even before the program', async ({
    page,
  }) => {
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    await page.route(/\/assets\/[^/]+\.js$/, (route) => held.then(() => route.continue()))
    await page.goto(`${PAIR}?show=differences`, { waitUntil: 'commit' })
    await expect(headline(page)).toBeVisible()
    const shown = page.getByRole('table').getByRole('rowheader').filter({ visible: true })
    await expect(shown).toHaveCount(13)
    release()
    await awake(page)
    await expect(shown).toHaveCount(13)
    await expect(page.getByRole('radio', { name: words('compare.only-differences') })).toBeChecked()
  })

  test('what was typed before counts', async ({ page }) => {
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    await page.route(/\/assets\/[^/]+\.js$/, (route) => held.then(() => route.continue()))
    await page.goto(PAIR, { waitUntil: 'commit' })
    await put(firstPicker(page), '421 450')
    release()
    await expectPath(page, '/en/smtp/421-vs-450')
    await expectPicked(page, '421', '450')
  })

  test('a code typed and confirmed before the list has come is picked', async ({ page }) => {
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    await page.route(/\/assets\/(?:smtp-codes|enhanced-codes|codes|enhanced|ui)-[^/]+\.json$/, (route) =>
      held.then(() => route.continue()),
    )
    await open(page, PAIR)
    await secondPicker(page).focus()
    await page.keyboard.type('421')
    await page.keyboard.press('Enter')
    release()
    await expectPath(page, '/en/smtp/250-vs-421')
    await expectPicked(page, '250', '421')
  })

  test('a link followed before the catalogue has come leads there all the same', async ({ page }) => {
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    await page.route(/\/assets\/(?:smtp-codes|enhanced-codes|codes|enhanced|ui)-[^/]+\.json$/, (route) =>
      held.then(() => route.continue()),
    )
    await open(page, PAIR)
    await page
      .getByRole('link', { name: words('compare.third-link', { first: '250', second: '251' }) })
      .click()
    await expect(headline(page)).toHaveText(pairWords('250', '551').answer)
    release()
    await expectPath(page, '/en/smtp/250-vs-251')
    await expect(headline(page)).toHaveText(pairWords('250', '251').answer)
  })
})

test.describe('what a search field or an address bar sends', () => {
  for (const [typed, path] of [
    ['/smtp/550', '/en/smtp/550'],
    ['/smtp/250%20551', '/en/smtp/250-vs-551'],
    ['/en/smtp/250,551', '/en/smtp/250-vs-551'],
  ] as const) {
    test(`${typed} leads to ${path}`, async ({ page }) => {
      await open(page, typed)
      await expectPath(page, path)
    })
  }

  test('words find codes by their words', async ({ page }) => {
    await open(page, '/en/smtp/mailbox%20unavailable')
    await expect(headline(page)).toHaveText(words('not-found.headline', { text: 'mailbox unavailable' }))
    await expect(page.getByRole('main').getByRole('link', { name: /550/ }).first()).toBeVisible()
  })
})

test('the head stays true while the page changes without being loaded again', async ({ page }) => {
  await open(page, PAIR)
  const canonical = page.locator('link[rel=canonical]')
  await expect(canonical).toHaveAttribute('href', /\/en\/smtp\/250-vs-551$/)
  await page.keyboard.press('s')
  await expectPath(page, '/en/smtp/551-vs-250')
  await expect(canonical).toHaveAttribute('href', /\/en\/smtp\/250-vs-551$/)
  await page.getByRole('link', { name: words('compare.see-code', { code: '551' }) }).click()
  await expect(canonical).toHaveAttribute('href', /\/en\/smtp\/551$/)
  await expect(page.locator('link[hreflang=ar]')).toHaveAttribute('href', /\/ar\/smtp\/551$/)
})

/** A pair has two pages, of which search engines are told one. */
const isAscending = (name: string) => {
  const [first = '', second = first] = name.split('-vs-')
  return first <= second
}

test('the sitemap lists exactly the pages that were built', async ({ request }) => {
  const index = await (await request.get('/sitemap.xml')).text()
  const parts = [...index.matchAll(/<loc>https?:\/\/[^/]+(\/[^<]*)<\/loc>/g)].map(([, part = '']) => part)
  expect(parts).toHaveLength(5)
  const listed: string[] = []
  for (const part of parts) {
    const text = await (await request.get(part)).text()
    listed.push(...[...text.matchAll(/<loc>https?:\/\/[^/]+(\/[^<]*)<\/loc>/g)].map(([, path = '']) => path))
  }
  const built = ['en', 'fr', 'vi', 'tr', 'ar'].flatMap((tag) => [
    `/${tag}/`,
    ...readdirSync(`dist/${tag}/smtp`)
      .map((file) => file.replace(/\.html$/, ''))
      .filter(isAscending)
      .map((name) => `/${tag}/smtp/${name}`),
  ])
  expect(listed.toSorted((a, b) => a.localeCompare(b))).toEqual(built.toSorted((a, b) => a.localeCompare(b)))
})

test('every page and file of the build keeps to the policy: no script or style of its own', () => {
  for (const path of [
    'index.html',
    '404.html',
    'en/index.html',
    'ar/smtp/421-vs-554.html',
    'fr/smtp/550.html',
  ]) {
    const html = readFileSync(`dist/${path}`, 'utf8')
    expect(html.match(/<script(?![^>]*(?:src=|type="application\/(?:ld\+)?json"))/g), path).toBeNull()
    expect(html.match(/<style| style="| on[a-z]+="/g), path).toBeNull()
    expect(html.match(/<script[^>]*src="[^"]*\/assets\/[^"]*"(?![^>]*integrity=)/g), path).toBeNull()
  }
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, test as base, type BrowserContext, type Page } from '@playwright/test'
import { FaultyHost, type Fault } from './faulty-host.ts'
import { awake, expect, expectPicked, firstPicker, headline, secondPicker, swapButton } from './site.ts'
import { translation } from './translations.ts'
import { codeWords, pairWords, words } from './words.ts'

const PAIR = '/en/smtp/250-vs-551'
const ANSWER = pairWords('250', '551').answer

/** Every test has a host of its own, and what it asks of other hosts is a fault of the site. */
const test = base.extend<{ host: FaultyHost }>({
  host: async ({ context }, provide) => {
    const host = await FaultyHost.open()
    const strangers: string[] = []
    context.on('weberror', (error) => strangers.push(`page error: ${error.error().message}`))
    context.on('request', (request) => {
      const { protocol, origin } = new URL(request.url())
      if (protocol.startsWith('http') && origin !== host.origin) strangers.push(request.url())
    })
    await provide(host)
    await host.close()
    expect(strangers, 'requests to other origins, and errors of the page').toEqual([])
  },
})
test.use({ serviceWorkers: 'allow' })

const read = async (page: Page, host: FaultyHost, path: string) => {
  await page.goto(host.origin + path)
  await expect(headline(page)).toBeVisible()
}

/** A first visit, until everything is kept. */
async function visit(page: Page, host: FaultyHost, path = PAIR) {
  await read(page, host, path)
  await keptWhole(page)
}

async function keptWhole(page: Page) {
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready
    if (active?.state !== 'activated')
      await new Promise((resolve) => active?.addEventListener('statechange', resolve, { once: true }))
  })
}

/** That a page runs the program of a release. */
const expectRelease = (page: Page, release: number) =>
  expect(page.locator('script[type=module]')).toHaveAttribute('src', new RegExp(`-r${release}\\.js$`))

async function cutNetwork(context: BrowserContext, host: FaultyHost) {
  await host.stop()
  await context.setOffline(true)
}

/** Asks for a newer release, as browsers do by themselves on a navigation. */
const lookForUpdate = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration()
    await registration?.update()
  })

test.describe('after one visit, without a network', () => {
  test('every kind of link works: pairs, codes, start pages, old links, languages never seen, and junk', async ({
    page,
    context,
    host,
  }) => {
    await visit(page, host, '/en/smtp/550')
    await cutNetwork(context, host)

    const arabic = translation('ar')
    const turkish = translation('tr')
    const links: [string, string][] = [
      [PAIR, ANSWER],
      ['/en/smtp/551-vs-250', ANSWER],
      ['/en/smtp/451-vs-421', pairWords('421', '451').answer],
      ['/ar/smtp/250-vs-551', arabic.codes.pairs['250-551']?.answer ?? ''],
      ['/tr/compare/smtp/250-ok-vs-551-user-not-local', turkish.codes.pairs['250-551']?.answer ?? ''],
      ['/en/smtp/554', codeWords('554').gist],
      ['/en/', words('start.headline')],
      ['/', words('start.headline')],
      ['/en/smtp/999', words('not-found.headline', { text: '999' })],
    ]
    for (const [path, expected] of links) {
      await page.goto(host.origin + path)
      await expect(headline(page), path).toContainText(expected)
    }
    await page.reload()
    await expect(headline(page)).toBeVisible()
  })

  test('picking, swapping and another language work, and the page says that there is no network', async ({
    page,
    context,
    host,
  }) => {
    await visit(page, host)
    await cutNetwork(context, host)
    await page.reload()
    await expect(page.getByText(words('offline.offline'), { exact: true })).toBeVisible()
    await secondPicker(page).click()
    await page.keyboard.type('554')
    await page.keyboard.press('Enter')
    await expectPicked(page, '250', '554')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await swapButton(page).click()
    await expectPicked(page, '554', '250')
    await page.locator('summary').first().click()
    await page.getByRole('link', { name: 'Tiếng Việt' }).click()
    await expect(headline(page)).toContainText(translation('vi').codes.codes['554']?.gist ?? '')

    await host.start()
    await context.setOffline(false)
    await expect(page.getByText(translation('vi').words('offline.offline'), { exact: true })).toHaveCount(0)
  })

  test('in every language', async ({ page, context, host }) => {
    await visit(page, host)
    await cutNetwork(context, host)
    for (const tag of ['en', 'fr', 'vi', 'tr', 'ar']) {
      await page.goto(`${host.origin}/${tag}/smtp/250-vs-551`)
      await expect(headline(page)).toHaveText(translation(tag).codes.pairs['250-551']?.answer ?? '')
    }
  })
})

test('that it works offline is said once', async ({ page, host }) => {
  await read(page, host, PAIR)
  await expect(page.getByText(words('offline.ready'))).toBeVisible()
  await page.getByRole('button', { name: words('offline.close') }).click()
  await expect(page.getByText(words('offline.ready'))).toHaveCount(0)

  await page.reload()
  await awake(page)
  await keptWhole(page)
  await expect(page.getByText(words('offline.ready'))).toHaveCount(0)
})

test.describe('a new release', () => {
  test('waits for consent; then pair, rows and scroll are as they were', async ({ page, host }) => {
    await visit(page, host, `${PAIR}?show=differences`)
    host.deploy(2)
    await lookForUpdate(page)
    await expect(page.getByText(words('offline.update'))).toBeVisible()
    await expectRelease(page, 1)

    await page.evaluate(() => window.scrollTo(0, 600))
    await page.getByRole('button', { name: words('offline.update-now') }).click()
    await expectRelease(page, 2)
    await expect(headline(page)).toHaveText(ANSWER)
    await expect(page).toHaveURL(`${host.origin}${PAIR}?show=differences`)
    await expect(page.getByRole('radio', { name: words('compare.only-differences') })).toBeChecked()
    // To a few pixels: what is read stays in place while the pickers above it come in, and the number may not.
    const offBy = () => page.evaluate(() => Math.abs(window.scrollY - 600))
    await expect.poll(offBy).toBeLessThanOrEqual(4)
    await expect(page.getByText(words('offline.update'))).toHaveCount(0)
  })

  test('keeps a code that waits for its other', async ({ page, host }) => {
    await visit(page, host, '/en/')
    await firstPicker(page).click()
    await page.keyboard.type('421')
    await page.keyboard.press('Enter')
    await expectPicked(page, '421', '')
    host.deploy(2)
    await lookForUpdate(page)
    await page.getByRole('button', { name: words('offline.update-now') }).click()
    await expectRelease(page, 2)
    await expectPicked(page, '421', '')
  })

  test('without consent the old one goes on, with files the host no longer has', async ({ page, host }) => {
    await visit(page, host)
    host.deploy(2)
    await lookForUpdate(page)
    await page.getByRole('button', { name: words('offline.later') }).click()
    await expect(page.getByText(words('offline.update'))).toHaveCount(0)
    await page.locator('summary').first().click()
    await page.getByRole('link', { name: 'Türkçe' }).click()
    await expect(headline(page)).toHaveText(translation('tr').codes.pairs['250-551']?.answer ?? '')
    await expectRelease(page, 1)
  })

  test('taken in one tab leaves another alone, with all it needs', async ({ page, context, host }) => {
    await visit(page, host)
    const other = await context.newPage()
    await read(other, host, '/en/smtp/550')
    host.deploy(2)
    await lookForUpdate(page)
    await page.getByRole('button', { name: words('offline.update-now') }).click()
    await expectRelease(page, 2)

    await expectRelease(other, 1)
    await other.locator('summary').first().click()
    await other.getByRole('link', { name: 'العربية' }).click()
    await expect(headline(other)).toHaveText(translation('ar').codes.codes['550']?.gist ?? '')
    await expectRelease(other, 1)
    await other.reload()
    await expectRelease(other, 2)
  })

  test('is there on the next loading when nobody else uses the old one', async ({ page, host }) => {
    await visit(page, host)
    host.deploy(2)
    await lookForUpdate(page)
    await expect(page.getByText(words('offline.update'))).toBeVisible()
    await page.reload()
    await expect(headline(page)).toHaveText(ANSWER)
    await expectRelease(page, 2)
  })

  test('an older one put back is a new one like any other', async ({ page, host }) => {
    host.deploy(2)
    await visit(page, host)
    host.deploy(1)
    await lookForUpdate(page)
    await page.getByRole('button', { name: words('offline.update-now') }).click()
    await expectRelease(page, 1)
    await expect(headline(page)).toHaveText(ANSWER)
  })

  test('that cannot be fetched whole changes nothing, and comes once it can', async ({ page, host }) => {
    await visit(page, host)
    host.deploy(2)
    host.trouble(/\/assets\/codes-[^/]*\.json$/, 'half')
    await expect(lookForUpdate(page).then(() => keptWhole(page))).resolves.toBeUndefined()
    await page.reload()
    await expectRelease(page, 1)
    await expect(headline(page)).toHaveText(ANSWER)

    host.heal()
    await lookForUpdate(page)
    await expect(page.getByText(words('offline.update'))).toBeVisible()
  })
})

test.describe('a page without a worker that outlives a deploy', () => {
  test('loads itself anew once when a part of it is gone', async ({ page, host }) => {
    await page.addInitScript(() => {
      Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: () => undefined })
    })
    host.trouble(/\/assets\/(?:start-page|code-page)/, 'refused')
    await read(page, host, PAIR)
    host.deploy(2)
    host.heal()
    await page.getByRole('link', { name: words('compare.see-code', { code: '551' }) }).click()
    await expect(headline(page)).toHaveText(codeWords('551').gist)
    await expectRelease(page, 2)
  })
})

const SPOILT: Record<string, RegExp> = {
  'the program': /\/assets\/index-[^/]*\.js$/,
  'the words of a language': /\/assets\/codes-[^/]*\.json$/,
  'the style sheet': /\/assets\/[^/]*\.css$/,
  'the script before the first paint': /\/boot\.js$/,
  'the document': /^[^/]*\/\/[^/]+\/$/,
  'the pickers': /\/assets\/code-pickers-[^/]*\.js$/,
}
const SPOILS: Record<string, (body: string) => string> = {
  garbled: (body) => body.replaceAll('e', '\u0000'),
  'a page of somebody else': () => '<!doctype html><title>Sign in</title>',
  'cut in half': (body) => body.slice(0, body.length / 2),
}

for (const [what, pattern] of Object.entries(SPOILT)) {
  test(`${what}, spoilt in what is kept in any way, is mended by the first reload`, async ({
    page,
    host,
  }) => {
    await visit(page, host)
    for (const [, spoil] of Object.entries(SPOILS)) {
      const spoilt = await spoilKept(page, pattern, spoil)
      expect(spoilt, 'files spoilt').toBeGreaterThan(0)
      await page.reload()
      await expect(headline(page)).toHaveText(ANSWER)
      await awake(page)
      await expect(firstPicker(page)).toHaveCSS('border-top-style', /./)
      await page.locator('summary').first().click()
      await page.getByRole('link', { name: 'Français' }).click()
      await expect(headline(page)).toHaveText(translation('fr').codes.pairs['250-551']?.answer ?? '')
      await page.goto(host.origin + PAIR)
    }
  })
}

async function spoilKept(page: Page, pattern: RegExp, spoil: (body: string) => string): Promise<number> {
  const kept = await page.evaluate(async () => {
    const found: { cache: string; url: string; body: string }[] = []
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        const body = (await (await cache.match(request))?.text()) ?? ''
        found.push({ cache: name, url: request.url, body })
      }
    }
    return found
  })
  const chosen = kept
    .filter(({ url }) => pattern.test(url))
    .map((entry) => ({ ...entry, body: spoil(entry.body) }))
  await page.evaluate(async (entries) => {
    for (const { cache: name, url, body } of entries) {
      const cache = await caches.open(name)
      const old = await cache.match(url)
      // The head survives what befalls the bytes.
      await cache.put(url, new Response(body, { headers: new Headers(old?.headers) }))
    }
  }, chosen)
  return chosen.length
}

test('everything kept may vanish under an open page', async ({ page, host }) => {
  await visit(page, host)
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name)
  })
  await page.locator('summary').first().click()
  await page.getByRole('link', { name: 'Français' }).click()
  await expect(headline(page)).toHaveText(translation('fr').codes.pairs['250-551']?.answer ?? '')
  await page.reload()
  await expect(headline(page)).toHaveText(translation('fr').codes.pairs['250-551']?.answer ?? '')
})

const ANY_FILE = /./
const AFTER_VISIT: Record<string, Fault> = {
  'an error for everything': 'error',
  'a portal for everything': 'portal',
  'silence for everything': 'hang',
  'nothing found any more': 'not found',
  'connections that break': 'refused',
}
for (const [name, fault] of Object.entries(AFTER_VISIT)) {
  test(`after a visit, ${name}: links that were never opened work`, async ({ page, host }) => {
    await visit(page, host)
    host.trouble(ANY_FILE, fault)
    await page.goto(`${host.origin}/fr/smtp/450-vs-451`)
    await expect(headline(page)).toHaveText(translation('fr').codes.pairs['450-451']?.answer ?? '')
    host.heal()
    await page.reload()
    await expect(headline(page)).toHaveText(translation('fr').codes.pairs['450-451']?.answer ?? '')
  })
}

const WHILE_KEEPING: Record<string, Fault> = {
  'not found': 'not found',
  'an error': 'error',
  "a portal's page": 'portal',
  'half a file': 'half',
  'a connection cut': 'cut',
  'a file of another release': { bytesOf: '{"another":"release"}' },
}
for (const [name, fault] of Object.entries(WHILE_KEEPING)) {
  test(`${name} while the site is kept for the first time: nothing is said to be ready, the next visit keeps it`, async ({
    page,
    context,
    host,
  }) => {
    host.trouble(/\/assets\/(?:codes|ui)-.*\.json$/, fault)
    await read(page, host, PAIR)
    await expect(headline(page)).toHaveText(ANSWER)
    await expect
      .poll(() =>
        page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active ?? null),
      )
      .toBeNull()
    await expect(page.getByText(words('offline.ready'))).toHaveCount(0)

    host.heal()
    await page.reload()
    await keptWhole(page)
    await cutNetwork(context, host)
    await page.goto(`${host.origin}/tr/smtp/550`)
    await expect(headline(page)).toHaveText(translation('tr').codes.codes['550']?.gist ?? '')
  })
}

const FIRST_FILES: Record<string, RegExp> = {
  'the program': /\/assets\/index-[^/]*\.js$/,
  'what the program imports': /\/assets\/language-provider-[^/]*\.js$/,
  'the style sheet': /\/assets\/[^/]*\.css$/,
  'the script before the first paint': /\/boot\.js$/,
  'the script that watches over the others': /\/recover\.js$/,
  'the pickers': /\/assets\/code-pickers-[^/]*\.js$/,
  'the words': /\/assets\/ui-[^/]*\.json$/,
  'the catalogue': /\/assets\/smtp-codes-[^/]*\.json$/,
}
for (const [what, pattern] of Object.entries(FIRST_FILES)) {
  for (const fault of ['cut', 'error', 'hang'] as const) {
    test(`first visit, ${what}: ${fault} once, and the page comes to life by itself`, async ({
      page,
      host,
    }) => {
      host.trouble(pattern, fault, 1)
      await page.goto(host.origin + PAIR, { waitUntil: 'commit' })
      await expect(headline(page)).toHaveText(ANSWER)
      await awake(page)
      await expect(headline(page)).toBeInViewport()
      await page.keyboard.press('s')
      await expectPicked(page, '551', '250')
    })
  }
}

for (const fault of ['cut', 'stall'] as const) {
  test(`first visit, the page itself: ${fault} half way, and it is whole by itself`, async ({
    page,
    host,
  }) => {
    host.trouble(/\/250-vs-551$/, fault, 1)
    // A page that breaks off is a failed loading to the browser's driver, and a page to the person.
    await page.goto(host.origin + PAIR, { waitUntil: 'commit' })
    await expect(page.getByRole('link', { name: words('compare.see-code', { code: '551' }) })).toBeVisible()
    await awake(page)
    await page.keyboard.press('s')
    await expectPicked(page, '551', '250')
  })
}

/*
 * 50 deploys and rollbacks on one host, and between them the network coming and going, tabs opened, closed, reloaded,
 * picks, looks for a newer release. After each, every open page shows its pair, and all it runs is of one release; in the end everybody has the
 * newest within two visits.
 */
const RELEASES = [1, 2, 3, 4, 5, 6]

test('a long walk of deploys, tabs and spells without a network leaves nobody behind', async ({
  page,
  context,
  host,
}) => {
  const random = seeded(20_261_124)
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item
  const pairs = ['250-vs-551', '251-vs-551', '421-vs-451', '550-vs-554']
  const answers = new Map(pairs.map((pair) => [pair, pairWords(pair.slice(0, 3), pair.slice(-3)).answer]))
  let release = 1
  let isOnline = true
  await visit(page, host)
  const tabs = [{ tab: page, pair: '250-vs-551' }]
  const reloads = watchReloads(tabs[0]!.tab)

  for (let turn = 0; turn < 50; turn++) {
    const one = pick(tabs)
    // Newer than the last one, or older and put back.
    release = pick(RELEASES)
    host.deploy(release)
    const event = pick(['network', 'open', 'close', 'reload', 'pick', 'look'] as const)
    if (event === 'network') {
      isOnline = !isOnline
      if (isOnline) await host.start()
      else await host.stop()
    }
    if (event === 'open' && tabs.length < 5) {
      const tab = await context.newPage()
      watchReloads(tab, reloads)
      const pair = pick(pairs)
      await tab.goto(`${host.origin}/en/smtp/${pair}`)
      tabs.push({ tab, pair })
    }
    if (event === 'close' && tabs.length > 1) {
      tabs.splice(tabs.indexOf(one), 1)
      await one.tab.close()
    }
    if (event === 'reload') {
      reloads.asked++
      await one.tab.reload()
    }
    if (event === 'pick') {
      one.pair = pick(pairs)
      await awake(one.tab)
      await secondPicker(one.tab).fill(one.pair.replace('-vs-', ' '))
    }
    if (event === 'look' && isOnline)
      await one.tab.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration()
        await registration?.update().catch(() => {})
      })
    for (const { tab, pair } of tabs) {
      await expect(headline(tab), `turn ${turn}, ${event}`).toHaveText(answers.get(pair) ?? '')
      expect(await releasesOn(tab), `turn ${turn}, ${event}: releases on one page`).toHaveLength(1)
    }
  }
  expect(reloads.seen, 'loadings that nobody asked for').toBe(reloads.asked)

  if (!isOnline) await host.start()
  for (const { tab } of tabs.slice(1)) await tab.close()
  const last = tabs[0]!.tab
  await last.goto(`${host.origin}/en/`)
  await lookForUpdate(last)
  const isFetching = () =>
    last.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.installing !== null)
  await expect.poll(isFetching).toBe(false)
  await last.goto(host.origin + PAIR)
  await expectRelease(last, release)
})

/** The releases of all that a page has loaded of the program. */
const releasesOn = (page: Page) =>
  page.evaluate(() => [
    ...new Set(
      performance
        .getEntriesByType('resource')
        .map(({ name }) => /\/assets\/.*-r(\d+)\./.exec(name)?.[1])
        .filter((release) => release !== undefined),
    ),
  ])

interface Reloads {
  asked: number
  seen: number
}

/** Counts how often pages are loaded again in place. */
function watchReloads(page: Page, reloads: Reloads = { asked: 0, seen: 0 }): Reloads {
  page.on('domcontentloaded', async () => {
    const type = await page
      .evaluate(() =>
        performance
          .getEntriesByType('navigation')
          .map((entry) => (entry as PerformanceNavigationTiming).type),
      )
      .catch(() => [])
    if (type[0] === 'reload') reloads.seen++
  })
  return reloads
}

/** Mulberry32: the same walk on every machine. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

test('Chromium finds nothing that keeps it from installing', async ({ host, browserName }) => {
  expect(browserName).toBe('chromium')
  const profile = mkdtempSync(join(tmpdir(), 'replydiff-profile-'))
  const { launchOptions = {} } = test.info().project.use
  const context = await chromium.launchPersistentContext(profile, launchOptions)
  const page = await context.newPage()
  await visit(page, host)
  const session = await context.newCDPSession(page)
  const { errors, data } = await session.send('Page.getAppManifest')
  expect(errors).toEqual([])
  expect(JSON.parse(data ?? '{}').name).toBe('Replydiff')
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors')
  expect(installabilityErrors).toEqual([])
  await context.close()

  // A cold start of the browser, without a network.
  await host.stop()
  const later = await chromium.launchPersistentContext(profile, launchOptions)
  const [tab = await later.newPage()] = later.pages()
  await tab.goto(`${host.origin}/vi/smtp/450-vs-550`)
  await expect(headline(tab)).toHaveText(translation('vi').codes.pairs['450-550']?.answer ?? '')
  await later.close()
  rmSync(profile, { recursive: true, force: true })
})

test.describe('where a browser keeps nothing', () => {
  for (const [name, spoil] of Object.entries({
    'no worker at all': () =>
      Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: () => undefined }),
    'a worker that may not be touched': () =>
      Object.defineProperty(Navigator.prototype, 'serviceWorker', {
        get: () => {
          throw new DOMException('The operation is insecure.', 'SecurityError')
        },
      }),
    'no storage of any kind': () => {
      for (const key of ['localStorage', 'sessionStorage', 'caches', 'indexedDB'] as const)
        Object.defineProperty(window, key, {
          get: () => {
            throw new DOMException('The operation is insecure.', 'SecurityError')
          },
        })
    },
  })) {
    test(`${name}: the site works with the network alone`, async ({ page, host }) => {
      await page.addInitScript(spoil)
      await read(page, host, PAIR)
      await awake(page)
      await page.keyboard.press('s')
      await expectPicked(page, '551', '250')
      await page.reload()
      await expect(headline(page)).toHaveText(ANSWER)
    })
  }
})

test.describe('a text shared from another app', () => {
  const share = async (page: Page, host: FaultyHost, text: string) => {
    await visit(page, host)
    await page.goto('about:blank')
    await page.evaluate(
      ([action, shared]) => {
        const form = document.createElement('form')
        form.method = 'post'
        form.enctype = 'multipart/form-data'
        form.action = action ?? ''
        const field = document.createElement('textarea')
        field.name = 'text'
        field.value = shared ?? ''
        form.append(field)
        document.body.append(form)
        form.submit()
      },
      [`${host.origin}/share`, text],
    )
  }

  test('with two codes opens their comparison, and no word of it is part of the address', async ({
    page,
    host,
  }) => {
    await share(
      page,
      host,
      'yesterday 450 4.7.1 greylisted, today 550 5.7.1 <user@example.org> from 192.0.2.250',
    )
    await expect(headline(page)).toHaveText(pairWords('450', '550').answer)
    await expect(page).toHaveURL(`${host.origin}/en/smtp/450-vs-550`)
  })

  test('with one code opens its page', async ({ page, host }) => {
    await share(page, host, '550-5.1.1 No such user')
    await expect(page).toHaveURL(`${host.origin}/en/smtp/550`)
  })

  test('with none says so where a code can be typed', async ({ page, host }) => {
    await share(page, host, 'Meeting at 10:30 in room 12')
    await expect(page.getByRole('alert')).toHaveText(words('share-target.none'))
    await expect(page).toHaveURL(`${host.origin}/en/`)
  })
})

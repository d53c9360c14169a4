import type { BrowserContext, Page } from '@playwright/test'
import type { Fault, FaultyHost } from './faulty-host.ts'
import {
  ANSWER,
  cutNetwork,
  expectRelease,
  keptWhole,
  lookForUpdate,
  PAIR,
  read,
  test,
  visit,
} from './kept-site.ts'
import { awake, expect, expectPicked, firstPicker, headline } from './site.ts'
import { translation } from './translations.ts'
import { codeWords, words } from './words.ts'

test.use({ serviceWorkers: 'allow', mayRefuse: true })

interface Place {
  page: Page
  context: BrowserContext
  host: FaultyHost
}

/** What may go wrong, what the person sees of it, and how it is brought about and seen. */
interface FaultCase {
  fault: string
  sees: string
  run: (place: Place) => Promise<void>
  /** Where no other browser can be brought to it from outside. */
  onlyIn?: 'chromium'
}

/** That a page can be read, and that what can be pressed answers. */
async function expectAlive(page: Page) {
  await expect(headline(page)).toHaveText(ANSWER)
  await awake(page)
  await expect(headline(page)).toBeInViewport()
  await page.keyboard.press('s')
  await expectPicked(page, '551', '250')
}

/** That a language never asked for before is there, and the words are in it. */
async function expectFrench(page: Page) {
  await page.locator('summary').first().click()
  await page.getByRole('link', { name: 'Français' }).click()
  await expect(headline(page)).toHaveText(translation('fr').codes.pairs['250-551']?.answer ?? '')
}

const hasNothingReady = (page: Page) => expect(page.getByText(words('offline.ready'))).toHaveCount(0)

const hasActiveWorker = (page: Page) =>
  page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.active))

/** That the site is kept now, from this visit on. */
async function expectKept({ page, context, host }: Place) {
  await keptWhole(page)
  await cutNetwork(context, host)
  await page.goto(`${host.origin}/tr/smtp/550`)
  await expect(headline(page)).toHaveText(translation('tr').codes.codes['550']?.gist ?? '')
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
const ON_THE_WAY = {
  cut: 'is cut off',
  error: 'is answered with 500',
  hang: 'never comes',
} as const

const FIRST_VISIT: FaultCase[] = [
  ...Object.entries(FIRST_FILES).flatMap(([what, pattern]) =>
    (['cut', 'error', 'hang'] as const).map(
      (fault): FaultCase => ({
        fault: `first visit, ${what} ${ON_THE_WAY[fault]} once`,
        sees: 'the comparison, and it comes to life by itself',
        run: async ({ page, host }) => {
          host.trouble(pattern, fault, 1)
          await page.goto(host.origin + PAIR, { waitUntil: 'commit' })
          await expectAlive(page)
        },
      }),
    ),
  ),
  ...(['cut', 'stall'] as const).map(
    (fault): FaultCase => ({
      fault: `first visit, the page itself ${fault === 'cut' ? 'is cut off' : 'stalls'} half way`,
      sees: 'the whole page, by itself',
      run: async ({ page, host }) => {
        host.trouble(/\/250-vs-551$/, fault, 1)
        // A page that breaks off is a failed loading to the browser's driver, to Firefox' from the first, and a page to the
        // person.
        await page.goto(host.origin + PAIR, { waitUntil: 'commit' }).catch((error: Error) => {
          expect(error.message).toContain('NS_ERROR_NET_PARTIAL_TRANSFER')
        })
        await expect(
          page.getByRole('link', { name: words('compare.see-code', { code: '551' }) }),
        ).toBeVisible()
        await expectAlive(page)
      },
    }),
  ),
  {
    fault: 'first visit, and a deploy between the page and its files',
    sees: 'the comparison, of the newer release alone',
    run: async ({ page, host }) => {
      host.after(/\/250-vs-551$/, () => host.deploy(2))
      await page.goto(host.origin + PAIR, { waitUntil: 'commit' })
      await expectRelease(page, 2)
      await expectAlive(page)
    },
  },
  {
    fault: 'a page without a worker outlives a deploy, and asks for a part that is gone',
    sees: 'the page asked for, of the newer release',
    run: async ({ page, host }) => {
      await page.addInitScript(() => {
        Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: () => undefined })
      })
      host.trouble(/\/assets\/(?:start-page|code-page)/, 'refused')
      await read(page, host, PAIR)
      await awake(page)
      host.deploy(2)
      host.heal()
      await page.getByRole('link', { name: words('compare.see-code', { code: '551' }) }).click()
      await expect(headline(page)).toHaveText(codeWords('551').gist)
      await expectRelease(page, 2)
    },
  },
  {
    fault: 'a part of the page never comes, the second time either',
    sees: 'what happened, and ways on',
    run: async ({ page, host }) => {
      await page.addInitScript(() => {
        Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: () => undefined })
      })
      host.trouble(/\/assets\/code-page/, 'hang')
      await read(page, host, PAIR)
      await awake(page)
      await page.getByRole('link', { name: words('compare.see-code', { code: '551' }) }).click()
      await expect(page.getByRole('alert')).toContainText(words('failure.crash-headline'), {
        timeout: 90_000,
      })
      host.heal()
      await page.getByRole('button', { name: words('failure.reload') }).click()
      await expect(headline(page)).toHaveText(codeWords('551').gist)
    },
  },
]

const WHILE_KEEPING: FaultCase[] = Object.entries({
  'is not found': 'not found',
  'is answered with 500': 'error',
  "is a portal's page with status 200": 'portal',
  'is half there': 'half',
  'is cut off': 'cut',
  'is one of another release': { bytesOf: '{"another":"release"}' },
} satisfies Record<string, Fault>).map(
  ([how, fault]): FaultCase => ({
    fault: `while the site is kept for the first time, a file ${how}`,
    sees: 'the page, and nothing about working offline; the next visit keeps all',
    run: async ({ page, context, host }) => {
      host.trouble(/\/assets\/(?:codes|ui)-.*\.json$/, fault)
      await read(page, host, PAIR)
      await expect(headline(page)).toHaveText(ANSWER)
      await expect.poll(() => hasActiveWorker(page)).toBe(false)
      await hasNothingReady(page)
      host.heal()
      await page.reload()
      await expectKept({ page, context, host })
    },
  }),
)

WHILE_KEEPING.push(
  {
    fault: 'while the site is kept for the first time, a file never comes',
    sees: 'the page, which answers; "ready" once the file came the second time',
    run: async ({ page, context, host }) => {
      host.trouble(/\/screenshots|\/icons\/any-512/, 'hang', 1)
      host.trouble(/\/assets\/codes-tr-|\/assets\/codes-[^/]*\.json$/, 'hang', 1)
      await read(page, host, PAIR)
      await expectAlive(page)
      await hasNothingReady(page)
      // The worker has its own patience with a file before it asks again.
      await expect(page.getByText(words('offline.ready'))).toBeVisible({ timeout: 90_000 })
      await expectKept({ page, context, host })
    },
  },
  {
    fault: 'the network goes while the site is kept for the first time',
    sees: 'the page, which goes on; the next visit keeps all',
    run: async ({ page, context, host }) => {
      host.after(/\/assets\/codes-[^/]*\.json$/, () => void host.stop())
      await read(page, host, PAIR)
      await awake(page)
      await page.keyboard.press('s')
      await expectPicked(page, '551', '250')
      await hasNothingReady(page)
      await expect.poll(() => host.isOpen).toBe(false)
      await host.start()
      await page.goto(host.origin + PAIR)
      await expectKept({ page, context, host })
    },
  },
  {
    fault: 'storage is full before the site is kept',
    sees: 'the page, which works with the network, and nothing about working offline; with room again the next visit keeps all',
    onlyIn: 'chromium',
    run: async ({ page, context, host }) => {
      const session = await context.newCDPSession(page)
      await session.send('Storage.overrideQuotaForOrigin', { origin: host.origin, quotaSize: 200_000 })
      await read(page, host, PAIR)
      await expectAlive(page)
      await expect.poll(() => hasActiveWorker(page)).toBe(false)
      await hasNothingReady(page)
      await session.send('Storage.overrideQuotaForOrigin', { origin: host.origin })
      await page.goto(host.origin + PAIR)
      await expectKept({ page, context, host })
    },
  },
)

const AFTER_VISIT: FaultCase[] = Object.entries({
  'an error for everything': 'error',
  "a portal's page for everything": 'portal',
  'silence for everything': 'hang',
  'nothing found any more': 'not found',
  'connections that break': 'refused',
} satisfies Record<string, Fault>).map(
  ([what, fault]): FaultCase => ({
    fault: `after a visit, ${what}`,
    sees: 'links that were never opened, as if nothing were',
    run: async ({ page, host }) => {
      await visit(page, host)
      host.trouble(/./, fault)
      await page.goto(`${host.origin}/fr/smtp/450-vs-451`)
      await expect(headline(page)).toHaveText(translation('fr').codes.pairs['450-451']?.answer ?? '')
      host.heal()
      await page.reload()
      await expect(headline(page)).toHaveText(translation('fr').codes.pairs['450-451']?.answer ?? '')
    },
  }),
)

const KEPT_FILES: Record<string, RegExp> = {
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

const SPOILT: FaultCase[] = Object.entries(KEPT_FILES).map(
  ([what, pattern]): FaultCase => ({
    fault: `${what} is spoilt in what is kept: ${Object.keys(SPOILS).join(', ')}`,
    sees: 'the page whole on the first reload, each time',
    run: async ({ page, host }) => {
      await visit(page, host)
      for (const spoil of Object.values(SPOILS)) {
        const spoilt = await spoilKept(page, pattern, spoil)
        expect(spoilt, 'files spoilt').toBeGreaterThan(0)
        await page.reload()
        await expect(headline(page)).toHaveText(ANSWER)
        await awake(page)
        await expect(firstPicker(page)).toHaveCSS('border-top-style', /./)
        await expectFrench(page)
        await page.goto(host.origin + PAIR)
      }
    },
  }),
)

SPOILT.push({
  fault: 'everything kept vanishes under an open page',
  sees: 'the page, which goes on, and is kept again',
  run: async ({ page, host }) => {
    await visit(page, host)
    await page.evaluate(async () => {
      for (const name of await caches.keys()) await caches.delete(name)
    })
    await expectFrench(page)
    await page.reload()
    await expect(headline(page)).toHaveText(translation('fr').codes.pairs['250-551']?.answer ?? '')
  },
})

const RELEASES: FaultCase[] = [
  {
    fault: 'two tabs, and the newer release is taken in one',
    sees: 'the newer one there, and the older one whole in the other until it is loaded again',
    run: async ({ page, context, host }) => {
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
    },
  },
  {
    fault: 'an older release is put back',
    sees: 'the offer of a newer version, and then the older one whole',
    run: async ({ page, host }) => {
      host.deploy(2)
      await visit(page, host)
      host.deploy(1)
      await lookForUpdate(page)
      await page.getByRole('button', { name: words('offline.update-now') }).click()
      await expectRelease(page, 1)
      await expect(headline(page)).toHaveText(ANSWER)
    },
  },
  {
    fault: 'a newer release cannot be fetched whole',
    sees: 'the older one, without a word; the offer once it can',
    run: async ({ page, host }) => {
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
    },
  },
  {
    fault: 'the worker is retired by its publisher',
    sees: 'the page as ever, with the network alone; nothing stays behind',
    run: async ({ page, host }) => {
      await visit(page, host)
      host.retire()
      await lookForUpdate(page)
      const left = () =>
        page.evaluate(async () => ({
          workers: (await navigator.serviceWorker.getRegistrations()).length,
          caches: (await caches.keys()).length,
        }))
      await expect.poll(left).toEqual({ workers: 0, caches: 0 })
      await page.reload()
      await expectAlive(page)
      await hasNothingReady(page)
      await expect.poll(left).toEqual({ workers: 0, caches: 0 })
      expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull()
    },
  },
]

const NOTHING_KEPT: FaultCase[] = Object.entries({
  'a browser without workers': () =>
    Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: () => undefined }),
  'a browser that forbids to touch the worker': () =>
    Object.defineProperty(Navigator.prototype, 'serviceWorker', {
      get: () => {
        throw new DOMException('The operation is insecure.', 'SecurityError')
      },
    }),
  'a browser that blocks all storage': () => {
    for (const key of ['localStorage', 'sessionStorage', 'caches', 'indexedDB'] as const)
      Object.defineProperty(window, key, {
        get: () => {
          throw new DOMException('The operation is insecure.', 'SecurityError')
        },
      })
  },
  'storage that is full': () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
    }
  },
  'storage that holds junk': () => {
    if (location.protocol.startsWith('http'))
      for (const key of ['theme', 'recent', 'shortcuts', 'language', 'place'])
        localStorage.setItem(`replydiff.${key}`, '{"junk":[')
  },
}).map(
  ([what, spoil]): FaultCase => ({
    fault: what,
    sees: 'the site, with what the network has',
    run: async ({ page, host }) => {
      await page.addInitScript(spoil)
      await read(page, host, PAIR)
      await expectAlive(page)
      await page.reload()
      await expect(headline(page)).toHaveText(ANSWER)
    },
  }),
)

NOTHING_KEPT.push(
  {
    fault: 'a private window',
    sees: 'the site, offline too; nothing of it in the next one',
    run: async ({ page, context, host }) => {
      // Every context of the driver is a private window, and another one is the next.
      await visit(page, host)
      const next = await context.browser()?.newContext({ serviceWorkers: 'allow' })
      const fresh = await next?.newPage()
      await fresh?.goto(`${host.origin}/robots.txt`)
      expect(
        await fresh?.evaluate(async () => [...(await caches.keys()), ...Object.keys(localStorage)]),
      ).toEqual([])
      await next?.close()
      await expectKept({ page, context, host })
    },
  },
  ...[-1, 1].map(
    (years): FaultCase => ({
      fault: `a clock that is a year ${years < 0 ? 'behind' : 'ahead'}`,
      sees: 'the site, offline too, and a newer release as ever',
      run: async ({ page, context, host }) => {
        // To the browser it is the host's that is wrong, which is the same to whatever compares the two.
        host.clockOffset = -years * 365 * 24 * 60 * 60 * 1000
        await page.clock.setFixedTime(Date.now() - host.clockOffset)
        await visit(page, host)
        await expectAlive(page)
        host.deploy(2)
        await lookForUpdate(page)
        await page.getByRole('button', { name: words('offline.update-now') }).click()
        await expectRelease(page, 2)
        await expectKept({ page, context, host })
      },
    }),
  ),
)

const FAULTS = [...FIRST_VISIT, ...WHILE_KEEPING, ...AFTER_VISIT, ...SPOILT, ...RELEASES, ...NOTHING_KEPT]

for (const { fault, sees, run, onlyIn } of FAULTS) {
  test(`${fault}: ${sees}`, { tag: onlyIn === undefined ? [] : `@${onlyIn}` }, ({ page, context, host }) =>
    run({ page, context, host }),
  )
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

import type { Page } from '@playwright/test'
import { expectRelease, lookForUpdate, PAIR, test, visit } from './kept-site.ts'
import { awake, expect, headline, put, secondPicker } from './site.ts'
import { pairWords } from './words.ts'

test.use({ serviceWorkers: 'allow' })

/*
 * Deploys and rollbacks on one host, and between them the network coming and going, tabs opened, closed, reloaded,
 * picks, looks for a newer release. After each, every open page shows its pair, and all it runs is of one release; in the
 * end everybody has the newest within two visits.
 */
const DEPLOYS = 200
const RELEASES = [1, 2, 3, 4, 5, 6]

test('a long walk of deploys, tabs and spells without a network leaves nobody behind', async ({
  page,
  context,
  browserName,
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

  for (let turn = 0; turn < DEPLOYS; turn++) {
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
      const isUpdate = isOnline && tabs.length === 1 && (await hasWaiting(one.tab))
      await one.tab.reload()
      if (isUpdate && browserName === 'chromium') await takenOver(one.tab)
    }
    if (event === 'pick') {
      one.pair = pick(pairs)
      await awake(one.tab)
      await put(secondPicker(one.tab), one.pair.replace('-vs-', ' '))
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

const hasWaiting = (page: Page) =>
  page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting))

/**
 * Waits until the release that waited is in charge. With the driver attached to the worker that makes room, Chromium forgets
 * a navigation that comes before; without it, never in 25 times.
 */
const takenOver = (page: Page) =>
  page.evaluate(async () => {
    const waiting = (await navigator.serviceWorker.getRegistration())?.waiting
    if (waiting)
      await new Promise((resolve) => waiting.addEventListener('statechange', resolve, { once: true }))
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

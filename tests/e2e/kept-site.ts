import { test as base, type BrowserContext, type Page } from '@playwright/test'
import { FaultyHost } from './faulty-host.ts'
import { expect, headline } from './site.ts'
import { pairWords } from './words.ts'

export const PAIR = '/en/smtp/250-vs-551'
export const ANSWER = pairWords('250', '551').answer

/** With these words Firefox tells the page that a file is not what its link promised; Chromium tells the console. */
const REFUSED =
  /hashes in the integrity attribute|was blocked because of a disallowed MIME type|^nosniff\)\.$/

/**
 * Every test has a host of its own, and what it asks of other hosts is a fault of the site. So is a file that the browser
 * refuses, unless the tests bring that about.
 */
export const test = base.extend<{ host: FaultyHost; mayRefuse: boolean }>({
  mayRefuse: [false, { option: true }],
  host: async ({ context, mayRefuse }, provide) => {
    const host = await FaultyHost.open()
    const strangers: string[] = []
    context.on('weberror', (error) => {
      const { message } = error.error()
      if (!mayRefuse || !REFUSED.test(message)) strangers.push(`page error: ${message}`)
    })
    context.on('request', (request) => {
      const { protocol, origin } = new URL(request.url())
      if (protocol.startsWith('http') && origin !== host.origin) strangers.push(request.url())
    })
    await provide(host)
    await host.close()
    expect(strangers, 'requests to other origins, and errors of the page').toEqual([])
  },
})

export const read = async (page: Page, host: FaultyHost, path: string) => {
  await page.goto(host.origin + path)
  await expect(headline(page)).toBeVisible()
}

/** A first visit, until everything is kept. */
export async function visit(page: Page, host: FaultyHost, path = PAIR) {
  await read(page, host, path)
  await keptWhole(page)
}

export async function keptWhole(page: Page) {
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready
    if (active?.state !== 'activated')
      await new Promise((resolve) => active?.addEventListener('statechange', resolve, { once: true }))
  })
}

/** That a page runs the program of a release. */
export const expectRelease = (page: Page, release: number) =>
  expect(page.locator('script[type=module]')).toHaveAttribute('src', new RegExp(`-r${release}\\.js$`))

export async function cutNetwork(context: BrowserContext, host: FaultyHost) {
  await host.stop()
  await context.setOffline(true)
}

/** Asks for a newer release, as browsers do by themselves on a navigation. */
export const lookForUpdate = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration()
    await registration?.update()
  })

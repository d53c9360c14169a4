import { test as base, expect, type BrowserContext, type Locator, type Page } from '@playwright/test'
import { isAppPath } from '#src/prerender/hosting.ts'
import { words, wordsOf } from './words.ts'

interface Faults {
  /**
   * Says that the test itself brings about what matches; it has to happen, and everything else still fails. Some of it only
   * one browser puts into words.
   */
  expect: (pattern: RegExp, onlyIn?: 'chromium') => void
}

export interface SiteOptions {
  /** Where the same site stands with pseudo-languages, to be looked at for its layout. */
  pseudo: string
  /** Where it stands in a folder of its host, the folder included. */
  based: string
  /** Where else it stands, each with its own web server. */
  hosts: string[]
}

/**
 * Every test watches what no visitor should meet: console output, page errors, failed requests, a breach of the content
 * security policy, a request to another origin. An address that is nobody's has to be answered with 404, and the page
 * that says so is then what a visitor should meet.
 */
export const test = base.extend<{ faults: Faults } & SiteOptions>({
  pseudo: ['', { option: true }],
  based: ['', { option: true }],
  hosts: [[], { option: true }],

  // Firefox' driver switches nothing off; a policy that lets no script run does, and `noscript` knows it too.
  context: async ({ context, browserName, javaScriptEnabled }, provide) => {
    if (browserName === 'firefox' && !javaScriptEnabled)
      await context.route('**', async (route) => {
        if (!route.request().isNavigationRequest()) return route.continue()
        const response = await route.fetch()
        const headers = response.headers()
        const policy = `${headers['content-security-policy'] ?? ''}; sandbox allow-same-origin`
        await route.fulfill({ response, headers: { ...headers, 'content-security-policy': policy } })
      })
    await provide(context)
  },

  faults: [
    async ({ context, browserName, baseURL, pseudo, based, hosts }, use) => {
      const seen = await watch(context, [baseURL, pseudo, ...hosts], based)
      const expected: RegExp[] = []
      await use({
        expect: (pattern, onlyIn) => {
          if (!onlyIn || onlyIn === browserName) expected.push(pattern)
        },
      })

      const unexpected = seen.filter((fault) => !expected.some((pattern) => pattern.test(fault)))
      expect(unexpected, 'The page should be silent and keep to its own origin').toEqual([])
      const missing = expected.filter((pattern) => !seen.some((fault) => pattern.test(fault)))
      expect(missing, 'These faults were announced by the test and did not happen').toEqual([])
    },
    { auto: true },
  ],
})

export { expect } from '@playwright/test'

async function watch(
  context: BrowserContext,
  rootSites: (string | undefined)[],
  based: string,
): Promise<string[]> {
  const folder = new URL(based)
  const sites = [...rootSites, folder.origin]
  /** Whether an address is none of the app's, so that only the page that says so may answer, with the status 404. */
  const isNobodys = (address: string): boolean => {
    try {
      const { origin, pathname } = new URL(address)
      const path = origin === folder.origin ? pathname.slice(folder.pathname.length) : pathname
      return !isAppPath(decodeURIComponent(path))
    } catch {
      return true
    }
  }
  const faults: string[] = []
  const nobodys = new Set<string>()
  context.on('console', (message) => {
    // What keeps workers out says so.
    if (message.text().startsWith('Service Worker registration blocked')) return
    const isAnswer = message.text().includes('status of 404') && nobodys.has(message.location().url)
    if (!isAnswer) faults.push(`console.${message.type()}: ${message.text()}`)
  })
  context.on('weberror', (error) => faults.push(`page error: ${error.error().message}`))
  context.on('request', (request) => {
    if (request.isNavigationRequest() && isNobodys(request.url())) nobodys.add(request.url())
    const { protocol, origin: target } = new URL(request.url())
    if (protocol.startsWith('http') && !sites.includes(target)) faults.push(`other origin: ${request.url()}`)
  })
  context.on('requestfailed', (request) => {
    // Firefox says so of what a page still waited for when somebody left it.
    if (request.failure()?.errorText === 'NS_BINDING_ABORTED') return
    faults.push(`request failed: ${request.url()} ${request.failure()?.errorText ?? ''}`)
  })
  context.on('response', (response) => {
    const status = response.status()
    const isRedirect = status >= 300 && status < 400
    const isFault = nobodys.has(response.url()) ? status !== 404 && !isRedirect : status >= 400
    if (isFault) faults.push(`answered ${status}: ${response.url()}`)
  })
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy breached: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`)
    })
  })
  return faults
}

/** Opens an address and waits until its page can be read. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await expect(headline(page)).toBeVisible()
  await awake(page)
}

/**
 * Waits until the program has taken the page over: it was there to be read before that, and its links worked, but keys and
 * buttons are the program's.
 */
export async function awake(page: Page): Promise<void> {
  await page.waitForFunction(
    // A failure screen has no pickers, and was made by the program.
    () => document.documentElement.dataset['alive'] !== undefined || document.querySelector('[role=alert]'),
  )
}

export function headline(page: Page): Locator {
  return page.getByRole('heading', { level: 1 })
}

export function firstPicker(page: Page): Locator {
  return page.getByRole('combobox', { name: words('pick-codes.first') })
}

export function secondPicker(page: Page): Locator {
  return page.getByRole('combobox', { name: words('pick-codes.second') })
}

export function swapButton(page: Page): Locator {
  return page.getByRole('button', { name: words('pick-codes.swap') })
}

/** Puts a text in the place of what a field holds, all at once, as pasting does. */
export async function put(field: Locator, text: string): Promise<void> {
  await field.focus()
  // Not `fill`: in Firefox it sets the value behind React's back.
  await field.evaluate((input: HTMLInputElement, pasted) => {
    input.select()
    document.execCommand('insertText', false, pasted)
  }, text)
}

/** Makes an open page dark, by the system or, where the driver has no hold on that, as the reader's own choice does. */
export async function darken(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.evaluate(() => {
    if (!matchMedia('(prefers-color-scheme: dark)').matches)
      document.documentElement.dataset['theme'] = 'dark'
  })
}

/** The list of the picker that is open. */
export function choices(page: Page): Locator {
  return page.getByRole('listbox').getByRole('option')
}

/** Presses a radio button as a pointer does: on its label, since the button itself is drawn by its face. */
export async function choose(radio: Locator): Promise<void> {
  await radio.locator('xpath=..').click()
  await expect(radio).toBeChecked()
}

export const SIGNS = { same: '=', different: '≠', 'not-specified': '?' } as const
export type Relation = keyof typeof SIGNS

/** The rows of a comparison, without the one that names the columns. */
export function rows(page: Page): Locator {
  return page.getByRole('table', { name: words('compare.rows') }).getByRole('rowheader')
}

/** One row of a comparison: its title with sign and relation, and its cells. */
export function row(page: Page, facet: string): { title: Locator; cells: Locator } {
  const title = page
    .getByRole('table', { name: words('compare.rows') })
    .getByRole('rowheader', { name: new RegExp(`^${escape(wordsOf('facet', facet))}\\s*:`) })
  return { title, cells: title.locator('xpath=..').getByRole('cell') }
}

/** That a row carries its sign for the eye and its relation in words for everybody else. */
export async function expectRelation(page: Page, facet: string, relation: Relation): Promise<void> {
  const { title } = row(page, facet)
  await expect(title).toContainText(SIGNS[relation])
  await expect(title).toHaveAccessibleName(new RegExp(`${escape(wordsOf('compare', relation))}$`))
}

/** Notes from now on what moves on the pages of a tab without being asked; only Chromium tells. */
export function watchShifts(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    interface Shift extends PerformanceEntry {
      value: number
      sources: { node?: Node; previousRect: DOMRect; currentRect: DOMRect }[]
    }
    const shifts: string[] = []
    Object.assign(window, { shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, sources } = entry as Shift
        const moved = sources.map(
          ({ node, previousRect: from, currentRect: to }) =>
            `${node?.nodeName} "${node?.textContent?.slice(0, 30)}" ${from.x},${from.y} ${from.width}x${from.height} to ${to.x},${to.y} ${to.width}x${to.height}`,
        )
        shifts.push(`${value}: ${moved.join('; ')}`)
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
}

/** What has moved on the page that is open. */
export function shiftsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => (window as unknown as { shifts: string[] }).shifts)
}

export async function expectPath(page: Page, path: string): Promise<void> {
  await expect(page).toHaveURL((url) => url.pathname + url.search + url.hash === path)
}

export async function expectPicked(page: Page, first: string, second: string): Promise<void> {
  await expect(firstPicker(page)).toHaveValue(first)
  await expect(secondPicker(page)).toHaveValue(second)
}

/** That nothing sticks out sideways, so that a reader scrolls in one direction only. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overflow = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  await expect.poll(overflow, 'pixels that stick out sideways').toBeLessThanOrEqual(0)
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

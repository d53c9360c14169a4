import type { Route } from '@playwright/test'
import { expect, expectPath, expectPicked, firstPicker, headline, open, test } from './site.ts'
import { pairWords, words } from './words.ts'

const PAIR = '/en/smtp/250-vs-551'
/** Without a language it is no page of its own: the shell answers, and fetches everything. */
const SHELL = '/smtp/250-vs-551'
const CATALOGUE = /\/assets\/smtp-codes-[^/]+\.json$/
const REGISTRY = /\/assets\/enhanced-codes-[^/]+\.json$/
const WORDS = /\/assets\/(?:ui|codes|enhanced)-[^/]+\.json$/
const ANSWER = pairWords('250', '551').answer

type Fault = (route: Route) => Promise<void>

const FAULTS: Record<string, { bring: Fault; seen: readonly (readonly [RegExp, 'chromium'?])[] }> = {
  'answered with an error': {
    bring: (route) => route.fulfill({ status: 500, body: 'Internal Server Error' }),
    seen: [[/answered 500/], [/status of 500/, 'chromium']],
  },
  'cut before it came': {
    bring: (route) => route.abort('connectionreset'),
    seen: [[/request failed/], [/ERR_CONNECTION_RESET/, 'chromium']],
  },
  'cut half way through': {
    bring: async (route) => {
      const response = await route.fetch()
      const whole = await response.text()
      await route.fulfill({ response, body: whole.slice(0, whole.length / 2) })
    },
    seen: [],
  },
  'answered with a page, as captive portals do': {
    bring: (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Sign in</title>' }),
    seen: [],
  },
}

for (const [fault, { bring, seen }] of Object.entries(FAULTS)) {
  for (const [file, address] of [
    ['the catalogue', CATALOGUE],
    ['the registry of enhanced codes', REGISTRY],
    ['a file of words', WORDS],
  ] as const) {
    test(`${file}, once ${fault}, is asked for again without a word`, async ({ page, faults }) => {
      for (const [pattern, onlyIn] of seen) faults.expect(pattern, onlyIn)
      await page.route(address, bring, { times: 1 })
      await open(page, SHELL)
      await expect(headline(page)).toHaveText(ANSWER)
    })
  }

  test(`the catalogue, always ${fault}: the page says so, and trying again works`, async ({
    page,
    faults,
  }) => {
    for (const [pattern, onlyIn] of seen) faults.expect(pattern, onlyIn)
    // React tells developers what the failure screen was shown for; Firefox' driver passes on no more than the kind.
    faults.expect(/^console\.error: (?:(?:Type|Syntax)?Error: |Error$)/)
    await page.route(CATALOGUE, bring)
    await page.goto(SHELL)
    await expect(page.getByRole('alert')).toBeVisible()
    await expect(headline(page)).toHaveText(words('loadFailureHeadline'))
    await expect(page.getByText(words('loadFailureLead'))).toBeVisible()
    await page.getByText(words('loadFailureDetail')).click()
    await expect(page.getByRole('group').getByRole('code')).toHaveText(/\S/)
    await expectPath(page, SHELL)

    await page.unroute(CATALOGUE)
    await page.getByRole('button', { name: words('loadFailureRetry') }).click()
    await expect(headline(page)).toHaveText(ANSWER)
    await expectPicked(page, '250', '551')
  })
}

test('a prerendered page is read and swapped although nothing more arrives', async ({ page, faults }) => {
  faults.expect(/request failed/)
  faults.expect(/ERR_CONNECTION_RESET/, 'chromium')
  await page.route(/\.json$/, (route) => route.abort('connectionreset'))
  await open(page, PAIR)
  await expect(headline(page)).toHaveText(ANSWER)
  await page.keyboard.press('s')
  await expectPicked(page, '551', '250')
  await firstPicker(page).click()
  await expect(page.getByText(words('pick-codes.failed')).first()).toBeVisible()
  await page.unroute(/\.json$/)
  await page.keyboard.press('Escape')
  await page.getByRole('main').focus()
  await firstPicker(page).click()
  await expect(page.getByRole('option').first()).toBeVisible()
})

test('junk in the storage of an earlier visit is passed over', async ({ page }) => {
  await open(page, '/en/')
  for (const junk of ['{', 'null', '{"a":1}', '[1,"abc","999"]', '["999"]', '"xx"']) {
    await page.evaluate((text) => {
      for (const key of ['theme', 'recent', 'language']) localStorage.setItem(`replydiff.${key}`, text)
    }, junk)
    await open(page, PAIR)
    await expect(headline(page)).toHaveText(ANSWER)
    await firstPicker(page).click()
    await expect(page.getByRole('listbox')).toBeVisible()
    await expect(page.getByRole('group', { name: words('pick-codes.recent') })).toHaveCount(0)
  }
})

test('a full storage keeps nobody from comparing', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
    }
  })
  await open(page, PAIR)
  await page.keyboard.press('s')
  await expectPicked(page, '551', '250')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the shell says what it needs it for', async ({ page, faults }) => {
    // Chromium reports the scripts it was told to fetch early as blocked.
    faults.expect(/request failed: .*\.js csp/, 'chromium')
    await page.goto('/')
    await expect(page.locator('body noscript')).toBeVisible()
    expect(await page.locator('body noscript').textContent()).toContain('needs JavaScript')
  })
})

test('a file that does not exist is answered with 404 and never with the page', async ({ request }) => {
  for (const path of ['/assets/index-00000000.js', '/assets/gone.css', '/nothing.json']) {
    const response = await request.get(path)
    expect(response.status()).toBe(404)
    expect(response.headers()['content-type']).not.toContain('html')
  }
})

test('the policy that every test runs under is as strict as promised', async ({ request }) => {
  const response = await request.get(PAIR)
  const policy = response.headers()['content-security-policy'] ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self'")
  expect(policy).toContain("require-trusted-types-for 'script'")
  expect(policy).not.toMatch(/unsafe|https?:|\*/)
})

import type { Locator, Page } from '@playwright/test'
import { choose, expect, headline, open, test } from './site.ts'
import { words } from './words.ts'

type Theme = 'light' | 'dark' | 'system'

for (const [theme, system] of [
  ['light', 'dark'],
  ['dark', 'light'],
] as const) {
  const tag = system === 'dark' ? '@wants-dark' : []
  test(`${theme} is shown although the system wants ${system}, now and on the next visit`, { tag }, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: system })
    await open(page, '/en/smtp/250-vs-551')
    await expectPaper(page, system)
    await choose(choice(page, theme))
    await expectPaper(page, theme)

    await open(page, '/en/smtp/550')
    await expect(choice(page, theme)).toBeChecked()
    await expectPaper(page, theme)
  })
}

// No other driver changes it while a page is open.
test('system follows the system, as it changes', { tag: '@chromium' }, async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await open(page, '/en/')
  await expect(choice(page, 'system')).toBeChecked()
  await expectPaper(page, 'light')
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectPaper(page, 'dark')
})

test('going back to system forgets the choice', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await open(page, '/en/')
  await choose(choice(page, 'dark'))
  await choose(choice(page, 'system'))
  await expectPaper(page, 'light')
  await page.reload()
  await expect(choice(page, 'system')).toBeChecked()
  await expectPaper(page, 'light')
})

test('a stored dark is there before the program is: nothing light is ever painted', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await open(page, '/en/smtp/250-vs-551')
  await choose(choice(page, 'dark'))
  await expectPaper(page, 'dark')

  // The program is held back, so what is on screen is what the first paint had.
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route(/\/assets\/[^/]+\.js$/, (route) => held.then(() => route.continue()))
  await page.goto('/en/smtp/250-vs-551', { waitUntil: 'commit' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expectPaper(page, 'dark')
  await expect(headline(page)).toBeVisible()

  release()
  await expect(headline(page)).toBeVisible()
  await expectPaper(page, 'dark')
  await expect(choice(page, 'dark')).toBeChecked()
})

test('where storage is blocked the choice holds as long as the page does', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('Access is denied for this document.', 'SecurityError')
      },
    })
  })
  await page.emulateMedia({ colorScheme: 'light' })
  await open(page, '/en/smtp/250-vs-551')
  await choose(choice(page, 'dark'))
  await expectPaper(page, 'dark')
  await page.keyboard.press('s')
  await expect(page).toHaveURL(/551-vs-250$/)
  await expectPaper(page, 'dark')
  await page.reload()
  await expectPaper(page, 'light')
})

function choice(page: Page, theme: Theme): Locator {
  return page
    .getByRole('group', { name: words('theme.label') })
    .getByRole('radio', { name: words(`theme.${theme}`) })
}

/** The paper and the ink as they are painted, from black (0) to white (1). */
async function expectPaper(page: Page, theme: 'light' | 'dark'): Promise<void> {
  const painted = () =>
    page.evaluate(() => {
      const style = getComputedStyle(document.body)
      const [paper = 0, ink = 0] = [style.backgroundColor, style.color].map((colour) => {
        const channels = colour.match(/[\d.]+/g)?.map(Number) ?? []
        return channels.slice(0, 3).reduce((sum, channel) => sum + channel, 0) / (3 * 255)
      })
      if (paper > 0.8 && ink < 0.3) return 'light'
      return paper < 0.2 && ink > 0.8 ? 'dark' : `paper ${paper}, ink ${ink}`
    })
  await expect.poll(painted).toBe(theme)
}

import type { Locator } from '@playwright/test'
import {
  choices,
  expect,
  expectNoSidewaysScroll,
  expectPicked,
  firstPicker,
  open,
  row,
  secondPicker,
  test,
} from './site.ts'
import { words } from './words.ts'

const PAGES = [
  '/en/',
  '/en/smtp/550',
  '/en/smtp/250-vs-551',
  '/en/smtp/450-vs-550',
  '/en/smtp/421-vs-554?show=differences',
  '/en/smtp/250-vs-250',
  '/en/smtp/5.7.1',
  '/en/smtp/259',
  '/en/smtp/abc',
]

for (const viewport of [
  { width: 390, height: 844 },
  { width: 320, height: 568 },
]) {
  test.describe(`${viewport.width} pixels wide`, () => {
    test.use({ viewport, hasTouch: true, isMobile: true })

    test('no page has to be scrolled sideways', async ({ page }) => {
      for (const path of PAGES) {
        await open(page, path)
        await expectNoSidewaysScroll(page)
      }
    })

    test('the two codes stand side by side in every row', async ({ page }) => {
      await open(page, '/en/smtp/250-vs-551')
      for (const facet of ['class', 'outcome', 'meaning', 'next-step', 'scenarios', 'remedies', 'bounce']) {
        const { title, cells } = row(page, facet)
        const [above, first, second] = [await box(title), await box(cells.nth(0)), await box(cells.nth(1))]
        expect(second.y).toBe(first.y)
        expect(second.x).toBeGreaterThanOrEqual(first.x + first.width)
        expect(second.x + second.width).toBeLessThanOrEqual(viewport.width)
        expect(Math.abs(first.width - second.width)).toBeLessThan(2)
        expect(first.y).toBeGreaterThanOrEqual(above.y + above.height)
      }
    })

    test('the pickers stay in view and leave two thirds of the screen to the rows', async ({ page }) => {
      await open(page, '/en/smtp/250-vs-551')
      await page.evaluate(() => window.scrollTo(0, 1500))
      const pickers = page.getByRole('region', { name: words('pick-codes.label') })
      await expect(pickers).toBeInViewport({ ratio: 1 })
      const place = await box(pickers)
      expect(place.y).toBeLessThan(16)
      expect(place.y + place.height).toBeLessThanOrEqual(viewport.height / 3)
    })

    test('an open list stays on the screen and gives names and classes room', async ({ page }) => {
      await open(page, '/en/smtp/250-vs-551')
      for (const picker of [firstPicker(page), secondPicker(page)]) {
        await picker.click()
        const list = await box(page.getByRole('listbox'))
        expect(list.x).toBeGreaterThanOrEqual(0)
        expect(list.x + list.width).toBeLessThanOrEqual(viewport.width)
        expect(list.y + list.height).toBeLessThanOrEqual(viewport.height)
        expect(list.width).toBeGreaterThan(viewport.width * 0.8)
        await page.keyboard.press('Escape')
      }
      await expectNoSidewaysScroll(page)
    })

    // No other driver taps.
    test('a tap picks', { tag: '@chromium' }, async ({ page }) => {
      await open(page, '/en/smtp/250-vs-551')
      await secondPicker(page).tap()
      await page.keyboard.type('45')
      await choices(page).filter({ hasText: /^451/ }).tap()
      await expectPicked(page, '250', '451')
    })

    test('what is tapped is large enough for a finger', async ({ page }) => {
      await open(page, '/en/smtp/250-vs-551')
      for (const target of await page.getByRole('button').all()) {
        const { width, height } = await box(target)
        expect(Math.min(width, height)).toBeGreaterThanOrEqual(24)
      }
    })
  })
}

test('a low window in landscape is not filled by the pickers', async ({ page }) => {
  await page.setViewportSize({ width: 740, height: 360 })
  await open(page, '/en/smtp/250-vs-551')
  await page.evaluate(() => window.scrollTo(0, 900))
  await expect(page.getByRole('region', { name: words('pick-codes.label') })).not.toBeInViewport()
})

async function box(locator: Locator) {
  await expect(locator).toBeVisible()
  const place = await locator.boundingBox()
  if (!place) throw new Error(`${String(locator)} has no place on the page`)
  return place
}

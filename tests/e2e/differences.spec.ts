import type { Locator, Page } from '@playwright/test'
import {
  choose,
  expect,
  expectPath,
  expectPicked,
  open,
  row,
  rows,
  secondPicker,
  SIGNS,
  swapButton,
  test,
} from './site.ts'
import { words } from './words.ts'

test('only-differences leaves the rows that differ, as many as were counted', async ({ page }) => {
  await open(page, '/en/smtp/250-vs-551')
  const total = await rows(page).count()
  const differing = await rows(page).filter({ hasText: SIGNS.different }).count()
  expect(differing).toBeGreaterThan(0)
  expect(differing).toBeLessThan(total)
  await expect(page.getByText(countWords(differing, total))).toBeVisible()

  await choose(choice(page, 'differences'))
  await expect(rows(page)).toHaveCount(differing)
  await expect(rows(page).filter({ hasText: SIGNS.different })).toHaveCount(differing)
  await expect(page.getByText(countWords(differing, total))).toBeVisible()
  await expect(row(page, 'category').title).toHaveCount(0)

  await choose(choice(page, 'everything'))
  await expect(rows(page)).toHaveCount(total)
})

test('what is not specified is no difference, and is hidden with the rest', async ({ page }) => {
  await open(page, '/en/smtp/250-vs-259')
  await expect(rows(page).filter({ hasText: SIGNS['not-specified'] })).not.toHaveCount(0)
  await choose(choice(page, 'differences'))
  await expect(rows(page).filter({ hasText: SIGNS['not-specified'] })).toHaveCount(0)
  await expect(rows(page).filter({ hasText: SIGNS.same })).toHaveCount(0)
})

test('the choice stands in the link and makes no step in the history', async ({ page }) => {
  await open(page, '/en/smtp/250-vs-550')
  await secondPicker(page).focus()
  await page.keyboard.type('551')
  await page.keyboard.press('Enter')
  await expectPath(page, '/en/smtp/250-vs-551')
  const before = await page.evaluate(() => history.length)

  await choose(choice(page, 'differences'))
  await expectPath(page, '/en/smtp/250-vs-551?show=differences')
  await choose(choice(page, 'everything'))
  await expectPath(page, '/en/smtp/250-vs-551')
  await choose(choice(page, 'differences'))
  await expectPath(page, '/en/smtp/250-vs-551?show=differences')
  expect(await page.evaluate(() => history.length)).toBe(before)

  await page.goBack()
  await expectPath(page, '/en/smtp/250-vs-550')
  await expect(choice(page, 'everything')).toBeChecked()
})

test('a reload and a link to it show the same rows', async ({ page }) => {
  await open(page, '/en/smtp/250-vs-551?show=differences')
  await expect(choice(page, 'differences')).toBeChecked()
  await expect(row(page, 'category').title).toHaveCount(0)
  await page.reload()
  await expect(choice(page, 'differences')).toBeChecked()
  await expect(row(page, 'class').title).toBeVisible()
  await expect(row(page, 'category').title).toHaveCount(0)
})

test('the choice is kept when another code is picked and when the sides are swapped', async ({ page }) => {
  await open(page, '/en/smtp/250-vs-551?show=differences')
  await secondPicker(page).focus()
  await page.keyboard.type('550')
  await page.keyboard.press('Enter')
  await expectPath(page, '/en/smtp/250-vs-550?show=differences')
  await expect(row(page, 'category').title).toHaveCount(0)
  await swapButton(page).click()
  await expectPicked(page, '550', '250')
  await expectPath(page, '/en/smtp/550-vs-250?show=differences')
})

test('an unknown value of the query shows everything', async ({ page }) => {
  await open(page, '/en/smtp/250-vs-551?show=nonsense&x=%E0%A4%A')
  await expect(choice(page, 'everything')).toBeChecked()
  await expect(row(page, 'category').title).toBeVisible()
})

test('the choice is made with the arrow keys, as any group of radio buttons', async ({ page }) => {
  await open(page, '/en/smtp/250-vs-551')
  await choice(page, 'everything').focus()
  await page.keyboard.press('ArrowRight')
  await expect(choice(page, 'differences')).toBeChecked()
  await expect(choice(page, 'differences')).toBeFocused()
  await expectPath(page, '/en/smtp/250-vs-551?show=differences')
})

function choice(page: Page, shown: 'everything' | 'differences'): Locator {
  const name = words(shown === 'everything' ? 'compare.everything' : 'compare.only-differences')
  return page.getByRole('group', { name: words('compare.show') }).getByRole('radio', { name })
}

function countWords(count: number, total: number): string {
  return words(count === 1 ? 'compare.count_one' : 'compare.count_other', { count, total })
}

import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import {
  choices,
  darken,
  expect,
  expectRelation,
  firstPicker,
  headline,
  open,
  put,
  row,
  rows,
  secondPicker,
  swapButton,
  test,
} from './site.ts'
import { words, type WordKey } from './words.ts'

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const PICKERS = `[aria-label="${words('pick-codes.label')}"]`
const SHARE = `[aria-label="${words('share.label')}"]`

const PAGES = {
  start: '/en/',
  code: '/en/smtp/550',
  comparison: '/en/smtp/250-vs-551',
  'comparison of retries': '/en/smtp/421-vs-554',
  'only differences': '/en/smtp/251-vs-551?show=differences',
  same: '/en/smtp/250-vs-250',
  enhanced: '/en/smtp/5.7.1',
  'defined nowhere': '/en/smtp/259',
  'not found': '/en/smtp/2510',
} as const

for (const [name, path] of Object.entries(PAGES)) {
  test(`the page "${name}" breaks no rule of WCAG 2.2 AA, in light or dark`, async ({ page }) => {
    await open(page, path)
    await expectAccessible(page)
    await expectContrastInDark(page)
  })
}

for (const tag of ['ar', 'fr'] as const) {
  for (const path of ['', 'smtp/421-vs-554']) {
    test(`neither does /${tag}/${path}`, async ({ page }) => {
      await open(page, `/${tag}/${path}`)
      await page.locator('summary').first().click()
      await expectAccessible(page)
      await expectContrastInDark(page)
    })
  }
}

test('neither does an open picker, at rest or searched', async ({ page }) => {
  await open(page, PAGES.comparison)
  await firstPicker(page).focus()
  await page.keyboard.press('ArrowDown')
  await expect(choices(page).first()).toBeVisible()
  await expectAccessible(page, PICKERS)
  await page.keyboard.type('mail')
  await expect(choices(page).first()).toHaveAttribute('aria-selected', 'true')
  await expectAccessible(page, PICKERS)
  await expectContrastInDark(page, PICKERS)
})

test('neither does a picker that finds nothing', async ({ page }) => {
  await open(page, PAGES.comparison)
  await put(firstPicker(page), 'qqq')
  await expect(page.getByText(words('pick-codes.nothing', { text: 'qqq' })).first()).toBeVisible()
  await expectAccessible(page, PICKERS)
})

for (const name of ['start', 'code', 'comparison', 'not found'] as const) {
  test(`neither does the page "${name}" on a phone`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await open(page, PAGES[name])
    await expectAccessible(page)
  })
}

test('neither does a picker opened on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, PAGES.comparison)
  await secondPicker(page).click()
  await expect(choices(page).first()).toBeVisible()
  await expectAccessible(page, PICKERS)
  await expectContrastInDark(page, PICKERS)
})

test('neither does the text to copy by hand', async ({ page }) => {
  await page.addInitScript(() => {
    if (isSecureContext)
      navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'))
  })
  await open(page, PAGES.comparison)
  await page.getByRole('button', { name: words('share.copy-link') }).click()
  await expect(page.getByRole('textbox', { name: words('share.manual') })).toBeVisible()
  await expectAccessible(page, SHARE)
  await expectContrastInDark(page, SHARE)
})

test('neither does the failure screen', async ({ page, faults }) => {
  faults.expect(/status of 500|answered 500|^console\.error: Error$/)
  await page.route(/\/assets\/smtp-codes-/, (route) => route.fulfill({ status: 500, body: 'broken' }))
  await open(page, '/smtp/250-vs-551')
  await expect(headline(page)).toHaveText(words('loadFailureHeadline'))
  await expectAccessible(page)
  await expectContrastInDark(page)
})

test('every page has a header, a main part, a foot and one first heading, and skips no level below', async ({
  page,
}) => {
  for (const path of Object.values(PAGES)) {
    await open(page, path)
    for (const role of ['banner', 'main', 'contentinfo'] as const) {
      await expect(page.getByRole(role)).toHaveCount(1)
    }
    const levels = await page
      .getByRole('heading')
      .evaluateAll((headings) => headings.map((heading) => Number(heading.tagName.slice(1))))
    expect(levels[0], path).toBe(1)
    expect(
      levels.filter((level) => level === 1),
      path,
    ).toHaveLength(1)
    levels.slice(1).forEach((level, index) => {
      expect(level, `${path}: ${levels.join(' ')}`).toBeLessThanOrEqual((levels[index] ?? 0) + 1)
    })
  }
})

test('Tab goes through the page in the order in which it is read', async ({ page }) => {
  await open(page, PAGES.comparison)
  const radio = (group: WordKey, name: WordKey) =>
    page.getByRole('group', { name: words(group) }).getByRole('radio', { name: words(name) })
  const stops: Locator[] = [
    page.getByRole('link', { name: words('site.skip') }),
    page.getByRole('link', { name: words('site.home') }),
    page.locator('summary').first(),
    radio('theme.label', 'theme.system'),
    page.getByRole('button', { name: words('paste.button') }),
    firstPicker(page),
    swapButton(page),
    secondPicker(page),
    page.getByRole('link', { name: words('compare.third-link', { first: '250', second: '251' }) }),
    page.getByRole('link', { name: words('compare.third-link', { first: '251', second: '551' }) }),
    radio('compare.show', 'compare.everything'),
    page.getByRole('button', { name: words('share.copy-link') }),
    page.getByRole('button', { name: words('share.copy-markdown') }),
    page.getByRole('button', { name: words('share.copy-text') }),
  ]
  for (const stop of stops) {
    await page.keyboard.press('Tab')
    await expect(stop).toBeFocused()
  }
  for (const stop of stops.slice(0, -1).toReversed()) {
    await page.keyboard.press('Shift+Tab')
    await expect(stop).toBeFocused()
  }
})

test('whatever has the focus is marked, and the pickers never cover it', async ({ page }) => {
  await open(page, PAGES.comparison)
  const pickers = page.getByRole('region', { name: words('pick-codes.label') })
  // Backwards from the foot, so that the page scrolls up and the focus may come to lie under what is sticky.
  await page.getByRole('contentinfo').getByRole('link').focus()
  for (const _ of Array(12).keys()) {
    await page.keyboard.press('Shift+Tab')
    const focused = page.locator(':focus')
    await expect(focused).toBeInViewport()
    await expect(focused).not.toHaveCSS('outline-style', 'none')
    const [above, place] = [await pickers.boundingBox(), await focused.boundingBox()]
    expect(place?.y).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? 0) - 1)
  }
})

test('the skip link appears with the focus and leads past the pickers', async ({ page }) => {
  await open(page, PAGES.comparison)
  const skip = page.getByRole('link', { name: words('site.skip') })
  await page.keyboard.press('Tab')
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(
    page.getByRole('link', { name: words('compare.third-link', { first: '250', second: '251' }) }),
  ).toBeFocused()
})

test('a new answer is announced politely', async ({ page }) => {
  await open(page, PAGES.comparison)
  await expect(page.locator('[aria-live="polite"]').filter({ has: headline(page) })).toHaveCount(1)
  await expect(page.locator('[aria-live="assertive"]')).toHaveCount(0)
})

const wantsOwnColours = { tag: '@wants-own-colours' }
test('forced colours keep signs, marks and the chosen option apart', wantsOwnColours, async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await open(page, '/en/smtp/251-vs-551')
  expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true)
  await expectRelation(page, 'class', 'different')
  await expectAccessible(page)

  const mark = row(page, 'meaning').cells.locator('mark').first()
  const sentence = mark.locator('xpath=..')
  const apart = await mark.evaluate((changed) => {
    const [own, around] = [getComputedStyle(changed), getComputedStyle(changed.parentElement ?? changed)]
    return (
      own.backgroundColor !== around.backgroundColor ||
      own.textDecorationLine !== around.textDecorationLine ||
      own.borderBlockEndStyle !== around.borderBlockEndStyle
    )
  })
  await expect(sentence).toBeVisible()
  expect(apart).toBe(true)

  await firstPicker(page).focus()
  await page.keyboard.type('55')
  await expect(choices(page).first()).toHaveAttribute('aria-selected', 'true')
  await expect(choices(page).first()).not.toHaveCSS('outline-style', 'none')
  await expect(choices(page).nth(1)).toHaveCSS('outline-style', 'none')
})

test('who wants less motion gets none', { tag: '@wants-less-motion' }, async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await open(page, PAGES.comparison)
  await page.keyboard.press('s')
  await expect(page).toHaveURL(/551-vs-250$/)
  await expect(rows(page).first()).toBeVisible()
  const moving = await page.evaluate(
    () =>
      document
        .getAnimations()
        .map((animation) => Number(animation.effect?.getComputedTiming().activeDuration))
        .filter((duration) => duration > 1).length,
  )
  expect(moving).toBe(0)
})

test('text twice as large stays readable without scrolling sideways', async ({ page }) => {
  // 640 pixels at twice the size are what a window of 1280 shows when zoomed to 200 %, and 320 at 400 %.
  for (const width of [640, 320]) {
    await page.setViewportSize({ width, height: 512 })
    await open(page, PAGES.comparison)
    await expect(headline(page)).toBeInViewport()
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBeLessThanOrEqual(0)
  }
})

async function expectAccessible(page: Page, part = 'body'): Promise<void> {
  await expectNoViolation(new AxeBuilder({ page }).include(part).withTags(WCAG))
}

/** A theme changes colours and nothing else, so nothing else is looked at a second time. */
async function expectContrastInDark(page: Page, part = 'body'): Promise<void> {
  await darken(page)
  await expectNoViolation(new AxeBuilder({ page }).include(part).withRules(['color-contrast']))
}

async function expectNoViolation(axe: AxeBuilder): Promise<void> {
  // There are no frames, so there is no need for the other way, which opens a page for each run.
  const { violations } = await axe.setLegacyMode().analyze()
  const told = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(({ html }) => html).join('\n')}`,
  )
  expect(told).toEqual([])
}

import type { Locator, Page } from '@playwright/test'
import {
  awake,
  choices,
  expect,
  expectNoSidewaysScroll,
  expectPath,
  expectPicked,
  firstPicker,
  headline,
  open,
  row,
  secondPicker,
  swapButton,
  test,
} from './site.ts'
import { codeWords, enhancedGist, pairWords, words } from './words.ts'

test('a link shows its pair, and the tab is named after it', async ({ page }) => {
  await open(page, '/en/smtp/250-vs-551')
  await expectPicked(page, '250', '551')
  await expect(page).toHaveTitle(
    words('title.pair', {
      first: '250',
      second: '551',
      firstName: codeWords('250').name,
      secondName: codeWords('551').name,
    }),
  )
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr')
})

test('the order in a link is the order on screen', async ({ page }) => {
  await open(page, '/en/smtp/551-vs-250')
  await expectPath(page, '/en/smtp/551-vs-250')
  await expectPicked(page, '551', '250')
  await expect(row(page, 'class').cells).toContainText(['5yz', '2yz'])
  await expect(page).toHaveTitle(new RegExp(`^SMTP 551 vs 250: ${codeWords('551').name}`))
})

test('a link to one code shows all about it, and the tab is named after it', async ({ page }) => {
  await open(page, '/en/smtp/550')
  await expect(headline(page)).toHaveText(codeWords('550').gist)
  await expect(page).toHaveTitle(words('title.code', { code: '550', name: codeWords('550').name }))
})

test.describe('numbers that nobody defined', () => {
  test('one that fits the grammar shows what its digits say, marked as defined nowhere', async ({ page }) => {
    await open(page, '/en/smtp/259')
    await expectPath(page, '/en/smtp/259')
    await expect(headline(page)).toHaveText(words('undefined.gist-2', { code: '259' }))
    await expect(page.getByText(words('undefined.meaning-2'))).toBeVisible()
    await expect(page.getByText(words('value.standing.undefined')).first()).toBeVisible()
    await expect(page.getByText(words('undefined.nearest'))).toBeVisible()
    for (const near of ['250', '251', '252', '253']) {
      await expect(codeLink(page, near)).toHaveAttribute('href', `/en/smtp/${near}`)
    }
  })

  test('in a pair its row of standing says so, and what nobody specified is said to be so', async ({
    page,
  }) => {
    await open(page, '/en/smtp/250-vs-259')
    await expectPicked(page, '250', '259')
    await expect(row(page, 'standing').cells).toContainText([
      words('value.standing.standard'),
      words('value.standing.undefined'),
    ])
    await expect(row(page, 'commands').title).toContainText('?')
    await expect(row(page, 'scenarios').cells.nth(1)).toContainText(words('compare.unspecified'))
  })

  test('one met in the wild is shown, marked as nonstandard', async ({ page }) => {
    await open(page, '/en/smtp/571')
    await expect(page.getByText(words('value.standing.nonstandard'))).toBeVisible()
    await expectPicked(page, '571', '')
    await expect(headline(page)).toContainText('571')
  })
})

test.describe('what is no reply code', () => {
  const texts = ['999', '299', 'abc', '1.2', '25', '2500', '250-vs', '٢٥٠', '<b>250</b>']

  test('the page says so, says what a code looks like, and keeps the address', async ({ page }) => {
    for (const text of texts) {
      const path = `/en/smtp/${encodeURIComponent(text)}`
      await open(page, path)
      await expect(headline(page)).toHaveText(words('not-found.headline', { text }))
      await expect(page.getByText(words('not-found.lead'))).toBeVisible()
      await expectPath(page, path)
      await expect(page).toHaveTitle(words('title.not-found'))
    }
  })

  test('digits come with the codes nearest to them', async ({ page }) => {
    await open(page, '/en/smtp/2510')
    await expect(page.getByText(words('not-found.nearest'))).toBeVisible()
    await expect(page.getByRole('main').getByRole('list').first().getByRole('link').first()).toContainText(
      '251',
    )
  })

  test('half of a pair keeps its good side in the picker, ready for another try', async ({ page }) => {
    await open(page, '/en/smtp/250-vs-abc')
    await expect(headline(page)).toHaveText(words('not-found.headline', { text: 'abc' }))
    await expectPicked(page, '250', '')
    await secondPicker(page).focus()
    await page.keyboard.type('551')
    await page.keyboard.press('Enter')
    await expectPath(page, '/en/smtp/250-vs-551')
  })

  test('three codes, a foreign path and an unknown page are no page, and say so', async ({ page }) => {
    for (const path of ['/en/smtp/250-vs-551-vs-554', '/en/http/404', '/en/about']) {
      await open(page, path)
      await expect(headline(page)).toHaveText(words('not-found.headline-path'))
      await expectPath(page, path)
    }
  })

  test('junk in the address breaks nothing', async ({ page }) => {
    for (const path of [
      '/en/smtp/%',
      '/en/smtp/%E0%A4%A',
      '/en/smtp/%00',
      '/%zz/smtp/250',
      '/en/smtp/250%2F5511',
    ]) {
      await open(page, path)
      await expect(page).toHaveTitle(words('title.not-found'))
    }
  })

  test('a very long text is shown without stretching the page', async ({ page }) => {
    const text = 'x'.repeat(3000)
    await open(page, `/en/smtp/${text}`)
    await expect(headline(page)).toContainText(text)
    await expectNoSidewaysScroll(page)
  })
})

test('an enhanced code is explained, and leads to the whole replies it is listed in', async ({ page }) => {
  await open(page, '/en/smtp/5.7.1')
  await expect(headline(page)).toHaveText(enhancedGist('5.7.1', '7.1'))
  await expectPicked(page, '5.7.1', '')
  await page.getByRole('link', { name: '550', exact: true }).click()
  await expectPath(page, '/en/smtp/550-5.7.1')
  await expect(headline(page)).toHaveText(enhancedGist('550 5.7.1', '7.1'))
  await expect(headline(page)).toBeFocused()
  await expectPicked(page, '550 5.7.1', '')
})

test('two whole replies that share their reply code are told apart by what follows it', async ({ page }) => {
  await open(page, '/en/smtp/550-5.7.1-vs-550-5.7.26?show=differences')
  await expectPicked(page, '550 5.7.1', '550 5.7.26')
  await expect(page.getByRole('rowheader', { name: words('facet.detail') })).toBeVisible()
  await expect(page.getByRole('rowheader', { name: words('facet.meaning') })).toBeHidden()
})

test('a whole reply written with a blank is led to its link', async ({ page }) => {
  await open(page, '/en/smtp/550%205.7.1')
  await expectPath(page, '/en/smtp/550-5.7.1')
})

test('a code against itself has a page of its own, with the codes it is compared with', async ({ page }) => {
  await open(page, '/en/smtp/250-vs-250')
  await expect(headline(page)).toHaveText(words('same.headline', { code: '250' }))
  await expect(page).toHaveTitle(words('title.same', { code: '250' }))
  await expectPicked(page, '250', '250')
  const partner = page.getByRole('link', {
    name: words('code.compare-with', { first: '250', second: '251', name: codeWords('251').name }),
  })
  await partner.click()
  await expectPath(page, '/en/smtp/250-vs-251')
})

const slugs = '250-ok-vs-551-user-not-local'
const REPLACED = {
  'an old link lands on the new one': [
    [`/compare/smtp/${slugs}`, '/en/smtp/250-vs-551'],
    [`/en/compare/smtp/${slugs}`, '/en/smtp/250-vs-551'],
    [`/xx/compare/smtp/${slugs}`, '/en/smtp/250-vs-551'],
    ['/compare/smtp/551-vs-250', '/en/smtp/551-vs-250'],
  ],
  'a link in a language we do not speak is shown in one that we do': [
    ['/xx/smtp/250-vs-551', '/en/smtp/250-vs-551'],
    ['/en-GB/smtp/250-vs-551', '/en/smtp/250-vs-551'],
    ['/xx/smtp/250-vs-551?show=differences', '/en/smtp/250-vs-551?show=differences'],
    ['/xx/', '/en/'],
  ],
  'an address without a language gets one': [
    ['/', '/en/'],
    ['/smtp/250-vs-551', '/en/smtp/250-vs-551'],
  ],
} as const

for (const [promise, forms] of Object.entries(REPLACED)) {
  test(`${promise}, and Back does not return to the other form`, async ({ page }) => {
    for (const [from, to] of forms) {
      await open(page, '/en/smtp/354')
      await open(page, from)
      await expectPath(page, to)
      // Asked of the page: where an address was replaced, Firefox' driver neither goes back nor learns of it.
      await page.evaluate(() => history.back())
      await isAt(page, '/en/smtp/354')
      await awake(page)
      await page.evaluate(() => history.forward())
      await isAt(page, to)
    }
  })
}

const isAt = (page: Page, path: string) =>
  page.waitForFunction((expected) => location.pathname + location.search === expected, path)

test('Back and Forward go through the pairs that were picked, with their titles', async ({ page }) => {
  await open(page, '/en/smtp/250-vs-551')
  await pick(page, secondPicker(page), '550')
  await expectPicked(page, '250', '550')
  await pick(page, firstPicker(page), '251')
  await expectPicked(page, '251', '550')
  await swapButton(page).click()
  await expectPath(page, '/en/smtp/550-vs-251')

  for (const [first, second] of [
    ['251', '550'],
    ['250', '550'],
    ['250', '551'],
  ] as const) {
    await page.goBack()
    await expectPath(page, `/en/smtp/${first}-vs-${second}`)
    await expectPicked(page, first, second)
    await expect(page).toHaveTitle(new RegExp(`^SMTP ${first} vs ${second}:`))
  }
  await expect(headline(page)).toHaveText(pairWords('250', '551').answer)
  await page.goForward()
  await expectPicked(page, '250', '550')
  await page.goForward()
  await page.goForward()
  await expectPicked(page, '550', '251')
  await expect(headline(page)).toHaveText(pairWords('251', '550').answer)
})

test('choosing the pair that is already there adds nothing to the history', async ({ page }) => {
  await open(page, '/en/smtp/250-vs-551')
  const before = await page.evaluate(() => history.length)
  await secondPicker(page).focus()
  await page.keyboard.type('551')
  await page.keyboard.press('Enter')
  await expect(choices(page)).toHaveCount(0)
  await expectPicked(page, '250', '551')
  expect(await page.evaluate(() => history.length)).toBe(before)
})

test('a followed link begins at the top, and Back returns to where one was', async ({ page }) => {
  await open(page, '/en/smtp/250-vs-551')
  const link = page.getByRole('link', { name: words('compare.see-code', { code: '551' }) })
  await link.scrollIntoViewIfNeeded()
  const left = await page.evaluate(() => window.scrollY)
  expect(left).toBeGreaterThan(0)
  await link.click()
  await expect(headline(page)).toHaveText(codeWords('551').gist)
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(0)
  await expect(headline(page)).toBeFocused()

  await page.goBack()
  await expect(headline(page)).toHaveText(pairWords('250', '551').answer)
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(left)
})

test('the foot of every page leads to the list of all codes', async ({ page }) => {
  await open(page, '/en/smtp/250-vs-551')
  await page.getByRole('link', { name: words('site.all-codes') }).click()
  await expectPath(page, '/en/#codes')
  await expect(page.getByRole('heading', { name: words('start.codes') })).toBeInViewport()
  await expect(page).toHaveTitle(words('title.start'))
})

test('the name of the site leads back to its start, with both pickers empty', async ({ page }) => {
  await open(page, '/en/smtp/250-vs-551')
  await page.getByRole('link', { name: words('site.home') }).click()
  await expectPath(page, '/en/')
  await expect(headline(page)).toHaveText(words('start.headline'))
  await expectPicked(page, '', '')
  await expect(firstPicker(page)).toHaveAttribute('placeholder', words('pick-codes.placeholder'))
})

async function pick(page: Page, picker: Locator, code: string): Promise<void> {
  await picker.click()
  await page.keyboard.type(code)
  await page.keyboard.press('Enter')
}

/** The link of a code in the page itself: number and name. */
function codeLink(page: Page, code: string): Locator {
  return page
    .getByRole('main')
    .getByRole('link', { name: `${code} ${codeWords(code).name}`, exact: true })
    .first()
}

import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import known from '#src/catalog/provider-replies.json' with { type: 'json' }
import { expect, expectPath, firstPicker, open, test } from './site.ts'
import { words } from './words.ts'

const REPLIES = /\/assets\/provider-replies-[^/]+\.json$/
const title = (page: Page) => page.getByText(words('providers.title'), { exact: true })
const column = (page: Page, code: string) =>
  page.getByRole('combobox', { name: words('providers.show', { code }) })
const sentBy = (provider: string, code: string) =>
  known.replies.filter((reply) => reply.provider === provider && reply.reply === code)

test('what servers really send with a code is fetched when somebody wants it', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await open(page, '/en/smtp/452')
  await expect(title(page)).toBeVisible()
  await title(page).click()
  await expect(column(page, '452').first()).toBeVisible()
  const own = sentBy('gmail', '452')
  expect(own.length).toBeGreaterThan(0)
  await page
    .getByRole('button', { name: words('providers.option', { name: 'Gmail', count: own.length }) })
    .first()
    .click()
  await expect(page.getByRole('article')).toHaveCount(own.length)
  for (const { phrase } of own) await expect(page.getByText(phrase).first()).toBeVisible()
  expect(asked.filter((url) => REPLIES.test(url))).toHaveLength(1)
})

test('one code at two providers stands side by side, and in the link', async ({ page }) => {
  await open(page, '/en/smtp/550')
  await title(page).click()
  await column(page, '550').first().selectOption('gmail')
  await column(page, '550').last().selectOption('microsoft')
  await expectPath(page, '/en/smtp/550?first=gmail&second=microsoft')
  const expected = sentBy('gmail', '550').length + sentBy('microsoft', '550').length
  await expect(page.getByRole('article')).toHaveCount(expected)

  await page.reload()
  await expect(column(page, '550').first()).toHaveValue('gmail')
  await expect(column(page, '550').last()).toHaveValue('microsoft')
  await expect(page.getByRole('article')).toHaveCount(expected)
})

test('the providers chosen stay with another pick, another view and another language', async ({ page }) => {
  await open(page, '/en/smtp/550-vs-421?first=gmail&second=yahoo')
  await expect(column(page, '421')).toHaveValue('yahoo')
  await page.getByText(words('compare.only-differences')).click()
  await firstPicker(page).focus()
  await page.keyboard.type('554')
  await page.keyboard.press('Enter')
  await expectPath(page, '/en/smtp/554-vs-421?first=gmail&second=yahoo&show=differences')
  await expect(column(page, '554')).toHaveValue('gmail')
  await expect(column(page, '421')).toHaveValue('yahoo')
})

test('a provider that nobody knows is all of them, and one without such a reply says so', async ({
  page,
}) => {
  await open(page, '/en/smtp/252?first=nobody&second=gmail')
  await expect(page.getByText(words('providers.none', { code: '252' }))).toBeVisible()
  await expect(page.getByText(words('providers.none-of', { name: 'Gmail', code: '252' }))).toBeVisible()
})

test('replies that do not come are told of, and asked for again', async ({ page, faults }) => {
  faults.expect(/answered 500/)
  faults.expect(/status of 500/, 'chromium')
  let isBroken = true
  await page.route(REPLIES, (route) =>
    isBroken ? route.fulfill({ status: 500, body: 'broken' }) : route.continue(),
  )
  await open(page, '/en/smtp/452')
  await title(page).click()
  await expect(page.getByRole('alert')).toContainText(words('providers.failed'))
  isBroken = false
  await page.getByRole('button', { name: words('loadFailureRetry') }).click()
  await expect(column(page, '452').first()).toBeVisible()
})

test('on a page that opens with replies, no heading is shown before its words are there', async ({
  page,
}) => {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(/\/assets\/smtp-codes-[^/]+\.json$/, async (route) => {
    await held
    await route.continue()
  })
  const replies = page.waitForResponse(REPLIES)
  await open(page, '/en/smtp/452?first=gmail')
  await (await replies).finished()
  await expect(page.getByRole('status').getByText(words('providers.loading'))).toBeVisible()
  await expect(page.getByRole('main')).not.toContainText('providers.')
  release()
  await expect(column(page, '452').first()).toHaveValue('gmail')
})

for (const address of ['/en/smtp/550-vs-421?first=gmail&second=yahoo', '/ar/smtp/550?first=gmail'])
  test(`${address} has nothing that axe finds`, async ({ page }) => {
    await open(page, address)
    await expect(page.getByRole('article').first()).toBeVisible()
    const { violations } = await new AxeBuilder({ page }).include('details').analyze()
    expect(violations).toEqual([])
  })

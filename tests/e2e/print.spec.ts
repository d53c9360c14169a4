import { expect, headline, open, row, test } from './site.ts'
import { pairWords, words } from './words.ts'

// No other driver prints.
test('a comparison is printed on one sheet of A4', { tag: '@chromium' }, async ({ page }) => {
  for (const pair of ['250-vs-551', '251-vs-554', '550-vs-554', '421-vs-450']) {
    await open(page, `/en/smtp/${pair}`)
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true })
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g), pair).toHaveLength(1)
  }
})

test('the sheet has the answer and the rows, and nothing to press', async ({ page }) => {
  await open(page, '/en/smtp/250-vs-551')
  await page.emulateMedia({ media: 'print' })
  await expect(headline(page)).toHaveText(pairWords('250', '551').answer)
  await expect(headline(page)).toBeVisible()
  await expect(row(page, 'sources').title).toBeVisible()
  await expect(page.getByRole('button', { name: words('share.copy-link') })).toBeHidden()
  await expect(page.getByRole('group', { name: words('theme.label') })).toBeHidden()
  await expect(page.getByRole('link', { name: words('site.all-codes') })).toBeHidden()
})

test('a sheet printed from a dark screen is black on white', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' })
  await open(page, '/en/smtp/250-vs-551')
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)')
})

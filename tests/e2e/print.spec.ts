import { inflateSync } from 'node:zlib'
import { expect, headline, open, row, test } from './site.ts'
import { pairWords, words } from './words.ts'

test('a comparison is printed on one sheet of A4', async ({ page }) => {
  for (const pair of ['250-vs-551', '251-vs-554', '550-vs-554', '421-vs-450']) {
    await open(page, `/en/smtp/${pair}`)
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true })
    expect(sheetsOf(pdf), pair).toHaveLength(1)
  }
})

// Other drivers print, and show nothing as it would be printed.
const onlyInChromium = { tag: '@chromium' }

test('the sheet has the answer and the rows, and nothing to press', onlyInChromium, async ({ page }) => {
  await open(page, '/en/smtp/250-vs-551')
  await page.emulateMedia({ media: 'print' })
  await expect(headline(page)).toHaveText(pairWords('250', '551').answer)
  await expect(headline(page)).toBeVisible()
  await expect(row(page, 'sources').title).toBeVisible()
  await expect(page.getByRole('button', { name: words('share.copy-link') })).toBeHidden()
  await expect(page.getByRole('group', { name: words('theme.label') })).toBeHidden()
  await expect(page.getByRole('link', { name: words('site.all-codes') })).toBeHidden()
})

test('a sheet printed from a dark screen is black on white', onlyInChromium, async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' })
  await open(page, '/en/smtp/250-vs-551')
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)')
})

/** The records of a PDF that each stand for a sheet; Firefox compresses them (ISO 32000-1, 7.5.7). */
function sheetsOf(pdf: Buffer): string[] {
  const text = pdf.toString('latin1')
  const streams = [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, body = '']) =>
    inflated(body),
  )
  return [text, ...streams].flatMap((part) => part.match(/\/Type\s*\/Page\b/g) ?? [])
}

function inflated(body: string): string {
  try {
    return inflateSync(Buffer.from(body, 'latin1')).toString('latin1')
  } catch {
    return ''
  }
}

import { awake, expect, firstPicker, headline, put, secondPicker, test } from './site.ts'
import { translation } from './translations.ts'
import { pairWords, words } from './words.ts'

/** The path without the folder that the host gave the site. */
const below = (based: string, path: string) => (url: URL) => url.pathname === new URL(based).pathname + path

test.describe('in a folder of its host', () => {
  test('a page comes to life, and picks, links and languages stay in the folder', async ({ page, based }) => {
    await page.goto(`${based}/en/smtp/211-vs-214`)
    await expect(headline(page)).toHaveText(pairWords('211', '214').answer)
    await awake(page)
    await secondPicker(page).click()
    await page.keyboard.type('551')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(below(based, '/en/smtp/211-vs-551'))
    await expect(headline(page)).toHaveText(pairWords('211', '551').answer)

    await page.locator('summary').first().click()
    await page.getByRole('link', { name: 'العربية' }).click()
    await expect(page).toHaveURL(below(based, '/ar/smtp/211-vs-551'))
    await expect(headline(page)).toHaveText(translation('ar').codes.pairs['211-551']?.answer ?? '')
    await page.reload()
    await expect(headline(page)).toHaveText(translation('ar').codes.pairs['211-551']?.answer ?? '')
    await page.getByRole('link', { name: translation('ar').words('site.home') }).click()
    await expect(page).toHaveURL(below(based, '/ar/'))
  })

  test('the root goes on to the start page, and an old link to its pair', async ({ page, based }) => {
    await page.goto(`${based}/`)
    await expect(page).toHaveURL(below(based, '/en/'))
    await page.goto(`${based}/fr/compare/smtp/250-ok-vs-551-user-not-local`)
    await expect(page).toHaveURL(below(based, '/fr/smtp/250-vs-551'))
    await awake(page)
    await expect(page.getByRole('combobox').first()).toHaveValue('250')
  })

  test('previews and sitemaps name whole addresses in the folder', async ({ page, request, based }) => {
    await page.goto(`${based}/en/smtp/211-vs-214`)
    await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', `${based}/en/smtp/211-vs-214`)
    await expect(page.locator('meta[property="og:image"]')).toHaveAttribute('content', `${based}/preview.png`)
    expect(await (await request.get(`${based}/sitemap.xml`)).text()).toContain(
      `<loc>${based}/sitemap-en.xml</loc>`,
    )
    expect(await (await request.get(`${based}/robots.txt`)).text()).toContain(`${based}/sitemap.xml`)
  })

  test('a search that finds nothing says so', async ({ page, based }) => {
    await page.goto(`${based}/en/smtp/211-vs-214`)
    await awake(page)
    await put(firstPicker(page), 'qqq')
    await expect(page.getByText(words('pick-codes.nothing', { text: 'qqq' })).first()).toBeVisible()
  })
})

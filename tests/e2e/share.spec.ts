import type { Locator, Page } from '@playwright/test'
import { expect, open, rows, SIGNS, test } from './site.ts'
import { codeWords, pairWords, words, wordsOf, type WordKey } from './words.ts'

const PATH = '/en/smtp/250-vs-551'
const NAMES = ['250', '551'].map((code) => `${code} ${codeWords(code).name}`)

test.describe('with a clipboard', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

  test('the link copied is the address of what is seen', async ({ page, baseURL }) => {
    await open(page, `${PATH}?show=differences`)
    await button(page, 'share.copy-link').click()
    await expect(status(page)).toHaveText(words('share.copied-link'))
    expect(await clipboardText(page)).toBe(`${baseURL}${PATH}?show=differences`)
  })

  test('the Markdown is a table of the comparison, with the answer above and the link below', async ({
    page,
    baseURL,
  }) => {
    await open(page, PATH)
    await button(page, 'share.copy-markdown').click()
    await expect(status(page)).toHaveText(words('share.copied-markdown'))
    const markdown = await clipboardText(page)

    const lines = markdown.trimEnd().split('\n')
    expect(lines[0]).toBe(`**${pairWords('250', '551').answer}**`)
    expect(lines.at(-1)).toBe(words('share.link', { link: `${baseURL}${PATH}` }))

    const [heading, ruler, ...body] = lines.filter((line) => line.startsWith('|')).map(cellsOf)
    expect(heading).toEqual(['', '', ...NAMES])
    expect(ruler).toEqual(['---', '---', '---', '---'])
    expect(body).toHaveLength(await rows(page).count())
    expect(body.every((cells) => cells.length === 4)).toBe(true)
    expect(body.filter(([sign]) => sign === SIGNS.different)).toHaveLength(
      await rows(page).filter({ hasText: SIGNS.different }).count(),
    )
    expect(body).toContainEqual(valueRow('different', 'class', '2', '5'))
    expect(body).toContainEqual(valueRow('same', 'category', '5', '5'))
    expect(body).toContainEqual(valueRow('different', 'outcome', 'success', 'permanent'))
    expect(body).toContainEqual(valueRow('different', 'next-step', 'continue', 'give-up'))
    expect(body).toContainEqual(valueRow('different', 'responsibility', 'server-after-final-dot', 'client'))
    expect(body).toContainEqual(valueRow('same', 'connection', 'no', 'no'))
    expect(body).toContainEqual([
      SIGNS.different,
      words('facet.meaning'),
      codeWords('250').meaning,
      codeWords('551').meaning,
    ])
  })

  test('official wording with angle brackets survives in the Markdown', async ({ page }) => {
    await open(page, '/en/smtp/251-vs-551')
    await button(page, 'share.copy-markdown').click()
    await expect(status(page)).toHaveText(words('share.copied-markdown'))
    expect(await clipboardText(page)).toContain('User not local; please try &lt;forward-path>')
  })

  test('the text reads without markup, and rich editors get a table', async ({ page, context, baseURL }) => {
    await open(page, PATH)
    await button(page, 'share.copy-text').click()
    await expect(status(page)).toHaveText(words('share.copied-text'))

    const text = await clipboardText(page)
    expect(text.split('\n')[0]).toBe(words('share.text-title', { first: '250', second: '551' }))
    expect(text).toContain(pairWords('250', '551').answer)
    expect(text).toContain(
      [
        `${SIGNS.different} ${words('facet.class')}`,
        `    250: ${words('value.class.2')}`,
        `    551: ${words('value.class.5')}`,
      ].join('\n'),
    )
    expect(text).toContain(
      [`${SIGNS.same} ${words('facet.category')}`, `    ${words('value.category.5')}`].join('\n'),
    )
    expect(text.trimEnd().split('\n').at(-1)).toBe(words('share.link', { link: `${baseURL}${PATH}` }))

    const html = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read()
      return item ? (await item.getType('text/html')).text() : ''
    })
    const count = await rows(page).count()
    const editor = await context.newPage()
    await editor.setContent(html)
    const table = editor.getByRole('table')
    await expect(table.getByRole('row')).toHaveCount(count + 1)
    await expect(table.getByRole('row').first()).toContainText(NAMES[0] ?? '')
    await expect(table.getByRole('row').first()).toContainText(NAMES[1] ?? '')
    const outcome = table.getByRole('row').filter({ hasText: words('facet.outcome') })
    await expect(outcome.locator('td, th')).toHaveText(
      valueRow('different', 'outcome', 'success', 'permanent'),
    )
    await expect(editor.getByText('<forward-path>')).toBeVisible()
  })

  test('a word of success does not outlive the pair it was about', async ({ page }) => {
    await open(page, PATH)
    await button(page, 'share.copy-link').click()
    await expect(status(page)).toHaveText(words('share.copied-link'))
    await page.keyboard.press('s')
    await expect(page).toHaveURL(/551-vs-250$/)
    await expect(status(page)).toHaveText('')
  })
})

test.describe('where the browser refuses the clipboard', () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      const refuse = () => Promise.reject(new DOMException('Write permission denied.', 'NotAllowedError'))
      // Not where nothing has been opened yet: there Firefox has none.
      if (!isSecureContext) return
      navigator.clipboard.writeText = refuse
      navigator.clipboard.write = refuse
    })
    await open(page, PATH)
  })

  test('the text appears to be copied by hand, and can be put away again', async ({ page, baseURL }) => {
    await button(page, 'share.copy-link').click()
    await expect(page.getByRole('alert')).toHaveText(words('share.refused'))
    await expect(manual(page)).toHaveValue(`${baseURL}${PATH}`)
    await expect(manual(page)).toHaveAttribute('readonly', '')

    await manual(page).focus()
    const selected = await manual(page).evaluate(
      (field: HTMLTextAreaElement) => field.selectionEnd - field.selectionStart,
    )
    expect(selected).toBe(`${baseURL}${PATH}`.length)

    await page.getByRole('button', { name: words('share.close') }).click()
    await expect(page.getByRole('alert')).toBeHidden()
    await expect(manual(page)).toBeHidden()
  })

  test('the Markdown and the text do so too', async ({ page }) => {
    await button(page, 'share.copy-markdown').click()
    await expect(manual(page)).toHaveValue(/^\*\*.+\*\*\n/)
    await button(page, 'share.copy-text').click()
    await expect(manual(page)).toHaveValue(
      new RegExp(`^${words('share.text-title', { first: '250', second: '551' })}\n`),
    )
  })
})

test('where the system has a share sheet, the link is handed to it', async ({ page, baseURL }) => {
  await page.addInitScript(() => {
    navigator.share = (shared) => {
      document.documentElement.dataset['shared'] = JSON.stringify(shared)
      return Promise.resolve()
    }
  })
  await open(page, PATH)
  await button(page, 'share.system').click()
  await expect(page.locator('html')).toHaveAttribute(
    'data-shared',
    JSON.stringify({
      title: words('share.text-title', { first: '250', second: '551' }),
      url: `${baseURL}${PATH}`,
    }),
  )
})

function button(page: Page, key: WordKey): Locator {
  return share(page).getByRole('button', { name: words(key) })
}

function status(page: Page): Locator {
  return share(page).getByRole('status')
}

function manual(page: Page): Locator {
  return page.getByRole('textbox', { name: words('share.manual') })
}

function share(page: Page): Locator {
  return page.getByRole('group', { name: words('share.label') })
}

function clipboardText(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText())
}

function valueRow(relation: keyof typeof SIGNS, facet: string, first: string, second: string): string[] {
  return [
    SIGNS[relation],
    wordsOf('facet', facet),
    wordsOf('value', facet, first),
    wordsOf('value', facet, second),
  ]
}

/** The cells of one line of a Markdown table; an escaped bar is part of its cell. */
function cellsOf(line: string): string[] {
  return line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim().replace(/\\(.)/g, '$1'))
}

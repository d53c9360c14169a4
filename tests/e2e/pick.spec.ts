import type { Locator, Page } from '@playwright/test'
import {
  choices,
  expect,
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
import { codeWords, enhancedName, pairWords, words } from './words.ts'

test.describe('with the keyboard alone', () => {
  test('"/" goes to the first picker, digits find a code, Enter picks it', async ({ page }) => {
    await open(page, '/en/smtp/250-vs-550')
    await page.keyboard.press('/')
    await expect(firstPicker(page)).toBeFocused()
    await page.keyboard.type('551')
    await page.keyboard.press('Enter')

    await expectPath(page, '/en/smtp/551-vs-550')
    await expectPicked(page, '551', '550')
    await expect(headline(page)).toHaveText(pairWords('551', '550').answer)
    await expect(page.getByRole('listbox')).toBeHidden()
  })

  test('two codes from nothing: the second picker takes over once the first code stands', async ({
    page,
  }) => {
    await open(page, '/en/')
    await page.keyboard.press('/')
    await page.keyboard.type('250')
    await page.keyboard.press('Enter')
    await expect(secondPicker(page)).toBeFocused()
    await page.keyboard.type('551')
    await page.keyboard.press('Enter')

    await expectPath(page, '/en/smtp/250-vs-551')
    await expect(headline(page)).toHaveText(pairWords('250', '551').answer)
  })

  test('one digit is enough to have a first suggestion, and Enter takes it', async ({ page }) => {
    await open(page, '/en/smtp/250-vs-551')
    await type(page, secondPicker(page), '3')
    await expect(choices(page).first()).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('Enter')
    await expectPicked(page, '250', '334')
  })

  test('a picker takes one code after another without being left', async ({ page }) => {
    await open(page, '/en/smtp/250-vs-551')
    await type(page, secondPicker(page), '550')
    await page.keyboard.press('Enter')
    await expectPicked(page, '250', '550')
    await page.keyboard.type('554')
    await page.keyboard.press('Enter')
    await expectPicked(page, '250', '554')
    await secondPicker(page).click()
    await page.keyboard.type('451')
    await page.keyboard.press('Enter')
    await expectPicked(page, '250', '451')
  })

  test('a word finds the codes whose name has it before those that only mention it', async ({ page }) => {
    await open(page, '/en/smtp/250-vs-551')
    await type(page, secondPicker(page), 'mailbox')

    await expect(choices(page).first()).toContainText(/mailbox/i)
    const all = await choices(page).allTextContents()
    // Enhanced codes are a list of their own, below.
    const found = all.filter((text) => !/^\d\./.test(text))
    const named = found.filter((text) => /mailbox/i.test(text))
    expect(named.length).toBeGreaterThan(1)
    expect(found.slice(0, named.length)).toEqual(named)
    await expect(page.getByRole('status').filter({ hasText: /\S/ })).toHaveText(
      words('pick-codes.results_other', { count: all.length }),
    )
    await page.keyboard.press('Enter')
    await expectPicked(page, '250', (found[0] ?? '').slice(0, 3))
  })

  test('the arrow keys walk through the list, and the option walked to is the one picked', async ({
    page,
  }) => {
    await open(page, '/en/smtp/250-vs-551')
    await type(page, secondPicker(page), '55')
    await expect(choices(page).nth(0)).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('ArrowDown')
    await expect(choices(page).nth(1)).toHaveAttribute('aria-selected', 'true')
    await expect(choices(page).nth(0)).toHaveAttribute('aria-selected', 'false')

    const id = await choices(page).nth(1).getAttribute('id')
    await expect(secondPicker(page)).toHaveAttribute('aria-activedescendant', String(id))
    const code = ((await choices(page).nth(1).textContent()) ?? '').slice(0, 3)
    await page.keyboard.press('Enter')
    await expectPicked(page, '250', code)
  })

  test('ArrowDown opens the list of everything without a letter typed', async ({ page }) => {
    await open(page, '/en/smtp/250-vs-551')
    await firstPicker(page).focus()
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('listbox')).toBeVisible()
    await expect(option(page, '354')).toBeAttached()
  })

  test('Escape leaves the choice as it was, and so does leaving with Tab', async ({ page }) => {
    await open(page, '/en/smtp/250-vs-551')
    await type(page, firstPicker(page), '45')
    await expect(page.getByRole('listbox')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('listbox')).toBeHidden()
    await expectPicked(page, '250', '551')
    await expect(firstPicker(page)).toBeFocused()
    await page.keyboard.press('Escape')
    await expectPicked(page, '250', '551')

    await page.keyboard.type('45')
    await expect(page.getByRole('listbox')).toBeVisible()
    await page.keyboard.press('Tab')
    await expect(page.getByRole('listbox')).toBeHidden()
    await expectPicked(page, '250', '551')
    await expectPath(page, '/en/smtp/250-vs-551')
  })

  test('"s" swaps the sides, except where it is a letter being typed', async ({ page }) => {
    await open(page, '/en/smtp/250-vs-551')
    await page.keyboard.press('s')
    await expectPath(page, '/en/smtp/551-vs-250')
    await expectPicked(page, '551', '250')

    await type(page, firstPicker(page), 's')
    await expect(firstPicker(page)).toHaveValue('s')
    await expectPath(page, '/en/smtp/551-vs-250')
  })
})

test('single keys can be switched off, and stay off on the next visit', async ({ page }) => {
  await open(page, '/en/smtp/250-vs-551')
  const shortcuts = page.getByRole('checkbox', { name: words('site.shortcuts') })
  await shortcuts.uncheck()
  await page.reload()
  await expect(shortcuts).not.toBeChecked()
  await page.keyboard.press('s')
  await page.keyboard.press('/')
  await expect(firstPicker(page)).not.toBeFocused()
  await expectPath(page, '/en/smtp/250-vs-551')

  await shortcuts.check()
  await page.keyboard.press('s')
  await expectPath(page, '/en/smtp/551-vs-250')
})

test('a click into a picker lets another code be typed straight away', async ({ page }) => {
  await open(page, '/en/smtp/250-vs-551')
  await secondPicker(page).click()
  await page.keyboard.type('554')
  await page.keyboard.press('Enter')
  await expectPicked(page, '250', '554')
})

test('"250 551" typed into one picker sets both and closes its list', async ({ page }) => {
  await open(page, '/en/')
  await type(page, firstPicker(page), '250 551')
  await expectPath(page, '/en/smtp/250-vs-551')
  await expectPicked(page, '250', '551')
  await expect(page.getByRole('listbox')).toBeHidden()
})

test.describe('from the clipboard', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

  for (const pasted of ['250 vs 551', '250/551', 'https://example.org/en/smtp/250-vs-551?show=differences']) {
    test(`"${pasted}" pasted into one picker sets both`, async ({ page }) => {
      await open(page, '/en/smtp/421-vs-450')
      await paste(page, secondPicker(page), pasted)
      await expectPath(page, '/en/smtp/250-vs-551')
      await expectPicked(page, '250', '551')
    })
  }

  test('one code pasted is the first suggestion, and Enter takes it', async ({ page }) => {
    await open(page, '/en/smtp/421-vs-450')
    await paste(page, secondPicker(page), '551')
    await page.keyboard.press('Enter')
    await expectPicked(page, '421', '551')
  })
})

test('an enhanced code finds the replies that carry it', async ({ page }) => {
  await open(page, '/en/smtp/250-vs-551')
  await type(page, firstPicker(page), '5.7.8')
  await expect(option(page, '535')).toBeVisible()
  await expect(option(page, '250')).toHaveCount(0)
})

test('an enhanced code and a whole reply can be picked, typed or by words of their own', async ({ page }) => {
  await open(page, '/en/smtp/250-vs-551')
  await type(page, firstPicker(page), '5.7.26')
  await page.keyboard.press('Enter')
  await expectPath(page, '/en/smtp/5.7.26-vs-551')
  await type(page, secondPicker(page), '550 5.7.1')
  await page.keyboard.press('Enter')
  await expectPath(page, '/en/smtp/5.7.26-vs-550-5.7.1')
  await expectPicked(page, '5.7.26', '550 5.7.1')
  await type(page, firstPicker(page), enhancedName('2.2').toLowerCase())
  await expect(option(page, '4.2.2')).toBeVisible()
})

test('what matches nothing is said, and Enter then changes nothing', async ({ page }) => {
  await open(page, '/en/smtp/250-vs-551')
  await type(page, firstPicker(page), 'qqq')
  const sentence = words('pick-codes.nothing', { text: 'qqq' })
  await expect(page.getByText(sentence).first()).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: sentence })).toBeAttached()
  await page.keyboard.press('Enter')
  await expectPath(page, '/en/smtp/250-vs-551')
})

test('a number that fits the grammar can be picked although nobody defined it', async ({ page }) => {
  await open(page, '/en/smtp/250-vs-551')
  await type(page, firstPicker(page), '259')
  await expect(choices(page).first()).toContainText(words('undefined.name'))
  await page.keyboard.press('Enter')
  await expectPicked(page, '259', '551')
})

test('a click picks as well, and the comparison changes at once', async ({ page }) => {
  await open(page, '/en/smtp/250-vs-551')
  await secondPicker(page).click()
  await option(page, '251').first().click()
  await expectPath(page, '/en/smtp/250-vs-251')
  await expect(headline(page)).toHaveText(pairWords('250', '251').answer)
})

test('an empty box offers first what was compared lately, then what the other side is confused with', async ({
  page,
}) => {
  await open(page, '/en/')
  await type(page, firstPicker(page), '421 450')
  await expectPath(page, '/en/smtp/421-vs-450')
  await type(page, secondPicker(page), '250 551')
  await expectPath(page, '/en/smtp/250-vs-551')

  await firstPicker(page).click()
  const groups = page.getByRole('listbox').getByRole('group')
  const [recent, partners] = [groups.nth(0), groups.nth(1)]
  await expect(recent).toHaveAccessibleName(words('pick-codes.recent'))
  await expect(recent.getByRole('option')).toContainText(['421', '450'])
  await expect(partners).toHaveAccessibleName(words('pick-codes.partners', { code: '551' }))
  await expect(partners.getByRole('option').filter({ hasText: '251' })).toBeVisible()
  await expect(groups.nth(2)).toHaveAccessibleName(words('start.class-2'))
})

test('what was compared lately is remembered on the next visit', async ({ page }) => {
  await open(page, '/en/')
  await type(page, firstPicker(page), '421 450')
  await expectPath(page, '/en/smtp/421-vs-450')
  await open(page, '/en/smtp/250-vs-551')
  await firstPicker(page).click()
  await expect(
    page.getByRole('group', { name: words('pick-codes.recent') }).getByRole('option'),
  ).toContainText(['421', '450'])
})

test('each option says its class in words, not in colour alone', async ({ page }) => {
  await open(page, '/en/smtp/250-vs-551')
  await firstPicker(page).click()
  await expect(option(page, '354').first()).toContainText(words('class-short.3'))
  await expect(option(page, '421').first()).toContainText(words('class-short.4'))
})

test('swapping keeps the focus on its button and the page where it was scrolled', async ({ page }) => {
  await open(page, '/en/smtp/250-vs-551')
  await page.evaluate(() => window.scrollTo(0, 700))
  const place = await swapButton(page).boundingBox()
  // Not `click`, with which Firefox' driver scrolls by itself.
  await page.mouse.click((place?.x ?? 0) + 8, (place?.y ?? 0) + 8)
  await expectPicked(page, '551', '250')
  await expectPath(page, '/en/smtp/551-vs-250')
  await expect(swapButton(page)).toBeFocused()
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(700)

  await page.keyboard.press('Enter')
  await expectPicked(page, '250', '551')
  await expect(swapButton(page)).toBeFocused()
})

test('picking another code keeps in view the row one was reading', async ({ page }) => {
  await open(page, '/en/smtp/250-vs-551')
  await row(page, 'next-step').title.evaluate((title) => title.scrollIntoView({ block: 'center' }))
  await type(page, secondPicker(page), '550')
  await page.keyboard.press('Enter')
  await expectPath(page, '/en/smtp/250-vs-550')
  await expect(row(page, 'next-step').title).toBeInViewport()
})

test.describe('half chosen', () => {
  test.beforeEach(async ({ page }) => {
    await open(page, '/en/')
    await type(page, firstPicker(page), '421')
    await page.keyboard.press('Enter')
    await expectPicked(page, '421', '')
  })

  test('one code alone waits where it is, with its name, and has no address yet', async ({ page }) => {
    await expectPath(page, '/en/')
    await expect(page.getByRole('region', { name: words('pick-codes.label') })).toContainText(
      codeWords('421').name,
    )
  })

  test('it may change sides while it waits', async ({ page }) => {
    await page.keyboard.press('Escape')
    await swapButton(page).click()
    await expectPicked(page, '', '421')
    await type(page, firstPicker(page), '450')
    await page.keyboard.press('Enter')
    await expectPath(page, '/en/smtp/450-vs-421')
  })

  test('the partners it is confused with come first for the other side', async ({ page }) => {
    await secondPicker(page).click()
    await expect(page.getByRole('listbox').getByRole('group').first()).toHaveAccessibleName(
      words('pick-codes.partners', { code: '421' }),
    )
  })
})

test('a page about one code is one half of a comparison', async ({ page }) => {
  await open(page, '/en/smtp/550')
  await expectPicked(page, '550', '')
  await type(page, secondPicker(page), '551')
  await page.keyboard.press('Enter')
  await expectPath(page, '/en/smtp/550-vs-551')
})

/** Focus as a key or a tap gives it, then one key after another. */
async function type(page: Page, picker: Locator, text: string): Promise<void> {
  await picker.focus()
  await page.keyboard.type(text)
}

async function paste(page: Page, picker: Locator, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
  await picker.focus()
  await page.keyboard.press('ControlOrMeta+v')
}

function option(page: Page, code: string): Locator {
  return choices(page).filter({ hasText: new RegExp(`^${code}`) })
}

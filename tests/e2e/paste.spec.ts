import { writeFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { cutNetwork, test as keptTest, visit } from './kept-site.ts'
import { pasteInto, pastePanel } from './paste-panel.ts'
import {
  expect,
  expectNoSidewaysScroll,
  expectPath,
  firstPicker,
  headline,
  open,
  swapButton,
  test,
} from './site.ts'
import { translation } from './translations.ts'
import { enhancedName, words } from './words.ts'

const GMAIL =
  'Feb 20 09:12:44 mx1 postfix/smtp[24153]: 3F2A84012C: to=<anna@example.com>, relay=gmail-smtp-in.l.google.com[192.0.2.26]:25, delay=1.2, dsn=5.7.26, status=bounced (host gmail-smtp-in.l.google.com[192.0.2.26] said: 550-5.7.26 Your email has been blocked because the sender is unauthenticated. 550 5.7.26 Gmail requires all senders to authenticate (in reply to end of DATA command))'
const GREYLISTED =
  'Feb 20 09:13:01 mx1 postfix/smtp[24154]: 4F2A84012D: to=<bob@example.org>, relay=mx.example.org[192.0.2.27]:25, delay=1.2, dsn=4.7.1, status=deferred (host mx.example.org[192.0.2.27] said: 450 4.7.1 <bob@example.org>: Recipient address rejected: Greylisted (in reply to RCPT TO command))'
const BOUNCE = [
  'From: MAILER-DAEMON@mx.example.net',
  'To: anna@example.com',
  'Subject: Undelivered Mail Returned to Sender',
  'MIME-Version: 1.0',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from(
    'This is the mail system at host mx.example.net.\n\n<zoë@example.org>: host mx.example.org[192.0.2.27] said: 552 5.2.2 Mailbox full (in reply to RCPT TO command)\n',
  ).toString('base64'),
  '',
].join('\r\n')

test.describe('a pasted reply', () => {
  test('is marked in its text and explained, with who sent it and what it answers', async ({ page }) => {
    await open(page, '/en/')
    const { paste, heading, marks, panel, status } = pastePanel(page)
    await paste(GMAIL)
    await expect(heading).toContainText('550 5.7.26')
    await expect(heading).toContainText(enhancedName('7.26'))
    await expect(status).toContainText(words('paste.found_one', { count: 1 }))
    await expect(marks).toHaveCount(1)
    await expect(marks).toContainText('550-5.7.26 Your email has been blocked')
    const facts = panel.locator('dl').first()
    for (const fact of [
      'Gmail',
      'Postfix',
      'anna@example.com',
      words('command.DATA_END'),
      words('paste.form-log'),
    ])
      await expect(facts).toContainText(fact)
    await expect(panel.getByRole('article')).toContainText('blocked because the sender is unauthenticated')
  })

  test('stays in the page: no address, title, storage or request has a word of it', async ({
    page,
    context,
  }) => {
    await open(page, '/en/')
    const { paste, heading, field } = pastePanel(page)
    await paste('550 5.1.1 first')
    await expect(heading).toContainText('550 5.1.1')
    const title = await page.title()
    const asked: string[] = []
    context.on('request', (request) => asked.push(request.url() + (request.postData() ?? '')))
    await field.fill('')
    await paste('554 5.7.1 <secretname@example.com>: verysecretword')
    await expect(heading).toContainText('554 5.7.1')
    expect(asked).toEqual([])
    expect(await page.title()).toBe(title)
    await expectPath(page, '/en/')
    const kept = await page.evaluate(async () => {
      const databases = await indexedDB.databases()
      const stored = [localStorage, sessionStorage].map((storage) => Object.entries(storage))
      const state: unknown = history.state
      return JSON.stringify({ stored, state, cookie: document.cookie, databases })
    })
    expect(kept).not.toMatch(/secret/)
  })

  test('can be put on either side; two of them are compared, with what changed between their texts', async ({
    page,
  }) => {
    await open(page, '/en/')
    const { paste, press, panel, field } = pastePanel(page)
    await paste(GREYLISTED)
    await press('paste.place-first')
    await expect(panel).toContainText(words('paste.placed-first', { code: '450 4.7.1' }))
    await paste(GMAIL)
    await expect(panel.getByRole('heading', { level: 3 })).toContainText('550 5.7.26')
    await press('paste.place-second')

    await expectPath(page, '/en/smtp/450-4.7.1-vs-550-5.7.26')
    await expect(panel).toBeHidden()
    await expect(headline(page)).toBeFocused()
    const change = page.getByRole('region', { name: words('paste.changed') })
    const rowOf = (key: 'paste.provider' | 'paste.command' | 'paste.software') =>
      change.getByRole('row', { name: words(key) })
    await expect(rowOf('paste.provider')).toContainText('≠')
    await expect(rowOf('paste.provider').getByRole('cell')).toHaveText([words('paste.unnamed'), 'Gmail'])
    await expect(rowOf('paste.command').getByRole('cell')).toHaveText(['RCPT TO', words('command.DATA_END')])
    await expect(rowOf('paste.software')).toContainText('=')

    await swapButton(page).click()
    await expectPath(page, '/en/smtp/550-5.7.26-vs-450-4.7.1')
    await expect(rowOf('paste.provider').getByRole('cell')).toHaveText(['Gmail', words('paste.unnamed')])

    await page.goBack()
    await expect(rowOf('paste.provider')).toBeHidden()
    await pastePanel(page).button.click()
    await expect(field).toHaveValue(GMAIL)
  })

  test('leaves a code alone that was picked on the other side meanwhile', async ({ page }) => {
    await open(page, '/en/smtp/250-vs-551')
    const { paste, press } = pastePanel(page)
    await paste(GREYLISTED)
    await press('paste.place-first')
    await expectPath(page, '/en/smtp/450-4.7.1-vs-551')
    await firstPicker(page).click()
    await page.keyboard.type('554')
    await page.keyboard.press('Enter')
    await expectPath(page, '/en/smtp/554-vs-551')
    await paste(GMAIL)
    await expect(pastePanel(page).heading).toContainText('550 5.7.26')
    await press('paste.place-second')
    await expectPath(page, '/en/smtp/554-vs-550-5.7.26')
    await expect(page.getByRole('region', { name: words('paste.changed') })).toHaveCount(0)
  })

  test('leads to the page of its code', async ({ page }) => {
    await open(page, '/en/smtp/250-vs-551')
    const { paste, panel } = pastePanel(page)
    await paste('535 5.7.8 Authentication credentials invalid')
    await panel.getByRole('link', { name: words('paste.open', { code: '535 5.7.8' }) }).click()
    await expectPath(page, '/en/smtp/535-5.7.8')
    await expect(panel).toBeHidden()
    await expect(headline(page)).toBeFocused()
  })

  test('that answers a command it is not listed for, or whose codes disagree, is told of', async ({
    page,
  }) => {
    await open(page, '/en/')
    const { paste, panel, field } = pastePanel(page)
    await paste('RCPT TO:<b@example.net>\n354 go ahead\n')
    await expect(panel).toContainText(
      words('paste.misplaced', { code: '354', command: 'RCPT TO', commands: 'DATA' }),
    )
    await field.fill('')
    await paste('550 4.2.2 mailbox full')
    await expect(panel).toContainText(words('conflict.title'))
  })
})

test.describe('several replies in one text', () => {
  test('are a list to choose from, and the chosen one stands out in the text', async ({ page }) => {
    await open(page, '/en/')
    const { paste, options, heading, marks } = pastePanel(page)
    await paste([GREYLISTED, GMAIL, GREYLISTED, '550 5.1.1 no such user'].join('\n'))
    await expect(options).toHaveCount(3)
    await expect(heading).toContainText('450 4.7.1')
    await options.nth(1).check()
    await expect(heading).toContainText('550 5.7.26')
    await expect(page.locator('#paste mark[data-chosen]')).toHaveText([/550-5\.7\.26/])
    await expect(marks).toHaveCount(4)
  })

  test('when they are two, are compared with one press', async ({ page }) => {
    await open(page, '/en/')
    const { paste, panel } = pastePanel(page)
    await paste('yesterday 451, today 550: what changed?')
    await panel
      .getByRole('button', { name: words('compare.third-link', { first: '451', second: '550' }) })
      .click()
    await expectPath(page, '/en/smtp/451-vs-550')
  })
})

test.describe('a text without a reply', () => {
  test('says so, and what one looks like', async ({ page }) => {
    await open(page, '/en/')
    const { paste, status, heading } = pastePanel(page)
    await paste('Meeting on 2026-05-12 at 10:30 in room 12')
    await expect(status).toContainText(words('paste.none'))
    await expect(heading).toHaveCount(0)
  })

  test('and one that is taken away leave nothing behind', async ({ page }) => {
    await open(page, '/en/')
    const { paste, status, heading, press, field } = pastePanel(page)
    await paste('550 no')
    await expect(heading).toBeVisible()
    await press('paste.clear')
    await expect(heading).toHaveCount(0)
    await expect(status).toBeEmpty()
    await expect(field).toBeFocused()
    await expect(field).toHaveValue('')
  })
})

test.describe('files', () => {
  const give = (page: Page, name: string, buffer: Buffer, mimeType = '') =>
    page.locator('#paste input[type=file]').setInputFiles({ name, mimeType, buffer })

  test('a saved message is decoded and read', async ({ page }) => {
    await open(page, '/en/')
    const { open: openPanel, heading, status, text } = pastePanel(page)
    await openPanel()
    await give(page, 'bounce.eml', Buffer.from(BOUNCE), 'message/rfc822')
    await expect(heading).toContainText('552 5.2.2')
    await expect(status).toContainText(words('paste.decoded'))
    await expect(text).toContainText('zoë@example.org')
    await expect(page.locator('#paste')).toContainText('bounce.eml')
  })

  test('a log dropped anywhere on the page opens the panel', async ({ page }) => {
    await open(page, '/en/smtp/250-vs-551')
    await page.evaluate((log) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([log], 'mail.log', { type: 'text/plain' }))
      for (const kind of ['dragover', 'drop'])
        document.body.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }))
    }, GMAIL)
    const { heading, panel } = pastePanel(page)
    await expect(heading).toContainText('550 5.7.26')
    await expect(panel).toContainText('mail.log')
  })

  for (const [kind, name, content] of [
    ['binary', 'photo.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['outlook', 'mail.msg', Buffer.from('d0cf11e0a1b11ae1000000000000', 'hex')],
    ['archive', 'mail.zip', Buffer.from('504b030414000000', 'hex')],
    ['empty', 'empty.log', Buffer.from('')],
  ] as const)
    test(`one that is ${kind} is refused with what can be done`, async ({ page }) => {
      await open(page, '/en/')
      const { open: openPanel, status, press, field } = pastePanel(page)
      await openPanel()
      await give(page, name, content)
      await expect(status).toHaveText(words(`paste.${kind}`, { name }))
      await press('paste.clear')
      await expect(field).toBeFocused()
    })

  test('of one of 50 MB the end is read, and that is said', async ({ page }, testInfo) => {
    await open(page, '/en/')
    const { open: openPanel, status, heading } = pastePanel(page)
    await openPanel()
    const path = testInfo.outputPath('mail.log')
    const line = 'Feb 20 09:12:44 mx1 postfix/qmgr[2415]: 3F2A84012C: removed\n'
    writeFileSync(path, line.repeat((50 * 1024 * 1024) / line.length) + GMAIL)
    await page.locator('#paste input[type=file]').setInputFiles(path)
    await expect(heading).toContainText('550 5.7.26')
    await expect(status).toContainText(words('paste.cut-start', { name: 'mail.log', size: '4 MB' }))
  })

  test('a long text is kept beside the field, and read all the same', async ({ page }) => {
    await open(page, '/en/')
    const { paste, panel, field, heading } = pastePanel(page)
    await paste(`${'Feb 20 09:12:44 mx1 postfix/qmgr[2415]: 3F2A84012C: removed\n'.repeat(5000)}${GMAIL}`)
    await expect(heading).toContainText('550 5.7.26')
    await expect(field).toBeHidden()
    await expect(panel).toContainText(words('paste.long-text'))
  })
})

test.describe('the panel', () => {
  test('is opened, used and closed by keyboard, and gives the focus back', async ({ page }) => {
    await open(page, '/en/smtp/250-vs-551')
    const { button, field, heading, panel } = pastePanel(page)
    await button.focus()
    await page.keyboard.press('Enter')
    await expect(field).toBeFocused()
    await page.keyboard.type('450 4.2.1 try later')
    await expect(heading).toContainText('450 4.2.1')
    await page.keyboard.press('Escape')
    await expect(panel).toBeHidden()
    await expect(button).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(field).toHaveValue('450 4.2.1 try later')
  })

  test('opens on what is pasted beside any field, and leaves fields alone', async ({ page }) => {
    await open(page, '/en/')
    const { panel, heading, field } = pastePanel(page)
    await pasteInto(page.getByRole('combobox').first(), '550 5.1.1 no such user')
    await expect(panel).toHaveCount(0)
    await pasteInto(page.locator('body'), '550 5.1.1 no such user')
    await expect(heading).toContainText('550 5.1.1')
    await expect(field).toHaveValue('550 5.1.1 no such user')
  })

  test('keeps its text when the language changes', async ({ page }) => {
    await open(page, '/en/')
    const { paste, heading } = pastePanel(page)
    await paste(GMAIL)
    await expect(heading).toBeVisible()
    await page
      .locator('summary')
      .filter({ has: page.locator('bdi') })
      .click()
    await page.getByRole('link', { name: 'العربية' }).click()
    await expectPath(page, '/ar/')
    const arabic = pastePanel(page, 'ar')
    await expect(arabic.field).toHaveValue(GMAIL)
    await expect(arabic.panel).toContainText(translation('ar').words('paste.form-log'))
  })

  test('says that a part did not come, keeps the text, and reads it when asked again', async ({
    page,
    faults,
  }) => {
    faults.expect(/request failed: .*recognizer/)
    let isBroken = true
    await page.route(/\/assets\/recognizer-[^/]+\.js$/, (route) =>
      isBroken ? route.abort() : route.continue(),
    )
    await open(page, '/en/')
    const { paste, panel, heading, field } = pastePanel(page)
    await paste('550 5.1.1 no such user')
    await expect(panel).toContainText(words('paste.failed'))
    await expect(field).toHaveValue('550 5.1.1 no such user')
    isBroken = false
    await panel.getByRole('button', { name: words('loadFailureRetry') }).click()
    await expect(heading).toContainText('550 5.1.1')
  })
})

test.describe('copied as Markdown', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

  test('a reply names nobody unless the person wants it to', async ({ page, baseURL }) => {
    await open(page, '/en/')
    const { paste, press, panel } = pastePanel(page)
    await paste(GREYLISTED)
    const copied = async () => {
      await press('share.copy-markdown')
      await expect(panel).toContainText(words('share.copied-markdown'))
      return page.evaluate(() => navigator.clipboard.readText())
    }
    const masked = await copied()
    expect(masked).toContain('450 4.7.1')
    expect(masked).toContain('Recipient address rejected: Greylisted')
    expect(masked).toContain(`${baseURL}/en/smtp/450-4.7.1`)
    expect(masked).not.toMatch(/bob|example\.org|192\.0\.2/)

    await panel.getByRole('checkbox', { name: words('paste.mask') }).uncheck()
    expect(await copied()).toContain('bob@example.org')
  })
})

for (const [tag, width, colorScheme] of [
  ['en', 1280, 'light'],
  ['fr', 1280, 'dark'],
  ['ar', 390, 'light'],
] as const)
  test(`in ${tag} at ${width} px and ${colorScheme}, the panel and what it leads to break no rule of WCAG 2.2 AA`, {
    tag: colorScheme === 'dark' ? '@wants-dark' : [],
  }, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ colorScheme })
    await open(page, `/${tag}/`)
    const { paste, panel, press, heading, options } = pastePanel(page, tag)
    const expectNoViolation = async () => {
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze()
      expect(violations).toEqual([])
      await expectNoSidewaysScroll(page)
    }
    await paste(`${GMAIL}\n${GREYLISTED}\n550 5.1.1 no such user`)
    await expect(heading).toBeVisible()
    await expectNoViolation()
    await press('paste.place-first')
    await options.nth(1).check()
    await press('paste.place-second')
    await expect(panel).toBeHidden()
    await expect(page.locator('#pasted-change')).toBeVisible()
    await expectNoViolation()
  })

keptTest.describe('without a network', () => {
  keptTest.use({ serviceWorkers: 'allow' })

  for (const tag of ['en', 'ar', 'vi'])
    keptTest(`a reply and a message are read in ${tag}`, async ({ page, context, host }) => {
      await visit(page, host, `/${tag}/smtp/250-vs-551`)
      await cutNetwork(context, host)
      await page.reload()
      await expect(headline(page)).toBeVisible()
      const { paste, heading, press } = pastePanel(page, tag)
      await paste(GMAIL)
      await expect(heading).toContainText('550 5.7.26')
      await expect(page.locator('#paste').getByRole('article')).toBeVisible()
      await press('paste.clear')
      await paste(BOUNCE)
      await expect(heading).toContainText('552 5.2.2')
      await press('paste.place-second')
      await expectPath(page, `/${tag}/smtp/250-vs-552-5.2.2`)
    })
})

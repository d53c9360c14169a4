import { Key } from 'selenium-webdriver'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FaultyHost } from '#tests/e2e/faulty-host.ts'
import { translation } from '#tests/e2e/translations.ts'
import { codeWords, pairWords, words } from '#tests/e2e/words.ts'
import { WebkitBrowser } from './webkit-browser.ts'

const ANSWER = pairWords('250', '551').answer

describe('in WebKit', () => {
  let host: FaultyHost
  let browser: WebkitBrowser
  beforeAll(async () => {
    host = await FaultyHost.open()
    browser = await WebkitBrowser.open()
  })
  afterAll(async () => {
    await browser.close()
    await host.close()
  })

  /** Until the page is awake: this driver now and then drops an address asked for before that. */
  const open = async (path: string) => {
    await browser.driver.get(host.origin + path)
    await browser.awake()
  }
  const expectHeadline = (text: string) => browser.find('h1', text)
  const path = async () => new URL(await browser.driver.getCurrentUrl()).pathname
  const expectPath = (wanted: string) =>
    browser.driver.wait(async () => (await path()) === wanted, 20_000, `the address ${wanted}`)

  test('a comparison is read, picked by keyboard and swapped', async () => {
    await open('/en/smtp/250-vs-551')
    await expectHeadline(ANSWER)
    expect(
      await browser.run(() => document.querySelectorAll('[role=rowheader], th[scope=row]').length, null),
    ).toBe(16)
    const [, second] = await browser.driver.findElements({ css: 'input[role=combobox]' })
    await second?.click()
    await browser.find('[role=option]')
    await second?.sendKeys('554', Key.ENTER)
    await expectPath('/en/smtp/250-vs-554')
    await browser.driver.actions().sendKeys(Key.ESCAPE, Key.ESCAPE).perform()
    const swap = await browser.find(`button[aria-label="${words('pick-codes.swap')}"]`)
    await swap.click()
    await expectPath('/en/smtp/554-vs-250')
  })

  test('links show what they name: one code, the other order, an old link, nobody’s address', async () => {
    await open('/en/smtp/550')
    await expectHeadline(codeWords('550').gist)
    await open('/en/smtp/551-vs-250')
    await expectHeadline(ANSWER)
    await open('/compare/smtp/250-ok-vs-551-user-not-local')
    await expectPath('/en/smtp/250-vs-551')
    await expectHeadline(ANSWER)
    await open('/en/smtp/999')
    await expectHeadline(words('not-found.headline', { text: '999' }))
  })

  test('another language is chosen, right to left too', async () => {
    await open('/en/smtp/250-vs-551')
    await (await browser.find('summary')).click()
    await (await browser.find('a[lang=ar]')).click()
    await expectPath('/ar/smtp/250-vs-551')
    await expectHeadline(translation('ar').codes.pairs['250-551']?.answer ?? '')
    expect(await browser.run(() => document.documentElement.dir, null)).toBe('rtl')
  })

  /** A message whose words are encoded, so that all of what reads it has to come. */
  const BOUNCE = [
    'Subject: Undelivered',
    'Content-Type: text/plain',
    'Content-Transfer-Encoding: base64',
    '',
    btoa('host mx.example.org[192.0.2.27] said: 552 5.2.2 Mailbox full (in reply to RCPT TO command)'),
  ]

  const expectBounceRead = async (paste: string) => {
    await (await browser.find('header button[aria-expanded]', paste)).click()
    const field = await browser.find('#paste textarea')
    // The driver types no line feeds.
    await field.sendKeys(...BOUNCE.flatMap((line) => [line, Key.ENTER]))
    await browser.find('#paste h3', '552 5.2.2')
    await browser.find('#paste mark', 'Mailbox full')
  }

  test('a pasted message is decoded, its reply marked and explained', async () => {
    await open('/en/')
    await expectBounceRead(words('paste.button'))
    await browser.find('#paste [role=status]', words('paste.decoded'))
  })

  test('after one visit all of it works without a network', async () => {
    await open('/en/smtp/250-vs-551')
    await browser.kept()
    await host.stop()
    await open('/tr/smtp/450-vs-451')
    await expectHeadline(translation('tr').codes.pairs['450-451']?.answer ?? '')
    await open('/en/')
    await expectHeadline(words('start.headline'))
    await browser.driver.navigate().refresh()
    await expectHeadline(words('start.headline'))
    await browser.awake()
    await expectBounceRead(words('paste.button'))
    await host.start()
  })

  test('a newer release asks, and is taken', async () => {
    await open('/en/smtp/250-vs-551')
    host.deploy(2)
    await browser.driver.executeScript(
      'navigator.serviceWorker.getRegistration().then((found) => found.update())',
    )
    const notice = await browser.find('[role=status] button', words('offline.update-now'))
    await notice.click()
    await browser.find('script[src*="-r2."]')
    await expectHeadline(ANSWER)
  })
})

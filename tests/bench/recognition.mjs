import { newVisitor, openPage } from './browser.mjs'
import { printTable, spread, tell } from './figures.mjs'

/** @typedef {import('./browser.mjs').Browser} Browser */
/** @typedef {import('./figures.mjs').Verdict} Verdict */

const MEGABYTE = 2 ** 20

/** A megabyte of a kind, in which no two lines are the same. @param {(number: number) => string} line */
function megabyte(line) {
  let text = ''
  for (let number = 0; text.length < MEGABYTE; number += 1) text += `${line(number)}\n`
  return text
}

/** Texts as people have them, most of whose lines are no replies but for the last kinds, all of whose are. */
const TEXTS = {
  'Postfix log': megabyte((n) =>
    n % 8 === 0
      ? `Mar  1 12:00:${10 + (n % 50)} mx postfix/smtp[${n}]: ${n}AF: to=<user${n}@example.org>, relay=mx.example.org[192.0.2.${n % 250}]:25, delay=1.2, delays=0.1/0/0.5/0.6, dsn=5.1.1, status=bounced (host mx.example.org[192.0.2.${n % 250}] said: 550 5.1.1 <user${n}@example.org>: Recipient address rejected: User unknown (in reply to RCPT TO command))`
      : `Mar  1 12:00:${10 + (n % 50)} mx postfix/qmgr[250]: ${n}AF: from=<list@example.com>, size=${25_000 + n}, nrcpt=1 (queue active)`,
  ),
  'web server log': megabyte(
    (n) =>
      `192.0.2.${n % 250} - - [01/Mar/2026:12:00:${10 + (n % 50)} +0000] "GET /page/${n} HTTP/1.1" ${n % 3 ? 200 : 503} ${5000 + n} "-" "Mozilla/5.0"`,
  ),
  'SMTP session': megabyte((n) =>
    ['MAIL FROM:<a@example.com>', '250 2.1.0 Ok', `RCPT TO:<b${n}@example.net>`, '450 4.7.1 Greylisted'].join(
      '\n',
    ),
  ),
  'JSON events': megabyte((n) =>
    JSON.stringify({
      event: 'bounce',
      sg_event_id: `e${n}`,
      email: `user${n}@example.org`,
      status: '5.1.1',
      reason: '550 5.1.1 The email account that you tried to reach does not exist',
    }),
  ),
}

/**
 * How long a pasted megabyte takes until its replies are on screen, in the thread that reads them, from the paste on; and the
 * page's longest task meanwhile. The first text of a page finds the thread not started yet.
 * @param {Browser} browser @param {string} url @param {number} rounds @returns {Promise<Verdict[]>}
 */
export async function measureRecognition(browser, url, rounds) {
  /** @type {Record<string, { first: number[], again: number[], longest: number[] }>} */
  const figures = {}
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, text] of Object.entries(TEXTS)) {
      const kept = (figures[name] ??= { first: [], again: [], longest: [] })
      const context = await newVisitor(browser, { hasWorkers: false })
      const { page } = await openPage(context, {})
      await page.goto(url)
      await page.waitForFunction(() => document.documentElement.dataset['alive'] !== undefined)
      await page.locator('header button[aria-expanded]').click()
      await page.locator('#paste textarea').waitFor()
      const first = await paste(page, text)
      await page.getByRole('button', { name: 'Clear', exact: true }).click()
      await page.locator('#paste textarea').waitFor()
      const again = await paste(page, text)
      kept.first.push(first.taken)
      kept.again.push(again.taken)
      kept.longest.push(Math.max(first.longest, again.longest))
      await context.close()
    }
    tell(`Recognition, round ${round + 1} of ${rounds}`)
  }
  printTable('A pasted megabyte, from the paste to its replies on screen, ms', [
    ['', 'first text of a page', 'second', 'longest task of the page'],
    ...Object.entries(figures).map(([name, { first, again, longest }]) => [
      name,
      spread(first),
      spread(again),
      spread(longest),
    ]),
  ])
  return Object.entries(figures).map(([name, { again }]) => ({
    what: `1 MB of ${name}, ms in its thread`,
    values: again,
    wanted: 150,
  }))
}

/** @param {import('playwright').Page} page @param {string} text */
function paste(page, text) {
  return page.evaluate(async (pasted) => {
    let longest = 0
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration)
    })
    observer.observe({ type: 'longtask' })
    const field = document.querySelector('#paste textarea')
    const status = document.querySelector('#paste [role=status]')
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    const start = performance.now()
    const shown = new Promise((resolve) => {
      new MutationObserver((_, watcher) => {
        if (!status?.querySelector('strong')) return
        watcher.disconnect()
        requestAnimationFrame(resolve)
      }).observe(status ?? document, { childList: true, subtree: true })
    })
    field?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    await shown
    const taken = performance.now() - start
    observer.disconnect()
    return { taken, longest }
  }, text)
}

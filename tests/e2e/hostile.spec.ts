import { writeFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { HOSTILE_TEXTS, type HostileText } from './hostile-texts.ts'
import { pastePanel } from './paste-panel.ts'
import { expect, expectPath, headline, open, test } from './site.ts'
import { words } from './words.ts'

interface Watched {
  longest: number
}

const TEXTS_A_PAGE = 25

/** The main thread's longest task, which is printed: how long it takes is the machine's, what it does is ours. */
async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const watched = window as unknown as Watched
    watched.longest = 0
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) watched.longest = Math.max(watched.longest, duration)
    }).observe({ type: 'longtask' })
  })
}

async function handOver(page: Page, { text, file }: HostileText, path: () => string): Promise<void> {
  if (text !== undefined) return pastePanel(page).paste(text)
  if (!file) throw new Error('A hostile text needs a text or a file')
  const bytes = file.bytes()
  const input = page.locator('#paste input[type=file]')
  // The driver takes larger ones by their path only.
  if (bytes.length < 40 * 1024 * 1024)
    return input.setInputFiles({ name: file.name, mimeType: '', buffer: bytes })
  writeFileSync(path(), bytes)
  return input.setInputFiles(path())
}

/** Looked at with every frame: some hundred texts wait for it. */
async function told(page: Page): Promise<void> {
  await page.waitForFunction(
    (reading) => {
      const status = document.querySelector('#paste [role=status]')?.textContent ?? ''
      return status !== '' && !status.includes(reading)
    },
    words('paste.reading'),
    { polling: 'raf', timeout: 25_000 },
  )
}

/** The codes found, as the panel lists them. */
async function codesShown(page: Page): Promise<string[]> {
  const { options, heading } = pastePanel(page)
  if ((await options.count()) > 0)
    return page.locator('#paste fieldset label').evaluateAll((labels) => {
      return labels.map((label) => label.querySelector('bdi')?.textContent ?? '')
    })
  return (await heading.count()) > 0 ? [(await heading.locator('bdi').textContent()) ?? ''] : []
}

for (let from = 0; from < HOSTILE_TEXTS.length; from += TEXTS_A_PAGE) {
  const texts = HOSTILE_TEXTS.slice(from, from + TEXTS_A_PAGE)
  test(`nothing hostile is run, sent or lost: texts ${from + 1} to ${from + texts.length}`, async ({
    page,
    context,
  }, testInfo) => {
    await watch(page)
    await open(page, '/en/smtp/250-vs-551')
    const title = await page.title()
    const { open: openPanel, press, status, panel } = pastePanel(page)
    await openPanel()
    const asked: string[] = []
    context.on('request', (request) => asked.push(new URL(request.url()).pathname))

    for (const hostile of texts) {
      await test.step(hostile.name, async () => {
        await handOver(page, hostile, () => testInfo.outputPath('hostile.log'))
        await told(page)
        const shown = [...new Set(await codesShown(page))]
        const expected = hostile.isStart ? shown.slice(0, hostile.codes.length) : shown
        expect(expected, hostile.name).toEqual(hostile.codes)
        expect(await page.evaluate(() => Reflect.get(window, '__executed')), hostile.name).toBeUndefined()
        await press('paste.clear')
        await expect(status).toBeEmpty()
      })
    }

    await expectPath(page, '/en/smtp/250-vs-551')
    expect(await page.title()).toBe(title)
    await expect(headline(page)).toBeVisible()
    await expect(panel).toBeVisible()
    // The program's own files, the first time each is needed.
    for (const path of asked) expect(path).toMatch(/^\/assets\/[\w-]+\.(?:js|json)$/)
    const longest = await page.evaluate(() => (window as unknown as Watched).longest)
    console.log(
      `texts ${from + 1} to ${from + texts.length}: longest task of the page ${Math.round(longest)} ms`,
    )
  })
}

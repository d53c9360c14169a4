import { chromium } from 'playwright-core'
import { CHROMIUM_FLAGS, findBrowser } from '#tests/browser.mjs'

/** @typedef {import('playwright-core').Browser} Browser */
/** @typedef {import('playwright-core').BrowserContext} Context */
/** @typedef {import('playwright-core').CDPSession} Session */
/** @typedef {import('playwright-core').Page} Page */

/** The phone of Lighthouse's mobile runs. */
const PHONE = {
  viewport: { width: 412, height: 823 },
  deviceScaleFactor: 1.75,
  isMobile: true,
  hasTouch: true,
  locale: 'en-US',
}

/** Slow 4G as the browser's own tools apply it: per request, to what the page asks for. */
export const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
}

/** @returns {Promise<{ browser: Browser, path: string, flags: string[] }>} */
export async function launch() {
  const found = findBrowser()
  if ('problem' in found) throw new Error(found.problem)
  const browser = await chromium.launch({ executablePath: found.path, args: CHROMIUM_FLAGS })
  return { browser, path: found.path, flags: CHROMIUM_FLAGS }
}

/**
 * A visitor with nothing in store.
 * @param {Browser} browser @param {{ hasWorkers?: boolean }} [options] @returns {Promise<Context>}
 */
export function newVisitor(browser, { hasWorkers = true } = {}) {
  return browser.newContext({ ...PHONE, serviceWorkers: hasWorkers ? 'allow' : 'block' })
}

/**
 * @param {Context} context @param {{ cpu?: number, isSlow?: boolean }} throttling
 * @returns {Promise<{ page: Page, session: Session, errors: string[] }>}
 */
export async function openPage(context, { cpu = 1, isSlow = false }) {
  const page = await context.newPage()
  /** @type {string[]} */
  const errors = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Performance.enable')
  if (isSlow) await session.send('Network.emulateNetworkConditions', SLOW_4G)
  if (cpu > 1) await session.send('Emulation.setCPUThrottlingRate', { rate: cpu })
  return { page, session, errors }
}

/** @param {Session} session @returns {Promise<Record<string, number>>} */
export async function readMetrics(session) {
  const { metrics } = await session.send('Performance.getMetrics')
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]))
}

/** Kilobytes of JavaScript's heap that nothing can collect. @param {Session} session */
export async function readHeap(session) {
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return usedSize / 1000
}

/** @param {number} milliseconds */
export function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

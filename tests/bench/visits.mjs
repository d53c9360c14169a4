import { gzipSync } from 'node:zlib'
import { newVisitor, openPage, pause, readHeap, readMetrics } from './browser.mjs'
import { installProbe } from './probe.mjs'
import { prepare } from './targets.mjs'

/** @typedef {import('./browser.mjs').Browser} Browser */
/** @typedef {import('./browser.mjs').Session} Session */
/** @typedef {import('./probe.mjs').ProbedWindow} ProbedWindow */
/** @typedef {import('./targets.mjs').Target} Target */
/** @typedef {'html' | 'js' | 'css' | 'json' | 'other'} Kind */

/**
 * @typedef {object} Visit
 * @property {Record<Kind, number>} bytes On the wire, heads included.
 * @property {number} requests
 * @property {{ html: number, css: number, jsFirst: number, jsAll: number }} sizes Raw for html, gzip for the others; first
 *   is what was asked for before the load event.
 * @property {number} firstPaint
 * @property {number} largestPaint
 * @property {string} largest
 * @property {number} shift
 * @property {number} blocking
 * @property {number | null} alive
 * @property {number} script Milliseconds of the whole visit, as the browser adds them up.
 * @property {number} layout Styles included.
 * @property {number} heap
 * @property {boolean} hasWorker
 * @property {string[]} errors
 */

export const CPU = 4
const WATCHED = 5000

/** @param {Browser} browser @param {Target} target @returns {Promise<{ cold: Visit, worker: Visit | null }>} */
export async function visitCold(browser, target) {
  const context = await newVisitor(browser)
  try {
    const cold = await visit(context, target)
    if (!cold.hasWorker) return { cold, worker: null }
    await workerReady(context, target)
    return { cold, worker: await visit(context, target) }
  } finally {
    await context.close()
  }
}

/**
 * With the browser's own cache and no worker: whoever comes back to a site without one, or before it is ready.
 * @param {Browser} browser @param {Target} target @returns {Promise<Visit>}
 */
export async function visitWarm(browser, target) {
  const context = await newVisitor(browser, { hasWorkers: false })
  try {
    const { page } = await openPage(context, {})
    await page.goto(target.url, { waitUntil: 'load' })
    // What is fetched when nothing else is to be done is in the cache of whoever comes back, too.
    await pause(WATCHED)
    await page.close()
    return await visit(context, target)
  } finally {
    await context.close()
  }
}

/**
 * Milliseconds until a pick works, for somebody who tries from the moment the page has a picker.
 * @param {Browser} browser @param {Target} target @returns {Promise<number | null>}
 */
export async function visitInHaste(browser, target) {
  const context = await newVisitor(browser)
  try {
    const { page } = await openPage(context, { cpu: CPU, isSlow: true })
    await page.addInitScript(installProbe)
    await page.goto(target.url, { waitUntil: 'commit' })
    const changed = () =>
      page.evaluate(() => /** @type {ProbedWindow} */ (/** @type {unknown} */ (window)).probe.changed)
    const codes = ['550', '450', '421', '354']
    const end = performance.now() + 30_000
    for (let attempt = 0; performance.now() < end; attempt++) {
      const code = codes[attempt % codes.length] ?? ''
      const key = await prepare(page, target, 'second', code, (digit) => page.keyboard.press(digit))
      await page.keyboard.press(key)
      await pause(120)
      const time = await changed()
      if (time !== null) return time
    }
    return null
  } finally {
    await context.close()
  }
}

/** @param {import('./browser.mjs').Context} context @param {Target} target @returns {Promise<Visit>} */
async function visit(context, target) {
  const { page, session, errors } = await openPage(context, { cpu: CPU, isSlow: true })
  const traffic = listen(session)
  await page.addInitScript(installProbe)
  await page.goto(target.url, { waitUntil: 'load', timeout: 60_000 })
  await pause(WATCHED)
  const metrics = await readMetrics(session)
  const seen = await page.evaluate(async () => {
    const { firstPaint, largestPaint, largest, shift, longTasks, alive } = /** @type {ProbedWindow} */ (
      /** @type {unknown} */ (window)
    ).probe
    const [navigation] = performance.getEntriesByType('navigation')
    const loaded = /** @type {PerformanceNavigationTiming} */ (navigation).loadEventEnd
    const hasWorker = (await navigator.serviceWorker.getRegistration()) !== undefined
    return { firstPaint, largestPaint, largest, shift, longTasks, alive, loaded, hasWorker }
  })
  const heap = await readHeap(session)
  const { firstPaint, largestPaint } = seen
  if (firstPaint === null || largestPaint === null)
    throw new Error(`${target.name} painted nothing in ${WATCHED} ms.`)
  const made = {
    ...traffic.count(),
    sizes: await traffic.sizes(),
    firstPaint,
    largestPaint,
    largest: seen.largest,
    shift: seen.shift,
    hasWorker: seen.hasWorker,
    alive: seen.alive,
    blocking: blockingTime(seen.longTasks, firstPaint, seen.loaded + WATCHED),
    script: (metrics['ScriptDuration'] ?? 0) * 1000,
    layout: ((metrics['LayoutDuration'] ?? 0) + (metrics['RecalcStyleDuration'] ?? 0)) * 1000,
    heap,
    errors,
  }
  await page.close()
  return made
}

/**
 * What tasks take beyond 50 ms, as Lighthouse adds it up.
 * @param {{ start: number, duration: number }[]} tasks @param {number} from @param {number} to
 */
function blockingTime(tasks, from, to) {
  return tasks
    .map(({ start, duration }) => Math.min(start + duration, to) - Math.max(start, from) - 50)
    .filter((excess) => excess > 0)
    .reduce((sum, excess) => sum + excess, 0)
}

/** @param {import('./browser.mjs').Context} context @param {Target} target */
async function workerReady(context, target) {
  const { page } = await openPage(context, {})
  await page.goto(target.url)
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await page.waitForLoadState('networkidle')
  await page.close()
}

/** @param {Session} session */
function listen(session) {
  /** @type {Map<string, { kind: Kind, bytes: number, isFirst: boolean }>} */
  const requests = new Map()
  let isLoaded = false
  void session.send('Page.enable')
  session.on('Page.loadEventFired', () => {
    isLoaded = true
  })
  session.on('Network.requestWillBeSent', ({ requestId }) => {
    requests.set(requestId, { kind: 'other', bytes: 0, isFirst: !isLoaded })
  })
  session.on('Network.responseReceived', ({ requestId, response }) => {
    const request = requests.get(requestId)
    if (request) request.kind = kindOf(response.mimeType)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const request = requests.get(requestId)
    if (request) request.bytes = encodedDataLength
  })
  return {
    count() {
      const bytes = { html: 0, js: 0, css: 0, json: 0, other: 0 }
      for (const request of requests.values()) bytes[request.kind] += request.bytes
      return { bytes, requests: requests.size }
    },
    async sizes() {
      const sizes = { html: 0, css: 0, jsFirst: 0, jsAll: 0 }
      for (const [requestId, { kind, isFirst }] of requests) {
        if (kind !== 'html' && kind !== 'js' && kind !== 'css') continue
        const { body, base64Encoded } = await session.send('Network.getResponseBody', { requestId })
        const raw = Buffer.from(body, base64Encoded ? 'base64' : 'utf8')
        const gzip = gzipSync(raw, { level: 9 }).length
        if (kind === 'html') sizes.html += raw.length
        if (kind === 'css') sizes.css += gzip
        if (kind === 'js') sizes.jsAll += gzip
        if (kind === 'js' && isFirst) sizes.jsFirst += gzip
      }
      return sizes
    },
  }
}

/** @param {string} type @returns {Kind} */
function kindOf(type) {
  if (type === 'text/html') return 'html'
  if (/javascript/.test(type)) return 'js'
  if (type === 'text/css') return 'css'
  return /json/.test(type) && !/manifest/.test(type) ? 'json' : 'other'
}

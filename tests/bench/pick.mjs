import { newVisitor, openPage, readHeap, readMetrics } from './browser.mjs'
import { installProbe } from './probe.mjs'
import { prepare } from './targets.mjs'

/** @typedef {import('./browser.mjs').Browser} Browser */
/** @typedef {import('./browser.mjs').Page} Page */
/** @typedef {import('./browser.mjs').Session} Session */
/** @typedef {import('./probe.mjs').ProbedWindow} ProbedWindow */
/** @typedef {import('./targets.mjs').Target} Target */
/** @typedef {import('./targets.mjs').Side} Side */
/** @typedef {{ side: Side, code: string, isTimed: boolean }} Step */

/**
 * @typedef {object} Picked
 * @property {(number | null)[]} times From the key that picks to the frame that shows it; null for none within 5 s.
 * @property {number[]} keys From each key of a typed code to the frame after it.
 * @property {number[]} longTasks How long those over 50 ms were that began with the key or after it.
 * @property {number[]} longKeys The same while a code was typed.
 * @property {{ script: number[], style: number[], layout: number[] }} parts Of each pick, in milliseconds.
 * @property {number} heapBefore
 * @property {number} heapAfter
 * @property {string[]} errors
 */

/** A page that has everything a pick may need. @param {Browser} browser @param {Target} target */
export async function takeSeat(browser, target) {
  const context = await newVisitor(browser)
  const { page, session, errors } = await openPage(context, {})
  await page.addInitScript(installProbe)
  await page.goto(target.url, { waitUntil: 'networkidle' })
  await settle(page)
  const heapBefore = await readHeap(session)
  /** @type {Picked} */
  const picked = {
    times: [],
    keys: [],
    longTasks: [],
    longKeys: [],
    parts: { script: [], style: [], layout: [] },
    heapBefore,
    heapAfter: 0,
    errors,
  }
  return { target, context, page, session, picked }
}

/**
 * One pick with real keys. The profiler, if any, runs from before the key that picks to after its frame.
 * @param {Awaited<ReturnType<typeof takeSeat>>} seat @param {Step} step
 * @param {{ start: () => Promise<unknown>, stop: () => Promise<unknown> }} [profiler]
 */
export async function take({ target, page, session, picked }, { side, code, isTimed }, profiler) {
  const key = await prepare(page, target, side, code, async (digit) => {
    await page.evaluate(() => /** @type {ProbedWindow} */ (/** @type {unknown} */ (window)).probe.armKey())
    await page.keyboard.press(digit)
    const time = await page.evaluate(
      () => /** @type {ProbedWindow} */ (/** @type {unknown} */ (window)).probe.answered,
    )
    picked.keys.push(time)
  })
  await settle(page)
  picked.longKeys.push(...(await readAndForgetLongTasks(page)))
  await page.evaluate(() => /** @type {ProbedWindow} */ (/** @type {unknown} */ (window)).probe.arm())

  await profiler?.start()
  const before = await readMetrics(session)
  await page.keyboard.press(key)
  const time = await page.evaluate(
    () => /** @type {ProbedWindow} */ (/** @type {unknown} */ (window)).probe.painted,
  )
  const after = await readMetrics(session)
  await profiler?.stop()
  await settle(page)
  if (!isTimed) {
    await readAndForgetLongTasks(page)
    return
  }
  const spent = (/** @type {string} */ name) => ((after[name] ?? 0) - (before[name] ?? 0)) * 1000
  picked.times.push(time)
  picked.parts.script.push(spent('ScriptDuration'))
  picked.parts.style.push(spent('RecalcStyleDuration'))
  picked.parts.layout.push(spent('LayoutDuration'))
  picked.longTasks.push(...(await readAndForgetLongTasks(page)))
}

/** Until what a change set off is over, so that it is not timed with the next. @param {Page} page */
async function settle(page) {
  await page.evaluate(
    () => new Promise((resolve) => setTimeout(() => requestIdleCallback(resolve, { timeout: 2000 }), 150)),
  )
}

/** @param {Session} session @param {number} rate */
export function slowDown(session, rate) {
  return session.send('Emulation.setCPUThrottlingRate', { rate })
}

/** @param {Page} page */
function readAndForgetLongTasks(page) {
  return page.evaluate(() =>
    /** @type {ProbedWindow} */ (/** @type {unknown} */ (window)).probe.longTasks
      .splice(0)
      .map(({ duration }) => duration),
  )
}

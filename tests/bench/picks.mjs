import { readHeap } from './browser.mjs'
import { chance, load, median, printTable, quantile, ratios, spread, tell, tellErrors } from './figures.mjs'
import { slowDown, take, takeSeat } from './pick.mjs'

/** @typedef {import('./browser.mjs').Browser} Browser */
/** @typedef {import('./figures.mjs').Verdict} Verdict */
/** @typedef {import('./pick.mjs').Picked} Picked */
/** @typedef {import('./pick.mjs').Step} Step */
/** @typedef {import('./targets.mjs').Target} Target */

/** @typedef {{ cpu: number, rounds: number, picks: number, pairs: readonly string[] }} Options */

/**
 * Times the same picks in the app and in the floors that have pickers, in this order, and prints them.
 * @param {Browser} browser @param {readonly Target[]} targets @param {Options} options @returns {Promise<Verdict[]>}
 */
export async function comparePicks(browser, targets, options) {
  const { cpu, picks, rounds } = options
  const done = await timePicks(browser, targets, options)
  const shown = (/** @type {Picked} */ { times }) => times.filter((time) => time !== null)
  const row = (/** @type {string} */ name, /** @type {(picked: Picked) => string} */ cell) => [
    name,
    ...done.map(cell),
  ]
  printTable(`${picks} picks, CPU ${cpu}x`, [
    ['', ...targets.map(({ name }) => name)],
    row('pick to paint, ms', (picked) => spread(shown(picked), 1)),
    row('95th percentile, ms', (picked) => quantile(shown(picked), 0.95).toFixed(1)),
    row('of which script, ms', ({ parts: { script } }) => median(script).toFixed(1)),
    row('style, ms', ({ parts: { style } }) => median(style).toFixed(1)),
    row('layout, ms', ({ parts: { layout } }) => median(layout).toFixed(1)),
    row('long tasks in picks', ({ longTasks }) => longTasksOf(longTasks)),
    row('key of a code to paint, ms', ({ keys }) => spread(keys, 1)),
    row('long tasks in keys', ({ longKeys }) => longTasksOf(longKeys)),
    row('heap before, kB', ({ heapBefore }) => heapBefore.toFixed(0)),
    row('heap after, kB', ({ heapAfter }) => heapAfter.toFixed(0)),
    row('picks never shown', (picked) => String(picked.times.length - shown(picked).length)),
  ])
  for (const [place, { errors }] of done.entries()) tellErrors(targets[place]?.name ?? '', [errors])

  const each = Math.ceil(picks / rounds)
  const [app = [], plain = [], react = []] = done.map(({ times }) =>
    Array.from({ length: rounds }, (_, round) =>
      median(times.slice(round * each, (round + 1) * each).filter((time) => time !== null)),
    ),
  )
  /** @type {Verdict[]} */
  const verdicts = [
    { what: `Pick ${cpu}x ÷ (c)`, values: ratios(app, react), wanted: 1.25 },
    { what: `Pick ${cpu}x ÷ (b)`, values: ratios(app, plain), wanted: 1.6 },
  ]
  if (cpu === 4)
    verdicts.push({ what: 'Long tasks in picks 4x', values: [done[0]?.longTasks.length ?? 0], wanted: 0 })
  return verdicts
}

/** @param {readonly number[]} durations */
function longTasksOf(durations) {
  return durations.length === 0 ? '0' : `${durations.length}, up to ${Math.max(...durations).toFixed(0)} ms`
}

/**
 * The same random picks in every target, in turns, each in a page of its own that stays open.
 * @param {Browser} browser @param {readonly Target[]} targets
 * @param {Options} options
 * @returns {Promise<Picked[]>}
 */
async function timePicks(browser, targets, { cpu, rounds, picks, pairs }) {
  const steps = drawSteps(pairs, rounds, Math.ceil(picks / rounds))
  const seats = []
  for (const target of targets) seats.push(await takeSeat(browser, target))
  for (const [place, round] of steps.entries()) {
    for (const seat of seats) {
      await seat.page.bringToFront()
      // A slowed page keeps a core busy even while it rests, so only the one whose turn it is is slowed.
      await slowDown(seat.session, cpu)
      for (const step of round) await take(seat, step)
      await slowDown(seat.session, 1)
    }
    tell(`picks at ${cpu}x, round ${place + 1} of ${rounds}, load ${load()}`)
  }
  const done = []
  for (const { context, session, picked } of seats) {
    picked.heapAfter = await readHeap(session)
    await context.close()
    done.push(picked)
  }
  return done
}

/**
 * Rounds of picks in the second picker; the first changes now and then, so that many pairs are met.
 * @param {readonly string[]} pairs @param {number} rounds @param {number} each @returns {Step[][]}
 */
export function drawSteps(pairs, rounds, each) {
  const codes = [...new Set(pairs.flatMap((pair) => pair.split('-')))].sort()
  const below = chance(1)
  let [first, second] = ['250', '551']
  const draw = () => {
    for (;;) {
      const code = codes[below(codes.length)] ?? ''
      if (code !== first && code !== second) return code
    }
  }
  return Array.from({ length: rounds }, () => {
    /** @type {Step[]} */
    const steps = []
    for (let pick = 0; pick < each; pick++) {
      if (pick % 20 === 0) {
        first = draw()
        steps.push({ side: 'first', code: first, isTimed: false })
      }
      second = draw()
      steps.push({ side: 'second', code: second, isTimed: true })
    }
    return steps
  })
}

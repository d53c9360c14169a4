import { newVisitor, openPage, pause } from './browser.mjs'
import { printTable } from './figures.mjs'
import { take, takeSeat } from './pick.mjs'
import { drawSteps } from './picks.mjs'

/** @typedef {import('./browser.mjs').Browser} Browser */
/** @typedef {import('./browser.mjs').Session} Session */
/** @typedef {import('./targets.mjs').Target} Target */
/** @typedef {{ name: string, self: number, share: number }} Line */

// Finer than the default of a millisecond, of which a pick has few.
const INTERVAL = 100
const SHOWN = 22

/**
 * Prints which functions take the time of a load and of a pick. The target is to be built with its names kept; its times are
 * then not those of the site.
 * @param {Browser} browser @param {Target} target @param {readonly string[]} pairs
 */
export async function profile(browser, target, pairs) {
  const print = (/** @type {string} */ title, /** @type {readonly Line[]} */ lines) =>
    printTable(title, [
      ['function', 'self ms', 'share'],
      ...lines.map(({ name, self, share }) => [name, self.toFixed(2), `${(share * 100).toFixed(1)}%`]),
    ])
  print('Profile of a load, CPU 1x, mean', await profileLoad(browser, target, 5))
  print('Profile of a pick, CPU 1x, mean', await profilePicks(browser, target, pairs, 40))
}

/**
 * Where the time goes from the first line of a page to one second after its load.
 * @param {Browser} browser @param {Target} target @param {number} rounds
 */
async function profileLoad(browser, target, rounds) {
  const sum = sampler()
  for (let round = 0; round < rounds; round++) {
    const context = await newVisitor(browser)
    const { page, session } = await openPage(context, {})
    await session.send('Profiler.enable')
    await session.send('Profiler.setSamplingInterval', { interval: INTERVAL })
    await session.send('Profiler.start')
    await page.goto(target.url, { waitUntil: 'load' })
    await pause(1000)
    sum.add((await session.send('Profiler.stop')).profile)
    await context.close()
  }
  return sum.lines(rounds)
}

/**
 * Where the time goes from the key that picks to its frame.
 * @param {Browser} browser @param {Target} target @param {readonly string[]} pairs @param {number} picks
 */
async function profilePicks(browser, target, pairs, picks) {
  const seat = await takeSeat(browser, target)
  const { session } = seat
  await session.send('Profiler.enable')
  await session.send('Profiler.setSamplingInterval', { interval: INTERVAL })
  const sum = sampler()
  const [steps = []] = drawSteps(pairs, 1, picks)
  for (const step of steps) {
    await take(seat, step, {
      start: () => session.send('Profiler.start'),
      stop: async () => sum.add((await session.send('Profiler.stop')).profile),
    })
  }
  await seat.context.close()
  return sum.lines(steps.length)
}

/** Adds up the self time of functions over several profiles. */
function sampler() {
  /** @type {Map<string, number>} */
  const selves = new Map()
  return {
    /** @param {{ nodes: any[], samples?: number[], timeDeltas?: number[] }} profile */
    add({ nodes, samples = [], timeDeltas = [] }) {
      const names = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]))
      for (const [place, sample] of samples.entries()) {
        // A sample stands for the time up to the next one.
        const name = names.get(sample) ?? '?'
        selves.set(name, (selves.get(name) ?? 0) + (timeDeltas[place + 1] ?? 0) / 1000)
      }
    },
    /** @param {number} times @returns {Line[]} */
    lines(times) {
      selves.delete('(idle)')
      const total = [...selves.values()].reduce((sum, self) => sum + self, 0)
      return [...selves]
        .map(([name, self]) => ({ name, self: self / times, share: self / total }))
        .sort((one, other) => other.self - one.self)
        .slice(0, SHOWN)
    },
  }
}

/** @param {{ functionName: string, url: string, lineNumber: number }} frame */
function nameOf({ functionName, url, lineNumber }) {
  const file = url.replace(/^.*\//, '').replace(/[?#].*$/, '')
  return `${functionName || '(anonymous)'}${file ? ` ${file}:${lineNumber + 1}` : ''}`
}

import { kilobytes, load, median, printTable, ratios, spread, tell, tellErrors } from './figures.mjs'
import { CPU, visitCold, visitInHaste, visitWarm } from './visits.mjs'

/** @typedef {import('./figures.mjs').Verdict} Verdict */
/** @typedef {import('./targets.mjs').Target} Target */
/** @typedef {import('./visits.mjs').Kind} Kind */
/** @typedef {import('./visits.mjs').Visit} Visit */

/**
 * @typedef {object} Visits
 * @property {Visit[]} cold
 * @property {Visit[]} warm
 * @property {Visit[]} worker
 * @property {(number | null)[]} haste Milliseconds until a pick works; null for none in time.
 */

/**
 * Opens every target once a round in each way, and prints what that took.
 * @param {import('./browser.mjs').Browser} browser @param {readonly Target[]} targets @param {number} rounds
 * @returns {Promise<Verdict[]>}
 */
export async function compareLoads(browser, targets, rounds) {
  const results = targets.map((target) => ({ target, ...noVisits() }))
  // The first of all pays for the browser's own start.
  if (targets[0]) await visitWarm(browser, targets[0])
  for (let round = 0; round < rounds; round++) {
    for (const { target, cold, warm, worker, haste } of results) {
      const first = await twice(() => visitCold(browser, target))
      cold.push(first.cold)
      if (first.worker) worker.push(first.worker)
      warm.push(await twice(() => visitWarm(browser, target)))
      if (target.picker !== null) haste.push(await twice(() => visitInHaste(browser, target)))
    }
    tell(`loads, round ${round + 1} of ${rounds}, load ${load()}`)
  }

  const names = targets.map(({ name }) => name)
  const sizes = (/** @type {string} */ name, /** @type {(visit: Visit) => number} */ read) => [
    name,
    ...results.map(({ cold }) => kilobytes(median(cold.map(read)))),
  ]
  const cold = results.map((visits) => visits.cold)
  printTable(`Cold permalink, 150 ms and 1.6 Mbit/s, CPU ${CPU}x`, [
    ['', ...names],
    ...rowsOf(cold),
    ['a pick works, ms', ...results.map(({ haste }) => spread(haste))],
    sizes('HTML raw, kB', (visit) => visit.sizes.html),
    sizes('JS gzip up to load, kB', (visit) => visit.sizes.jsFirst),
    sizes('JS gzip in all, kB', (visit) => visit.sizes.jsAll),
    sizes('CSS gzip, kB', (visit) => visit.sizes.css),
  ])
  printTable('Warm visit, the browser cache alone', [
    ['', ...names],
    ...rowsOf(results.map(({ warm }) => warm)),
  ])
  const worker = results.map((visits) => visits.worker)
  if (worker.some((visits) => visits.length > 0))
    printTable('Worker visit', [['', ...names], ...rowsOf(worker)])
  else tell('\nWorker visit: no worker')
  tell('')
  for (const visits of results) {
    tell(`LCP of ${visits.target.name}: ${visits.cold[0]?.largest}`)
    const errors = [...visits.cold, ...visits.warm].map((visit) => visit.errors)
    tellErrors(visits.target.name, errors)
  }
  return ['en', 'ar'].flatMap((tag) => {
    const of = (/** @type {string} */ name) => results.find(({ target }) => target.name === `${name} ${tag}`)
    return judge(tag, of('app')?.cold ?? [], of('(a)')?.cold ?? [])
  })
}

/** @returns {Visits} */
function noVisits() {
  return { cold: [], warm: [], worker: [], haste: [] }
}

/** @param {readonly (readonly Visit[])[]} columns */
function rowsOf(columns) {
  const row = (
    /** @type {string} */ name,
    /** @type {(visit: Visit) => number | null} */ read,
    /** @type {number} */ digits = 0,
  ) => [name, ...columns.map((visits) => spread(visits.map(read), digits))]
  const sent = (/** @type {Kind} */ kind) => row(`${kind} sent, kB`, ({ bytes }) => bytes[kind] / 1000, 1)
  return [
    row('FCP, ms', ({ firstPaint }) => firstPaint),
    row('LCP, ms', ({ largestPaint }) => largestPaint),
    row('CLS', ({ shift }) => shift, 3),
    row('blocking time, ms', ({ blocking }) => blocking),
    row('React in the picker, ms', ({ alive }) => alive),
    row('script time, ms', ({ script }) => script),
    row('style and layout, ms', ({ layout }) => layout),
    row('heap, kB', ({ heap }) => heap),
    row('requests', ({ requests }) => requests),
    .../** @type {const} */ (['html', 'js', 'css', 'json', 'other']).map(sent),
  ]
}

/** @param {string} tag @param {readonly Visit[]} app @param {readonly Visit[]} floor @returns {Verdict[]} */
function judge(tag, app, floor) {
  const largest = (/** @type {Visit} */ visit) => visit.largestPaint
  return [
    { what: `LCP ${tag} ÷ (a)`, values: ratios(app.map(largest), floor.map(largest)), wanted: 1.15 },
    { what: `CLS ${tag}`, values: app.map(({ shift }) => shift), wanted: 0 },
    { what: `HTML raw ${tag}, kB`, values: app.map(({ sizes }) => sizes.html / 1000), wanted: 20 },
    {
      what: `JS gzip up to load ${tag}, kB`,
      values: app.map(({ sizes }) => sizes.jsFirst / 1000),
      wanted: 112,
    },
    { what: `JS gzip in all ${tag}, kB`, values: app.map(({ sizes }) => sizes.jsAll / 1000), wanted: 112 },
    { what: `CSS gzip ${tag}, kB`, values: app.map(({ sizes }) => sizes.css / 1000), wanted: 6 },
  ]
}

/**
 * A visit may fail on a busy machine without anything being wrong with the page.
 * @template Made @param {() => Promise<Made>} act @returns {Promise<Made>}
 */
async function twice(act) {
  try {
    return await act()
  } catch (error) {
    tell(`Once more after: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`)
    return act()
  }
}

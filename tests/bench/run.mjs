/*
 * How fast the built site is beside floors that hold the same words: a page without a program, one with a few lines of
 * one, and React alone. Prints figures and fails on none of them.
 *
 *   npm run bench                   everything but the profile, of dist/, in about 25 minutes
 *   npm run bench -- loads picks    some parts: loads, picks, recognition, lighthouse, profile
 *
 *   REPLYDIFF_DIST=folder           another built site
 *   REPLYDIFF_BENCH_BUILD=1         builds one first, and tells its time and memory
 *   REPLYDIFF_BENCH_ROUNDS=5        rounds; every target has its turn in each
 *   REPLYDIFF_BENCH_PICKS=200       picks at each slowdown
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { launch } from './browser.mjs'
import { buildSite } from './build.mjs'
import { load, printVerdicts, tell } from './figures.mjs'
import { buildFloors } from './floors.mjs'
import { compareLighthouse } from './lighthouse.mjs'
import { compareLoads } from './loads.mjs'
import { comparePicks } from './picks.mjs'
import { profile } from './profile.mjs'
import { measureRecognition } from './recognition.mjs'
import { serve, siteHeaders } from './serve.mjs'

/** @typedef {import('./figures.mjs').Verdict} Verdict */
/** @typedef {import('./targets.mjs').Target} Target */

const PARTS = ['loads', 'picks', 'recognition', 'lighthouse', 'profile']
const asked = process.argv.slice(2).filter((word) => PARTS.includes(word))
const parts = asked.length > 0 ? asked : PARTS.filter((part) => part !== 'profile')
const rounds = Number(process.env['REPLYDIFF_BENCH_ROUNDS'] ?? 5)
const picks = Number(process.env['REPLYDIFF_BENCH_PICKS'] ?? 200)
const root = fileURLToPath(new URL('../..', import.meta.url))
const work = mkdtempSync(join(tmpdir(), 'replydiff-bench-'))

/** @type {Verdict[]} */
const verdicts = []
/** @type {(() => unknown)[]} */
const ends = [() => rmSync(work, { recursive: true, force: true })]

try {
  await bench()
} finally {
  for (const end of ends.reverse()) await end()
}

async function bench() {
  const site = await findSite()
  if (site === null) return
  const start = performance.now()
  const { browser, path, flags } = await launch()
  ends.push(() => browser.close())
  tell(`Chromium ${browser.version()}, Node ${process.version}, ${rounds} rounds, load ${load()}`)

  const floors = join(work, 'floors')
  const pairs = await buildFloors(browser, site, floors, ['en', 'ar'])
  tell(
    `Floors built: (a) no program, (b) plain JavaScript, (c) React alone; ${pairs.length} pairs a language`,
  )
  const headers = siteHeaders(site)
  const served = await serve(site, headers)
  const floorsServed = await serve(floors, headers)
  ends.push(served.close, floorsServed.close)

  /** @returns {Target} */
  const app = (/** @type {string} */ tag, origin = served.origin) => ({
    name: `app ${tag}`,
    url: `${origin}/${tag}/smtp/250-vs-551`,
    picker: 'combobox',
  })
  /** @returns {Target} */
  const floor = (/** @type {'a' | 'b' | 'c'} */ letter, /** @type {string} */ tag) => ({
    name: `(${letter}) ${tag}`,
    url: `${floorsServed.origin}/${tag}/${letter}`,
    picker: letter === 'a' ? null : 'select',
  })

  if (parts.includes('loads')) {
    const targets = [
      app('en'),
      floor('a', 'en'),
      floor('b', 'en'),
      floor('c', 'en'),
      app('ar'),
      floor('a', 'ar'),
    ]
    verdicts.push(...(await compareLoads(browser, targets, rounds)))
  }
  if (parts.includes('picks')) {
    const targets = [app('en'), floor('b', 'en'), floor('c', 'en')]
    for (const cpu of [4, 6])
      verdicts.push(...(await comparePicks(browser, targets, { cpu, rounds, picks, pairs })))
  }
  if (parts.includes('recognition'))
    verdicts.push(...(await measureRecognition(browser, `${served.origin}/en/`, rounds)))
  if (parts.includes('lighthouse'))
    verdicts.push(...(await compareLighthouse([app('en'), app('ar')], rounds, { path, flags })))
  if (parts.includes('profile')) {
    const named = join(work, 'named')
    await buildSite(named, ['--minify', 'false'])
    const { origin, close } = await serve(named, headers)
    ends.push(close)
    await profile(browser, app('en', origin), pairs)
  }
  if (verdicts.length > 0) printVerdicts(verdicts)
  tell(`\nTook ${((performance.now() - start) / 60_000).toFixed(1)} min, load ${load()}`)
}

/** @returns {Promise<string | null>} */
async function findSite() {
  if (process.env['REPLYDIFF_BENCH_BUILD'] === '1') {
    const site = join(work, 'site')
    const { seconds, peak, pages } = await buildSite(site)
    const memory = peak === null ? 'memory not read on this system' : `${peak.toFixed(0)} MB at most`
    tell(`Build: ${pages} pages in ${seconds.toFixed(1)} s, ${memory}`)
    verdicts.push({ what: 'Build, s', values: [seconds], wanted: 60 })
    return site
  }
  const site = resolve(process.env['REPLYDIFF_DIST'] ?? join(root, 'dist'))
  if (existsSync(join(site, 'en', 'smtp', '250-vs-551.html'))) return site
  console.error(`${site} has no en/smtp/250-vs-551.html. To do: npm run build, or REPLYDIFF_BENCH_BUILD=1.`)
  process.exitCode = 1
  return null
}

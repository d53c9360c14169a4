import { execFile, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { printTable, spread, tell } from './figures.mjs'

/** @typedef {import('./figures.mjs').Verdict} Verdict */
/** @typedef {import('./targets.mjs').Target} Target */

const VERSION = '12.8.2'
/** Kept between runs; no dependency of the project, since its lockfile would not survive it. */
const HOME = join(tmpdir(), `replydiff-lighthouse-${VERSION}`)
const PROGRAM = join(HOME, 'node_modules', 'lighthouse', 'cli', 'index.js')

const run = promisify(execFile)

const CATEGORIES = /** @type {const} */ (['performance', 'accessibility', 'best-practices', 'seo'])
const TIMES = /** @type {const} */ ([
  'first-contentful-paint',
  'largest-contentful-paint',
  'total-blocking-time',
  'speed-index',
  'cumulative-layout-shift',
])

/**
 * @typedef {object} LighthouseRun
 * @property {Record<typeof CATEGORIES[number], number>} scores
 * @property {Record<typeof TIMES[number], number>} times
 * @property {string[]} failed Audits that cost points, performance's own left out.
 */

/**
 * Runs Lighthouse as a person would, where it can be had, and prints the medians.
 * @param {readonly Target[]} targets @param {number} rounds @param {{ path: string, flags: readonly string[] }} browser
 * @returns {Promise<Verdict[]>}
 */
export async function compareLighthouse(targets, rounds, { path, flags }) {
  const problem = installLighthouse()
  if (problem !== null) {
    tell(`\nLighthouse not run: ${problem}`)
    return []
  }
  const results = targets.map(({ name, url }) => ({ name, url, runs: /** @type {LighthouseRun[]} */ ([]) }))
  for (let round = 0; round < rounds; round++) {
    for (const { name, url, runs } of results) {
      const made = await runLighthouse(url, path, flags)
      if (typeof made === 'string') tell(`Lighthouse of ${name}: ${made}`)
      else runs.push(made)
    }
  }
  const row = (
    /** @type {string} */ name,
    /** @type {(run: LighthouseRun) => number} */ read,
    /** @type {number} */ digits = 0,
  ) => [name, ...results.map(({ runs }) => spread(runs.map(read), digits))]
  printTable(`Lighthouse ${VERSION}, mobile`, [
    ['', ...results.map(({ name }) => name)],
    ...CATEGORIES.map((id) => row(id, ({ scores }) => scores[id])),
    ...TIMES.map((id) => row(id, ({ times }) => times[id], id === 'cumulative-layout-shift' ? 3 : 0)),
  ])
  for (const { name, runs } of results) {
    const failed = new Set(runs.flatMap((made) => made.failed))
    if (failed.size > 0) tell(`Audits that ${name} fails: ${[...failed].join(', ')}`)
  }
  return results.flatMap(({ name, runs }) =>
    CATEGORIES.map((id) => ({
      what: `Lighthouse ${id}, ${name}`,
      values: runs.map(({ scores }) => scores[id]),
      wanted: id === 'performance' ? 98 : 100,
      isLeast: true,
    })),
  )
}

/** @returns {string | null} Why it cannot run. */
function installLighthouse() {
  if (existsSync(PROGRAM)) return null
  mkdirSync(HOME, { recursive: true })
  // One of its dependencies asks for the latest of another, which by now it does not go with.
  const overrides = { 'third-party-web': '0.27.0', 'legacy-javascript': '0.0.1' }
  const manifest = { private: true, dependencies: { lighthouse: VERSION }, overrides }
  writeFileSync(join(HOME, 'package.json'), JSON.stringify(manifest))
  const { status, stderr, error } = spawnSync('npm', ['install', '--no-audit', '--no-fund'], {
    cwd: HOME,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    timeout: 300_000,
  })
  if (status === 0 && existsSync(PROGRAM)) return null
  return error?.message ?? stderr.trim().split('\n').slice(0, 3).join(' ')
}

/**
 * Its own mobile run, as a person would start it. Not waited for in one go: this process serves the page.
 * @param {string} url @param {string} browser @param {readonly string[]} flags
 * @returns {Promise<LighthouseRun | string>}
 */
async function runLighthouse(url, browser, flags) {
  const file = join(HOME, 'report.json')
  rmSync(file, { force: true })
  const { stderr } = await run(
    process.execPath,
    [
      PROGRAM,
      url,
      '--quiet',
      '--output=json',
      `--output-path=${file}`,
      `--chrome-flags=--headless=new ${flags.join(' ')}`,
    ],
    { encoding: 'utf8', env: { ...process.env, CHROME_PATH: browser }, timeout: 180_000 },
  ).catch((/** @type {{ stderr: string }} */ failure) => failure)
  if (!existsSync(file)) return `no report: ${stderr.trim().split('\n').at(-1)}`
  const { categories, audits, runtimeError } = JSON.parse(readFileSync(file, 'utf8'))
  if (runtimeError) return runtimeError.message
  return {
    scores: /** @type {LighthouseRun['scores']} */ (
      Object.fromEntries(CATEGORIES.map((id) => [id, Math.round(categories[id].score * 100)]))
    ),
    times: /** @type {LighthouseRun['times']} */ (
      Object.fromEntries(TIMES.map((id) => [id, audits[id].numericValue]))
    ),
    failed: CATEGORIES.filter((id) => id !== 'performance').flatMap((id) =>
      categories[id].auditRefs
        .filter((/** @type {any} */ { id: audit, weight }) => weight > 0 && audits[audit].score === 0)
        .map((/** @type {any} */ { id: audit }) => audit),
    ),
  }
}

/*
 * Every check of the project, one after another, each to its end, so that one run tells all that is wrong. With
 * --all-browsers also the end-to-end suite in Firefox, and the main of it in WebKit.
 * The last line adds them up. A skipped test counts as failed: it is a promise nobody checked.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findBrowser, findFirefox, findWebkit } from './browser.mjs'
import { freePort } from './free-port.mjs'
import { findServers } from './servers.mjs'

/** @typedef {{ passed: number, failed: number }} Tally */

const root = fileURLToPath(new URL('..', import.meta.url))
const reports = mkdtempSync(join(tmpdir(), 'replydiff-'))

// Set by some hosts; it would give the tests and the build another React than visitors get.
delete process.env['NODE_ENV']

/** @type {{ title: string, tally: Tally, seconds: number }[]} */
const results = []

await step('Browser', browser)
await step('Web servers', servers)
await step('Types', () => check('typescript/bin/tsc'))
await step('Lint', () => check('oxlint/bin/oxlint', '-c', 'oxlint.config.mjs'))
await step('Format', () => check('@biomejs/biome/bin/biome', 'check'))
await step('Unit and data tests', vitest)
await step('Build', () => check('vite/bin/vite.js', 'build'))
await step('End to end, in Chromium', () => playwright())
if (process.argv.includes('--all-browsers')) {
  await step('End to end, in Firefox', firefox)
  await step('The main of it, in WebKit', webkit)
}

rmSync(reports, { recursive: true, force: true })
finish()

/** @param {string} title @param {() => Tally | Promise<Tally>} run */
async function step(title, run) {
  console.log(`\n=== ${title} ===`)
  const start = performance.now()
  const tally = await run()
  results.push({ title, tally, seconds: (performance.now() - start) / 1000 })
}

/** @returns {Tally} */
function browser() {
  return { passed: 0, failed: isAtHand(findBrowser(), 'CHROMIUM_PATH') ? 0 : 1 }
}

/**
 * Whether a program was found; tells where, or what to do, and whoever runs it reads its path from the environment.
 * @param {{ path: string } | { problem: string }} found @param {string} variable
 */
function isAtHand(found, variable) {
  if ('problem' in found) {
    console.error(found.problem)
    return false
  }
  console.log(found.path)
  process.env[variable] = found.path
  return true
}

/** @returns {Tally} */
function servers() {
  const found = findServers()
  if ('problem' in found) {
    console.error(found.problem)
    return { passed: 0, failed: 1 }
  }
  console.log(found.paths.join('\n'))
  return { passed: 0, failed: 0 }
}

/** @param {string} program @param {string[]} args @returns {Tally} */
function check(program, ...args) {
  const status = node(program, args)
  if (status !== 0) return { passed: 0, failed: 1 }
  console.log('ok')
  return { passed: 1, failed: 0 }
}

/** @returns {Tally} */
function vitest() {
  return runVitest(node)
}

/** @returns {Tally | Promise<Tally>} */
function firefox() {
  if (!isAtHand(findFirefox(), 'FIREFOX_PATH')) return { passed: 0, failed: 1 }
  process.env['REPLYDIFF_BROWSER'] = 'firefox'
  return playwright()
}

/** @returns {Tally} */
function webkit() {
  if (!isAtHand(findWebkit(), 'WEBKIT_DRIVER_PATH')) return { passed: 0, failed: 1 }
  // It draws on a screen, which servers do not have.
  const onScreen = (/** @type {string} */ program, /** @type {string[]} */ args) =>
    spawnSync('xvfb-run', ['-a', process.execPath, join(root, 'node_modules', program), ...args], {
      cwd: root,
      stdio: 'inherit',
    }).status
  return runVitest(onScreen, '--config=tests/webkit/vitest.config.ts')
}

/** @param {typeof node} run @param {string[]} options @returns {Tally} */
function runVitest(run, ...options) {
  const file = join(reports, 'vitest.json')
  rmSync(file, { force: true })
  const status = run('vitest/vitest.mjs', [
    'run',
    ...options,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ])
  const report = readReport(file)
  if (!report) return noReport('Vitest', status)

  // A file that could not be loaded holds no tests that could fail.
  const broken = report.testResults.filter(
    (/** @type {any} */ suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
  )
  return settle('Vitest', status, {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  })
}

/** @returns {Promise<Tally>} */
async function playwright() {
  if (results.some(({ title, tally }) => ['Browser', 'Build'].includes(title) && tally.failed > 0)) {
    console.error('Not run: it needs a browser and a build, and one of them failed above.')
    return { passed: 0, failed: 1 }
  }
  const file = join(reports, 'playwright.json')
  process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] = file
  process.env['REPLYDIFF_PORT'] = String(await freePort())
  process.env['REPLYDIFF_PSEUDO_PORT'] = String(await freePort())
  process.env['REPLYDIFF_BASED_PORT'] = String(await freePort())
  const status = node('@playwright/test/cli.js', [
    'test',
    '--config=tests/e2e/playwright.config.ts',
    '--reporter=list,json',
  ])
  const stats = readReport(file)?.stats
  if (!stats) return noReport('Playwright', status)
  if (stats.flaky > 0) console.error(`${stats.flaky} passed only when run a second time; named above.`)
  return settle('Playwright', status, {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  })
}

/**
 * What a runner counted, made to agree with how it ended.
 * @param {string} name @param {number | null} status
 * @param {{ passed: number, failed: number, skipped: number }} counted @returns {Tally}
 */
function settle(name, status, { passed, failed, skipped }) {
  if (skipped > 0) console.error(`${skipped} skipped: counted as failed.`)
  const counted = failed + skipped
  if (status !== 0 && counted === 0) return noReport(name, status, passed)
  if (passed + counted === 0) {
    console.error(`${name} found no tests: counted as one failure.`)
    return { passed: 0, failed: 1 }
  }
  return { passed, failed: counted }
}

/** @param {string} name @param {number | null} status @param {number} passed @returns {Tally} */
function noReport(name, status, passed = 0) {
  console.error(
    `${name} ended with ${status ?? 'a crash'} without naming a failed test: counted as one failure.`,
  )
  return { passed, failed: 1 }
}

/** @param {string} program @param {string[]} args */
function node(program, args) {
  const path = join(root, 'node_modules', program)
  return spawnSync(process.execPath, [path, ...args], { cwd: root, stdio: 'inherit' }).status
}

/** @param {string} file @returns {any} */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

function finish() {
  console.log('\n=== Result ===')
  for (const { title, tally, seconds } of results) {
    console.log(`${tally.failed > 0 ? 'FAILED' : 'ok    '} ${title} (${seconds.toFixed(1)} s)`)
  }
  const sum = (/** @type {keyof Tally} */ key) => results.reduce((total, { tally }) => total + tally[key], 0)
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
  process.exitCode = sum('failed') > 0 ? 1 : 0
}

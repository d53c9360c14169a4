import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

/** What every Chromium here is started with, in tests and measurements alike. */
export const CHROMIUM_FLAGS = [
  // Chromium's sandbox refuses root, which is who runs in most containers.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  // The browser's own calls home would only be failures in the log of a closed network.
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * The path of a Chromium that starts, installed if need be, or what was tried.
 * @returns {{ path: string } | { problem: string }}
 */
export function findBrowser() {
  const found = installedBrowser()
  if (found) return { path: found }

  const attempts = [installWithApt, installWithPlaywright]
  const tried = []
  for (const attempt of attempts) {
    const outcome = attempt()
    if (outcome) tried.push(outcome)
    const path = installedBrowser()
    if (path) return { path }
  }
  return {
    problem: [
      'No Chromium was found, and none could be installed.',
      `Expected: CHROMIUM_PATH, or chromium or google-chrome on the PATH, or Playwright's own copy.`,
      ...tried.map((line) => `Tried: ${line}`),
      'To do: install Chromium or Chrome, or set CHROMIUM_PATH to its program, then run `npm test` again.',
    ].join('\n'),
  }
}

function installedBrowser() {
  return candidates().find(starts) ?? null
}

function candidates() {
  const { CHROMIUM_PATH, PATH = '', PROGRAMFILES, LOCALAPPDATA } = process.env
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const folders = process.platform === 'win32' ? [] : PATH.split(':')
  const windows = [PROGRAMFILES, process.env['PROGRAMFILES(X86)'], LOCALAPPDATA]
  return [
    CHROMIUM_PATH,
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ...windows.map((folder) => folder && join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')),
    chromium.executablePath(),
  ].filter((path) => path !== undefined)
}

/** @param {string} path */
function starts(path) {
  if (!existsSync(path)) return false
  // Chrome for Windows opens a window instead of telling its version.
  if (process.platform === 'win32') return true
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0
}

function installWithApt() {
  return aptInstall(['chromium', 'fonts-noto-core'])
}

/** @param {readonly string[]} packages @returns {string | null} What was tried; null where there is no apt to try. */
function aptInstall(packages) {
  const isRoot = process.getuid?.() === 0
  if (!isRoot || !existsSync('/usr/bin/apt-get')) return null
  console.log(`Installing with apt-get: ${packages.join(' ')} …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const result = spawnSync('apt-get', ['-q', ...args], { env, encoding: 'utf8' })
    if (result.status !== 0) return `apt-get ${args.join(' ')}: ${reason(result)}`
  }
  return `apt-get install ${packages.join(' ')} ended well, but what it brought does not start`
}

function installWithPlaywright() {
  console.log('No Chromium found: asking Playwright for its own …')
  const result = spawnSync('npx', ['playwright', 'install', 'chromium'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (result.status !== 0) return `npx playwright install chromium: ${reason(result)}`
  return 'npx playwright install chromium ended well, but its Chromium does not start'
}

const WEBKIT_PACKAGES = ['webkit2gtk-driver', 'xvfb', 'xauth']

/**
 * The path of WebKitGTK's driver, installed with its browser and a screen to draw on if need be, or what was tried.
 * @returns {{ path: string } | { problem: string }}
 */
export function findWebkit() {
  const installed = () => {
    const [driver] = onPath('WebKitWebDriver')
    return driver !== undefined && onPath('xvfb-run').length > 0 ? driver : null
  }
  const found = installed()
  if (found !== null) return { path: found }
  const tried = aptInstall(WEBKIT_PACKAGES)
  const path = installed()
  if (path !== null) return { path }
  return {
    problem: [
      'WebKitWebDriver or xvfb-run was not found, and could not be installed.',
      ...(tried ? [`Tried: ${tried}`] : []),
      `To do, on Debian: apt-get install ${WEBKIT_PACKAGES.join(' ')}`,
    ].join('\n'),
  }
}

/**
 * The path of Firefox, installed if need be, or what was tried.
 * @returns {{ path: string } | { problem: string }}
 */
export function findFirefox() {
  const installed = () =>
    [process.env['FIREFOX_PATH'], ...onPath('firefox-esr'), ...onPath('firefox')].find(
      (path) => path !== undefined && starts(path),
    )
  const found = installed()
  if (found !== undefined) return { path: found }
  const tried = aptInstall(['firefox-esr'])
  const path = installed()
  if (path !== undefined) return { path }
  return {
    problem: [
      'Firefox was not found, and could not be installed.',
      ...(tried ? [`Tried: ${tried}`] : []),
      'To do, on Debian: apt-get install firefox-esr. One that stands elsewhere: FIREFOX_PATH.',
    ].join('\n'),
  }
}

/** @param {string} name */
function onPath(name) {
  const folders = (process.env['PATH'] ?? '').split(':')
  return folders.map((folder) => join(folder, name)).filter((path) => existsSync(path))
}

/** @param {import('node:child_process').SpawnSyncReturns<string>} result */
function reason({ error, status, stderr }) {
  if (error) return error.message
  const lines = stderr.trim().split('\n')
  return `ended with ${status}: ${lines.find((line) => /^E:|error/i.test(line)) ?? lines.at(-1)}`
}

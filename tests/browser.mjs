import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

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

const OTHERS = {
  firefox: {
    packages: ['firefox-esr'],
    paths: () => [process.env['FIREFOX_PATH'], ...onPath(['firefox-esr', 'firefox'])],
  },
  webkit: {
    packages: ['webkit2gtk-driver', 'xvfb', 'xauth'],
    paths: () => (onPath(['xvfb-run']).some((path) => existsSync(path)) ? onPath(['WebKitWebDriver']) : []),
  },
}

/**
 * The path of another engine's browser, or of the driver that brings it, installed if need be, or what was tried.
 * @param {keyof typeof OTHERS} engine @returns {{ path: string } | { problem: string }}
 */
export function findOtherBrowser(engine) {
  const { packages, paths } = OTHERS[engine]
  const found = () => paths().find((path) => path !== undefined && starts(path)) ?? null
  let path = found()
  if (path !== null) return { path }
  const tried = aptInstall(packages)
  path = found()
  if (path !== null) return { path }
  return {
    problem: [
      `No ${engine} was found, and none could be installed.`,
      ...(tried ? [`Tried: ${tried}`] : []),
      `To do, on Debian: apt-get install ${packages.join(' ')}`,
    ].join('\n'),
  }
}

/** @param {readonly string[]} names */
function onPath(names) {
  const folders = (process.env['PATH'] ?? '').split(':')
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}

/** @param {import('node:child_process').SpawnSyncReturns<string>} result */
function reason({ error, status, stderr }) {
  if (error) return error.message
  const lines = stderr.trim().split('\n')
  return `ended with ${status}: ${lines.find((line) => /^E:|error/i.test(line)) ?? lines.at(-1)}`
}

import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import {
  defineConfig,
  devices,
  type PlaywrightTestOptions,
  type PlaywrightWorkerOptions,
  type Project,
} from '@playwright/test'
import { CHROMIUM_FLAGS } from '#tests/browser.mjs'
import type { SiteOptions } from './site.ts'

// tests/run.mjs sets both; the defaults serve `npm run test:e2e` on a site already built.
const port = process.env['REPLYDIFF_PORT'] ?? '4573'
const pseudoPort = process.env['REPLYDIFF_PSEUDO_PORT'] ?? '4574'
const basedPort = process.env['REPLYDIFF_BASED_PORT'] ?? '4575'
const engine = process.env['REPLYDIFF_BROWSER'] === 'firefox' ? 'firefox' : 'chromium'
const browser = process.env['CHROMIUM_PATH'] ?? ['/usr/bin/chromium'].find((path) => existsSync(path))

// localhost and not 127.0.0.1: the name people get from `npm start`, and a secure context for service workers.
const site = `http://localhost:${port}`
const pseudo = `http://localhost:${pseudoPort}`
const based = `http://localhost:${basedPort}/replydiff`
const root = fileURLToPath(new URL('../..', import.meta.url))

const vite = 'node node_modules/vite/bin/vite.js'
const pseudoFolder = 'node_modules/.replydiff/pseudo'
const basedFolder = 'node_modules/.replydiff/based'

type Engine = Project<PlaywrightTestOptions & SiteOptions, PlaywrightWorkerOptions>

const chromium: Engine = {
  name: 'chromium',
  use: {
    ...devices['Desktop Chrome'],
    launchOptions: {
      ...(browser ? { executablePath: browser } : {}),
      args: CHROMIUM_FLAGS,
    },
  },
}

/** The one that people have, driven by WebDriver BiDi, and not a build of Playwright's own. */
const firefox = (name: string, firefoxUserPrefs: Record<string, number>): Engine => ({
  name,
  grepInvert: /@chromium|@wants-/,
  use: {
    ...devices['Desktop Firefox'],
    channel: 'moz-firefox',
    launchOptions: {
      executablePath: process.env['FIREFOX_PATH'] ?? '/usr/bin/firefox-esr',
      firefoxUserPrefs,
    },
  },
})

/** What `emulateMedia` tells Chromium at any time, this driver can tell only a Firefox that starts. */
const FIREFOX_WANTS = {
  '@wants-dark': { 'ui.systemUsesDarkTheme': 1 },
  '@wants-less-motion': { 'ui.prefersReducedMotion': 1 },
  '@wants-own-colours': { 'browser.display.document_color_use': 2 },
}

const PROJECTS = {
  chromium: [chromium],
  firefox: [
    firefox('firefox', {}),
    ...Object.entries(FIREFOX_WANTS).map(([tag, wants]) => ({
      ...firefox(`firefox that ${tag.slice(1)}`, wants),
      grep: new RegExp(tag),
      grepInvert: /@chromium/,
    })),
  ],
}

export default defineConfig<SiteOptions>({
  testDir: '.',
  outputDir: '../../test-results',
  fullyParallel: true,
  workers: 2,
  // A browser starved by its neighbours may need a second go; the report names every test that did.
  retries: 1,
  // Patience for busy machines: a slow one is no fault of the page, and a broken page fails all the same.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  // Only the tests of working offline let the site keep itself: for all others it would be half a megabyte each.
  use: { baseURL: site, pseudo, based, locale: 'en-US', trace: 'off', serviceWorkers: 'block' },
  projects: PROJECTS[engine],
  webServer: [
    {
      command: `${vite} preview --port ${port} --strictPort`,
      cwd: root,
      url: site,
      reuseExistingServer: false,
    },
    // The pseudo-languages are part of development builds only.
    {
      command: `${vite} build --mode development --outDir ${pseudoFolder} --logLevel error && ${vite} preview --outDir ${pseudoFolder} --port ${pseudoPort} --strictPort`,
      cwd: root,
      url: pseudo,
      reuseExistingServer: false,
    },
    // The same site for a host that gives it a folder; a few pages show that they find their way about.
    {
      command: `${vite} build --outDir ${basedFolder} --logLevel error && ${vite} preview --outDir ${basedFolder} --port ${basedPort} --strictPort`,
      cwd: root,
      url: `${based}/`,
      env: { REPLYDIFF_URL: `${based}/`, REPLYDIFF_PAGE_LIMIT: '130' },
      reuseExistingServer: false,
    },
  ],
})

import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig, devices } from '@playwright/test'

// tests/run.mjs sets both; the defaults serve `npm run test:e2e` on a site already built.
const port = process.env['REPLYDIFF_PORT'] ?? '4573'
const browser = process.env['CHROMIUM_PATH'] ?? ['/usr/bin/chromium'].find((path) => existsSync(path))

// localhost and not 127.0.0.1: the name people get from `npm start`, and a secure context for service workers.
const site = `http://localhost:${port}`
const root = fileURLToPath(new URL('../..', import.meta.url))

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  use: { baseURL: site, locale: 'en-US', trace: 'off' },
  projects: [
    {
      name: 'chromium',
      use: {
        ...devices['Desktop Chrome'],
        launchOptions: {
          ...(browser ? { executablePath: browser } : {}),
          args: [
            // Chromium's sandbox refuses root, which is who runs in most containers.
            ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
            '--disable-gpu',
            '--disable-quic',
            // The browser's own calls home would only be failures in the log of a closed network.
            '--no-first-run',
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-sync',
          ],
        },
      },
    },
  ],
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --port ${port} --strictPort`,
    cwd: root,
    url: site,
    reuseExistingServer: false,
  },
})

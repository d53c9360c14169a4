import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { LANGUAGES } from './src/i18n/languages.ts'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

// What any host of the built site should send too. HSTS and upgrade-insecure-requests are left to hosts with TLS.
const SECURITY_HEADERS = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
}

export default defineConfig({
  plugins: [react(), minifyJsonAssets(), speakWithoutProgram(), answerLinksNotFiles()],

  // The site: small enough that nothing needs inlining, and the CSP forbids what Vite would inline.
  build: {
    target: 'baseline-widely-available',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },

  // The built site as a strict host would serve it. A port in use gets the next one, which Vite says.
  preview: {
    port: 4173,
    strictPort: false,
    headers: SECURITY_HEADERS,
  },

  // Tests: whatever touches a component gets a document; data checks read files and need none.
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          environment: 'jsdom',
          setupFiles: ['tests/setup/console.ts', 'tests/setup/patience.ts'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: { name: 'data', include: ['tests/data/**/*.test.ts'], environment: 'node' },
      },
    ],
  },
})

/** JSON asked for by address loses its white space before it is hashed, so the hash tells the bytes served. */
function minifyJsonAssets(): Plugin {
  return {
    name: 'replydiff:minify-json-assets',
    apply: 'build',
    enforce: 'pre',
    load: {
      filter: { id: /\.json\?(?:.*&)?url\b/ },
      async handler(id) {
        const file = id.replace(/\?.*$/, '')
        const source = JSON.stringify(JSON.parse(await readFile(file, 'utf8')))
        const reference = this.emitFile({
          type: 'asset',
          name: basename(file),
          originalFileName: file,
          source,
        })
        return `export default import.meta.ROLLDOWN_FILE_URL_${reference}`
      },
    },
  }
}

/** The shell does not know the language of a visitor without JavaScript, so it says what it needs in each. */
function speakWithoutProgram(): Plugin {
  return {
    name: 'replydiff:speak-without-program',
    async transformIndexHtml(html) {
      const sentences = await Promise.all(
        LANGUAGES.map(async ({ tag, direction }) => {
          const words = JSON.parse(await readFile(`locales/${tag}/ui.json`, 'utf8'))
          return `<p lang="${tag}" dir="${direction}">${words['site.noscript']}</p>`
        }),
      )
      return html.replace('<!--words without a program-->', sentences.join(''))
    },
  }
}

/**
 * The shell answers every link, even one cut within an escape, but never for a file: after a deploy it would be
 * run, and cached, as a script.
 */
function answerLinksNotFiles(): Plugin {
  return {
    name: 'replydiff:answer-links-not-files',
    configurePreviewServer({ config, middlewares }) {
      middlewares.use((request, response, next) => {
        const path = (request.url ?? '/').replace(/[?#].*$/, '')
        if (isFile.test(path) && !existsSync(join(resolve(config.root, config.build.outDir), path))) {
          response.writeHead(404, { ...SECURITY_HEADERS, 'Content-Type': 'text/plain' })
          response.end('There is no such file.\n')
          return
        }
        if (!canDecode(path)) request.url = '/'
        next()
      })
    },
  }
}

const isFile = /\.(?:css|ico|js|json|map|png|svg|txt|webmanifest|xml)$/

function canDecode(path: string): boolean {
  try {
    // The answer is used because the bundler of this file drops a call of which nothing is.
    return decodeURIComponent(path).length > 0
  } catch {
    return false
  }
}

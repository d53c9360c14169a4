import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { LANGUAGES } from './src/i18n/languages.ts'
import { prerender } from './src/prerender/prerender.ts'
import { SECURITY_HEADERS } from './src/prerender/hosting.ts'
import { previewLinks } from './src/prerender/preview-links.ts'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

// Where the site will stand. Its path becomes the base of every address, its whole the one in previews and sitemaps.
const SITE = new URL(process.env['REPLYDIFF_URL'] ?? 'https://replydiff.example/')
if (!SITE.pathname.endsWith('/')) SITE.pathname += '/'

export default defineConfig({
  base: SITE.pathname,
  plugins: [
    react(),
    minifyJsonAssets(),
    speakWithoutProgram(),
    prerender({
      site: SITE.href,
      pageLimit: Number(process.env['REPLYDIFF_PAGE_LIMIT'] ?? Number.POSITIVE_INFINITY),
    }),
    previewLinks(),
  ],

  // Short and the same in both builds, since a page carries hundreds of them.
  css: {
    modules: {
      generateScopedName: (name, file) =>
        `_${createHash('sha256')
          .update(`${basename(file)} ${name}`)
          .digest('base64url')
          .replace(/[-_]/g, '')
          .slice(0, 4)}`,
    },
  },

  // The site: small enough that nothing needs inlining, and the CSP forbids what Vite would inline.
  build: {
    target: 'baseline-widely-available',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // A prerendered page shows every part before its program has come, so all of its styles have to be there.
    cssCodeSplit: false,
  },

  // The thread that reads pasted texts: modules, so that what decodes messages is fetched when one is there.
  worker: { format: 'es' },

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
          setupFiles: ['tests/setup/console.ts', 'tests/setup/patience.ts', 'tests/setup/no-screen.ts'],
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

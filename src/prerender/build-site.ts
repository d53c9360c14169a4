import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import type { Catalog } from '#src/catalog/catalog-schema.ts'
import type { Words } from '#src/i18n/load-words.ts'
import { createPageRenderer } from './render-page.tsx'
import { fileOf, placesOf } from './routes.ts'
import { securityText, siteFiles } from './site-files.ts'

export interface WorkerTask {
  root: string
  outDir: string
  site: string
}

/** A range of the registry's pages. */
export interface PageRange {
  start: number
  end: number
}

export type WorkerAnswer = { done: number } | { failed: string }

/** What the main thread asks of the bundle: the files beside the pages, and how many pages there are. */
export function wholeSite({ root, site }: Pick<WorkerTask, 'root' | 'site'>) {
  const { catalog, wordsOf } = readSources(root)
  const security = securityText(site, new Date(), process.env['REPLYDIFF_SECURITY_CONTACT'])
  return {
    files: [
      ...siteFiles(catalog, wordsOf, site),
      { name: '.well-known/security.txt', content: security },
      // GitHub Pages would otherwise leave out what begins with a dot.
      { name: '.nojekyll', content: '' },
    ],
    pageCount: placesOf(catalog).length,
  }
}

function readSources(root: string) {
  const read = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8')) as unknown
  const known = new Map<string, Words>()
  return {
    catalog: {
      ...(read('src/catalog/smtp-codes.json') as Omit<Catalog, 'enhanced'>),
      enhanced: read('src/catalog/enhanced-codes.json') as Catalog['enhanced'],
    },
    wordsOf: (tag: string): Words => {
      const words = known.get(tag) ?? {
        ui: read(`locales/${tag}/ui.json`) as Words['ui'],
        codes: read(`locales/${tag}/codes.json`) as Words['codes'],
        enhanced: read(`locales/${tag}/enhanced.json`) as Words['enhanced'],
      }
      known.set(tag, words)
      return words
    },
  }
}

if (parentPort) renderOnDemand(parentPort, workerData as WorkerTask)

/** Writes each page as soon as it is rendered, so that memory does not grow with their number. */
function renderOnDemand(port: NonNullable<typeof parentPort>, { root, outDir, site }: WorkerTask) {
  const { catalog, wordsOf } = readSources(root)
  const renderer = createPageRenderer({
    catalog,
    wordsOf,
    shell: readFileSync(join(outDir, 'index.html'), 'utf8'),
    site,
  })
  const places = placesOf(catalog)

  const answer = (message: WorkerAnswer) => port.postMessage(message)
  const renderRange = async ({ start, end }: PageRange) => {
    for (const place of places.slice(start, end)) {
      try {
        const file = join(outDir, fileOf(place.path))
        mkdirSync(dirname(file), { recursive: true })
        writeFileSync(file, await renderer.render(place))
      } catch (error) {
        const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
        answer({ failed: `${place.path}: ${reason}` })
        return
      }
    }
    answer({ done: end - start })
  }
  port.on('message', (range: PageRange) => void renderRange(range))
}

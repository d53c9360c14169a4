import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import type { Catalog } from '#src/catalog/catalog-schema.ts'
import type { Words } from '#src/i18n/load-words.ts'
import { createPageRenderer } from './render-page.tsx'
import { fileOf, placesOf } from './routes.ts'

export { siteFiles } from './site-files.ts'
export { placesOf } from './routes.ts'

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

if (parentPort) renderOnDemand(parentPort, workerData as WorkerTask)

/** Writes each page as soon as it is rendered, so that memory does not grow with their number. */
function renderOnDemand(port: NonNullable<typeof parentPort>, { root, outDir, site }: WorkerTask) {
  const read = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8')) as unknown
  const catalog = read('src/catalog/smtp-codes.json') as Catalog
  const words = new Map<string, Words>()
  const renderer = createPageRenderer({
    catalog,
    wordsOf: (tag) => {
      const known = words.get(tag) ?? {
        ui: read(`locales/${tag}/ui.json`) as Words['ui'],
        codes: read(`locales/${tag}/codes.json`) as Words['codes'],
      }
      words.set(tag, known)
      return known
    },
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

import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Logger, Plugin, ResolvedConfig } from 'vite'
import { releaseMark } from '#src/worker/digest.ts'
import { metaTags } from './hosting.ts'
import type * as BuildSite from './build-site.ts'
import type { PageRange, WorkerAnswer, WorkerTask } from './build-site.ts'
import { digestOfFile, releaseOf } from './release-files.ts'

/** Beside the dependencies, where nothing is served from and everything can be thrown away. */
const WORK_DIR = 'node_modules/.replydiff/prerender'
const ENTRY = 'build-site'
const WORKER_DIR = 'node_modules/.replydiff/worker'
const WORKER = 'worker.js'
/** Pages handed out at a time: enough to keep the talking cheap, few enough for both cores to end together. */
const PAGES_AT_A_TIME = 50

interface PrerenderOptions {
  /** The public address of the site, with a slash at its end. */
  site: string
  /** For tests that look at the way a site is built and not at each of its pages. */
  pageLimit?: number
}

/**
 * Builds the application twice, for browsers and for Node, and lets the second write a document for every page of the
 * registry. Builds for development stay shells.
 */
export function prerender({ site, pageLimit = Number.POSITIVE_INFINITY }: PrerenderOptions): Plugin {
  return {
    name: 'replydiff:prerender',
    apply: 'build',
    config: (_, { mode }) =>
      mode === 'production'
        ? {
            builder: {},
            environments: {
              prerender: {
                consumer: 'server',
                resolve: { noExternal: true },
                build: {
                  ssr: true,
                  outDir: WORK_DIR,
                  emptyOutDir: true,
                  copyPublicDir: false,
                  emitAssets: false,
                  minify: false,
                  rollupOptions: {
                    input: { [ENTRY]: 'src/prerender/build-site.ts' },
                    output: { entryFileNames: '[name].mjs' },
                  },
                },
              },
              // One file without imports: a worker is compared byte by byte, and every engine runs such a script.
              worker: {
                consumer: 'client',
                build: {
                  outDir: WORKER_DIR,
                  emptyOutDir: true,
                  copyPublicDir: false,
                  rollupOptions: {
                    input: 'src/worker/worker.ts',
                    output: { format: 'iife', entryFileNames: WORKER },
                  },
                },
              },
            },
          }
        : {},
    buildApp: {
      order: 'post',
      async handler(builder) {
        const { client, prerender: node, worker } = builder.environments
        if (!client || !node || !worker) return
        for (const environment of [client, node, worker]) {
          if (!environment.isBuilt) await builder.build(environment)
        }
        await writeSite(builder.config, site, pageLimit)
      },
    },
  }
}

async function writeSite(config: ResolvedConfig, site: string, pageLimit: number): Promise<void> {
  const { root, logger } = config
  const outDir = resolve(root, config.build.outDir)
  const bundle = join(root, WORK_DIR, `${ENTRY}.mjs`)
  const { wholeSite } = (await import(pathToFileURL(bundle).href)) as typeof BuildSite
  const { files, pageCount } = wholeSite({ root, site })

  sealScripts(join(outDir, 'index.html'), outDir, config.base)
  if (process.env['REPLYDIFF_META_POLICY']) carryPolicy(join(outDir, 'index.html'))
  for (const { name, content } of files) {
    mkdirSync(dirname(join(outDir, name)), { recursive: true })
    writeFileSync(join(outDir, name), content)
  }
  // Hosts that know no rules answer what they do not find with this file: the application, which knows what to say.
  copyFileSync(join(outDir, 'index.html'), join(outDir, '404.html'))
  compressAssets(join(outDir, 'assets'))
  writeWorker(root, outDir, config.base)
  await renderPages(bundle, { root, outDir, site }, Math.min(pageCount, pageLimit), logger)
}

/** The worker with the list of what it keeps, so that every release is another worker. */
function writeWorker(root: string, outDir: string, base: string) {
  const code = readFileSync(join(root, WORKER_DIR, WORKER), 'utf8')
  const release = releaseOf(outDir, base)
  const own = process.env['REPLYDIFF_RETIRE_WORKER'] ? { ...release, isRetired: true } : release
  writeFileSync(join(outDir, WORKER), `self.release=${JSON.stringify(own)};\n${code}`)
}

/**
 * A script that did not arrive as it was built is not run: the browser compares it with the hash in the document. One whose
 * name says nothing of its release has an address that does, for the worker and for every cache on the way. The one that
 * watches over them has neither: where another release has taken their place, its own will do.
 */
export function sealScripts(file: string, outDir: string, base: string) {
  const html = readFileSync(file, 'utf8').replace(
    /(<(?:script [^>]*src|link rel="stylesheet"[^>]*href)=")([^"?]+)[^"]*"/g,
    (tag, start: string, address: string) => {
      const path = address.slice(base.length)
      if (path === 'recover.js') return tag
      const digest = digestOfFile(join(outDir, path))
      const mark = path.startsWith('assets/') ? '' : releaseMark(digest)
      return `${start}${address}${mark}" integrity="${digest}"`
    },
  )
  writeFileSync(file, html)
}

/** For hosts that send no headers of ours: as much of the policy as a document may state itself. */
function carryPolicy(file: string) {
  const html = readFileSync(file, 'utf8')
  writeFileSync(
    file,
    html.replace(/<meta charset[^>]*>/, (charset) => charset + metaTags()),
  )
}

/** For servers that send what lies there compressed; pages are many and small and left to the server. */
function compressAssets(folder: string) {
  for (const name of readdirSync(folder)) {
    if (!/\.(?:css|js|json|svg)$/.test(name)) continue
    const content = readFileSync(join(folder, name))
    writeFileSync(join(folder, `${name}.gz`), gzipSync(content, { level: 9 }))
    writeFileSync(
      join(folder, `${name}.br`),
      brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }),
    )
  }
}

/** Shares the pages out among as many workers as there are cores. The first page that fails ends the build. */
async function renderPages(bundle: string, task: WorkerTask, count: number, logger: Logger): Promise<void> {
  const start = performance.now()
  let next = 0
  let done = 0
  let told = 0
  const tell = () => {
    const tenths = Math.floor((done * 10) / count)
    if (tenths === told) return
    told = tenths
    logger.info(
      `prerendered ${done} of ${count} pages (${((performance.now() - start) / 1000).toFixed(1)} s)`,
    )
  }
  const work = () =>
    new Promise<void>((resolveWork, reject) => {
      const worker = new Worker(bundle, {
        workerData: task,
        // React asks while it is loaded, and is several times slower as a development build.
        env: { ...process.env, NODE_ENV: 'production' },
      })
      const end = (error?: Error) => {
        void worker.terminate()
        if (error) reject(error)
        else resolveWork()
      }
      const handOut = () => {
        if (next >= count) {
          end()
          return
        }
        const range: PageRange = { start: next, end: Math.min(next + PAGES_AT_A_TIME, count) }
        next = range.end
        worker.postMessage(range)
      }
      worker.on('error', end)
      worker.on('message', (answer: WorkerAnswer) => {
        if ('failed' in answer) {
          end(new Error(`A page could not be prerendered. ${answer.failed}`))
          return
        }
        done += answer.done
        tell()
        handOut()
      })
      handOut()
    })
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), count) }, work))
}

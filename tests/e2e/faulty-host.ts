import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { answerTo, cacheControl, FILE_TYPES, SECURITY_HEADERS } from '#src/prerender/hosting.ts'
import { sealScripts } from '#src/prerender/prerender.ts'
import { releaseOf } from '#src/prerender/release-files.ts'
import type { Release } from '#src/worker/release.ts'

const built = fileURLToPath(new URL(`../../${process.env['REPLYDIFF_DIST'] ?? 'dist'}`, import.meta.url))

/** What may befall one answer. `{ file }` gives the bytes of another release under the name. */
export type Fault =
  | 'cut'
  | 'stall'
  | 'hang'
  | 'not found'
  | 'error'
  | 'portal'
  | 'half'
  | 'refused'
  | { bytesOf: string }

interface Rule {
  pattern: RegExp
  fault: Fault
  left: number
}

/**
 * A host with the built site that a test may trouble: it can lose files, hang, lie, and be given another release. A release
 * is the built site with names and bytes of its own, as the next build of a changed program would have them.
 */
export class FaultyHost {
  readonly #folder = mkdtempSync(join(tmpdir(), 'replydiff-host-'))
  #server: Server | null = null
  #port = 0
  #release = 0
  #rules: Rule[] = []
  /** Acts that wait for an answer, each for one. */
  #acts: { pattern: RegExp; act: () => void }[] = []
  readonly asked: string[] = []
  /** By how much its clock is wrong, in milliseconds. */
  clockOffset = 0

  static async open(): Promise<FaultyHost> {
    const host = new FaultyHost()
    host.deploy(1)
    await host.start()
    return host
  }

  get origin(): string {
    return `http://localhost:${this.#port}`
  }

  /** Puts a release in the place of the last one, whose files are gone. */
  deploy(release: number) {
    const folder = this.folderOf(release)
    if (!existsSync(folder)) makeRelease(release, folder)
    this.#release = release
  }

  folderOf(release: number): string {
    return join(this.#folder, String(release))
  }

  /** The next answers to what matches are troubled, or all of them until `heal`. */
  trouble(pattern: RegExp, fault: Fault, times = Number.POSITIVE_INFINITY) {
    this.#rules.push({ pattern, fault, left: times })
  }

  /** Does something once what matches has been answered. */
  after(pattern: RegExp, act: () => void) {
    this.#acts.push({ pattern, act })
  }

  /** Publishes a worker that takes the place of older ones and goes. */
  retire() {
    const folder = this.folderOf(this.#release)
    writeWorker(folder, { ...releaseOf(folder, '/'), isRetired: true })
  }

  get isOpen(): boolean {
    return this.#server !== null
  }

  heal() {
    this.#rules = []
  }

  async start() {
    const server = createServer((request, response) => {
      const [path = '/'] = (request.url ?? '/').split('?')
      this.asked.push(path)
      const rule = this.#rules.find(({ pattern, left }) => left > 0 && pattern.test(path))
      if (rule) rule.left--
      const due = this.#acts.find(({ pattern }) => pattern.test(path))
      if (due) {
        this.#acts.splice(this.#acts.indexOf(due), 1)
        response.once('close', due.act)
      }
      response.setHeader('Date', new Date(Date.now() + this.clockOffset).toUTCString())
      this.#answer(path, response, rule?.fault ?? null)
    })
    await new Promise<void>((resolve) => server.listen(this.#port, 'localhost', resolve))
    const address = server.address()
    this.#port = typeof address === 'object' && address ? address.port : 0
    this.#server = server
  }

  /** As if the network were gone. */
  async stop() {
    const server = this.#server
    this.#server = null
    server?.closeAllConnections()
    await new Promise((resolve) => (server ? server.close(resolve) : resolve(null)))
  }

  async close() {
    await this.stop()
    rmSync(this.#folder, { recursive: true, force: true })
  }

  #answer(path: string, response: ServerResponse, fault: Fault | null) {
    const whole = readAnswer(this.folderOf(this.#release), path)
    const failure = { 'Content-Type': 'text/plain', 'Cache-Control': 'no-cache' }
    const send = (status: number, body: Buffer, headers: Record<string, string> = whole.headers) =>
      response.writeHead(status, { ...headers, 'Content-Length': body.length }).end(body)
    switch (fault) {
      case null:
        send(whole.status, whole.body)
        break
      case 'hang':
        break
      case 'refused':
        response.destroy()
        break
      case 'not found':
        send(404, Buffer.from('gone'), failure)
        break
      case 'error':
        send(500, Buffer.from('Internal Server Error'), failure)
        break
      case 'portal':
        send(200, Buffer.from('<!doctype html><title>Sign in</title><h1>Sign in to the network</h1>'), {
          'Content-Type': 'text/html',
        })
        break
      case 'half':
        send(200, whole.body.subarray(0, Math.floor(whole.body.length / 2)))
        break
      case 'stall':
        response.writeHead(whole.status, { ...whole.headers, 'Content-Length': whole.body.length })
        response.write(whole.body.subarray(0, Math.floor(whole.body.length / 2)))
        break
      case 'cut':
        response.writeHead(whole.status, { ...whole.headers, 'Content-Length': whole.body.length })
        response.write(whole.body.subarray(0, Math.floor(whole.body.length / 2)), () => response.destroy())
        break
      default:
        send(whole.status, Buffer.from(fault.bytesOf))
    }
  }
}

function readAnswer(folder: string, path: string) {
  const exists = (file: string) => existsSync(join(folder, file)) && statSync(join(folder, file)).isFile()
  const answer = answerTo(path, exists)
  if (answer.kind === 'redirect') {
    return { status: 301, headers: { Location: answer.to }, body: Buffer.alloc(0) }
  }
  const file = answer.kind === 'file' ? answer.file : null
  const body = file === null ? Buffer.from('There is no such file.') : readFileSync(join(folder, file))
  const types: Record<string, string> = { html: 'text/html; charset=utf-8', ...FILE_TYPES }
  const headers: Record<string, string> = {
    ...SECURITY_HEADERS,
    'Cache-Control': file === null ? 'no-cache' : cacheControl(`/${file}`),
    'Content-Type': file === null ? 'text/plain' : (types[extname(file).slice(1)] ?? 'text/plain'),
    ETag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 16)}"`,
  }
  return { status: answer.kind === 'file' ? answer.status : 404, headers, body }
}

/** The pages that a release has prerendered: enough for a first visit to one. */
const PAGES = ['en/smtp/250-vs-551.html', 'ar/smtp/250-vs-551.html', 'en/smtp/550.html', 'en/index.html']

function makeRelease(release: number, folder: string) {
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(built)) {
    if (!/^(?:[a-z]{2}|catalog|screenshots)$|^sitemap|\.gz$|\.br$/.test(name))
      cpSync(join(built, name), join(folder, name), { recursive: true })
  }
  for (const page of PAGES) cpSync(join(built, page), join(folder, page), { recursive: true })

  const mark = `r${release}`
  const assets = join(folder, 'assets')
  for (const name of readdirSync(assets)) if (/\.(?:gz|br)$/.test(name)) rmSync(join(assets, name))
  const names = readdirSync(assets)
  const renamed = (text: string) =>
    names.reduce((changed, name) => changed.replaceAll(name, name.replace('.', `-${mark}.`)), text)
  for (const name of names) {
    const text = renamed(readFileSync(join(assets, name), 'utf8'))
    rmSync(join(assets, name))
    // JSON takes white space, scripts and sheets a comment: other bytes, the same meaning.
    const own = name.endsWith('.json') ? `${text}${' '.repeat(release)}` : `${text}\n/* ${mark} */\n`
    writeFileSync(join(assets, renamed(name)), own)
  }
  for (const script of ['boot.js', 'recover.js']) {
    const text = readFileSync(join(folder, script), 'utf8')
    writeFileSync(join(folder, script), `${text}\n/* ${mark} */\n`)
  }
  for (const page of ['index.html', '404.html', ...PAGES]) {
    const text = renamed(readFileSync(join(folder, page), 'utf8'))
    writeFileSync(join(folder, page), text.replace(/ integrity="[^"]*"/g, ''))
    sealScripts(join(folder, page), folder, '/')
  }
  writeWorker(folder, releaseOf(folder, '/'))
}

function writeWorker(folder: string, release: Release) {
  const worker = readFileSync(join(built, 'worker.js'), 'utf8')
  const code = worker.slice(worker.indexOf('\n'))
  writeFileSync(join(folder, 'worker.js'), `self.release=${JSON.stringify(release)};${code}`)
}

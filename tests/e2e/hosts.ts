import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { Agent, request, type IncomingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { LANGUAGES } from '#src/i18n/languages.ts'
import { caddySite, nginxSite } from '#src/prerender/hosting.ts'
import { freePort } from '#tests/free-port.mjs'
import { findServer, nginxMain } from '#tests/servers.mjs'
import { expect, test as base } from './site.ts'

export type HostName = 'nginx' | 'caddy'

export interface Host {
  origin: string
  port: number
}

/** What stands beside the site, and is nobody's to read. */
export const SECRET = 'The content of a file outside the root.'
/** A page that is prerendered for certain, whatever the build prerenders. */
export const PRERENDERED = { path: '/en/smtp/259', text: 'A prerendered page.' }

// Another folder than the one everybody builds into, for who wants his own.
const built = fileURLToPath(new URL(`../../${process.env['REPLYDIFF_DIST'] ?? 'dist'}`, import.meta.url))

/**
 * Debian's nginx and Caddy, each with the configuration that is shipped, on the built site. Only where the site stands
 * is different: folder, port and name.
 */
export const test = base.extend<{ hostName: HostName; host: Host }, { servers: Record<HostName, Host> }>({
  hostName: ['nginx', { option: true }],
  host: ({ hostName, servers }, provide) => provide(servers[hostName]),
  hosts: ({ servers }, provide) => provide(Object.values(servers).map(({ origin }) => origin)),

  servers: [
    async ({}, provide) => {
      const nginx = await start('nginx', configureNginx)
      const caddy = await start('caddy', configureCaddy)
      await provide({ nginx: nginx.host, caddy: caddy.host })
      await Promise.all([nginx.stop(), caddy.stop()])
    },
    { scope: 'worker' },
  ],
})

/** Where one server stands. */
interface Ground {
  folder: string
  site: string
  port: number
}

/** Writes what a server reads and returns what it is started with. */
type Configure = (ground: Ground) => string[]

const configureNginx: Configure = ({ folder, site, port }) => {
  const file = join(folder, 'nginx.conf')
  const place = { root: site, plainPort: port, name: 'localhost', brotli: true }
  writeFileSync(file, nginxMain(folder, nginxSite(place)))
  return ['-c', file]
}

const configureCaddy: Configure = ({ folder, site, port }) => {
  const file = join(folder, 'Caddyfile')
  // The door that Caddy opens beside the site's would be the same for every worker.
  const main = '{\n\tadmin off\n}\n'
  writeFileSync(file, main + caddySite({ root: site, plainPort: port, name: 'localhost' }))
  return ['run', '--adapter', 'caddyfile', '--config', file]
}

async function start(
  name: HostName,
  configure: Configure,
): Promise<{ host: Host; stop: () => Promise<void> }> {
  const program = findServer(name)
  if (!program) throw new Error(`${name} was not found; npm test installs it, or says how`)
  const folder = realpathSync(mkdtempSync(join(tmpdir(), `replydiff-${name}-`)))
  const port = await freePort()
  const args = configure({ folder, site: layOut(folder), port })
  const server = spawn(program, args, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
  })
  const said: string[] = []
  server.stdout.on('data', (data) => said.push(String(data)))
  server.stderr.on('data', (data) => said.push(String(data)))
  const stop = async () => {
    await end(server)
    rmSync(folder, { recursive: true, force: true })
  }
  const wait = { message: `${name} should answer`, timeout: 20_000 }
  await expect.poll(() => server.exitCode !== null || isOpen(port), wait).toBe(true)
  if (server.exitCode !== null) {
    await stop()
    throw new Error(`${name} ended with ${server.exitCode}:\n${said.join('')}`)
  }
  return { host: { origin: `http://localhost:${port}`, port }, stop }
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const ended = once(server, 'exit')
  server.kill('SIGTERM')
  await ended
}

/**
 * The built site with a page that is prerendered for certain, and its neighbour that nobody may read. Of the thousands
 * of pages of a build a few do.
 */
function layOut(folder: string): string {
  const site = join(folder, 'site')
  const kept = /^(?:550|250-vs-551)\.html$/
  cpSync(built, site, {
    recursive: true,
    filter: (path) => !/^[^/]+\/smtp\/./.test(relative(built, path)) || kept.test(basename(path)),
  })
  const put = (path: string, content: string | Buffer) => {
    mkdirSync(dirname(join(site, path)), { recursive: true })
    writeFileSync(join(site, path), content)
  }
  const fill = (path: string, content: () => string | Buffer) => {
    if (!existsSync(join(site, path))) put(path, content())
  }
  put(`${PRERENDERED.path}.html`, `<!doctype html><p>${PRERENDERED.text.repeat(99)}`)
  writeFileSync(join(folder, 'secret.txt'), SECRET)

  const shell = readFileSync(join(site, 'index.html'))
  fill('404.html', () => shell)
  for (const { tag } of LANGUAGES) fill(`${tag}/index.html`, () => shell)
  for (const [file, text] of Object.entries(FILES)) fill(file, () => text)
  for (const name of readdirSync(join(site, 'assets')).filter((file) => /\.(?:js|css|json)$/.test(file))) {
    const content = readFileSync(join(site, 'assets', name))
    fill(`assets/${name}.br`, () => brotliCompressSync(content))
    fill(`assets/${name}.gz`, () => gzipSync(content))
  }
  return site
}

/** Files that a build may not have yet, one for each type. */
const FILES = {
  'manifest.webmanifest': '{}',
  'opensearch.xml': '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/"/>',
  'sitemap.xml': '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>',
  'robots.txt': 'User-agent: *\n',
  '.well-known/security.txt': 'Contact: mailto:security@replydiff.example\n',
}

/** The address of a built file: the largest whose name has this beginning and this extension. */
export function asset(beginning: string, extension: string): string {
  const folder = join(built, 'assets')
  const size = (name: string) => statSync(join(folder, name)).size
  const [largest] = readdirSync(folder)
    .filter((name) => name.startsWith(beginning) && name.endsWith(extension))
    .sort((a, b) => size(b) - size(a))
  if (!largest) throw new Error(`No ${beginning}*${extension} in ${folder}; is the site built?`)
  return `/assets/${largest}`
}

export interface HostAnswer {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
  text: string
}

const agent = new Agent({ keepAlive: true, maxSockets: 8 })

/** Asks as a browser would that sends the path exactly as it is written; fetch would tidy it first. */
export function ask(
  origin: string,
  path: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<HostAnswer> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const outgoing = request({ hostname, port, path, method, headers, agent }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('error', reject)
      response.on('end', () => {
        const body = Buffer.concat(parts)
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body, text: body.toString() })
      })
    })
    outgoing.on('error', reject)
    outgoing.end()
  })
}

/** Sends bytes no client would send and returns all that comes back. */
export function speak({ port }: Host, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    const socket = connect(port, 'localhost', () => socket.end(Buffer.from(bytes, 'latin1')))
    socket.on('data', (part) => parts.push(part))
    socket.on('error', reject)
    socket.on('close', () => resolve(Buffer.concat(parts).toString('latin1')))
  })
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, 'localhost', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
}

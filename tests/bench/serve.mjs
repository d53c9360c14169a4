import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

/** @typedef {{ status: number, headers: Record<string, string>, body: Buffer }} Answer */
/** @typedef {{ origin: string, close: () => void }} Served */

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.png': 'image/png',
}

/**
 * A folder as the hosts of README.md serve it: brotli, the files of `assets` for good and all else asked for again, pages
 * by their address without `.html`, and the shell for addresses that have no file.
 * @param {string} folder @param {Record<string, string>} headers @returns {Promise<Served>}
 */
export function serve(folder, headers) {
  /** @type {Map<string, Answer>} */
  const answers = new Map()
  const answerOf = (/** @type {string} */ path) => {
    const known = answers.get(path)
    if (known) return known
    const made = answer(folder, path, headers)
    answers.set(path, made)
    return made
  }
  const server = createServer((request, response) => {
    const { status, headers: own, body } = answerOf(new URL(request.url ?? '/', 'http://localhost').pathname)
    if (status === 200 && request.headers['if-none-match'] === own['ETag']) {
      response.writeHead(304, own).end()
    } else {
      response.writeHead(status, { ...own, 'Content-Length': body.length }).end(body)
    }
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, 'localhost', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      resolve({
        origin: `http://localhost:${port}`,
        close: () => {
          server.closeAllConnections()
          server.close()
        },
      })
    })
  })
}

/** @param {string} folder @param {string} path @param {Record<string, string>} headers @returns {Answer} */
function answer(folder, path, headers) {
  const file = fileFor(folder, path)
  if (!file) return { status: 404, headers: { ...headers, ETag: '' }, body: Buffer.from('Not found') }
  const type = TYPES[extname(file)] ?? 'application/octet-stream'
  const plain = readFileSync(file)
  const body = compressed(file, plain)
  return {
    status: 200,
    body: body ?? plain,
    headers: {
      ...headers,
      'Content-Type': type,
      ...(body && { 'Content-Encoding': 'br', Vary: 'Accept-Encoding' }),
      ETag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 16)}"`,
      'Cache-Control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    },
  }
}

/** @param {string} folder @param {string} path @returns {string | null} */
function fileFor(folder, path) {
  const inside = join(folder, normalize(decodeURIComponent(path)))
  const tries = path.endsWith('/') ? [join(inside, 'index.html')] : [inside, `${inside}.html`]
  const found = tries.find((file) => existsSync(file) && statSync(file).isFile())
  if (found) return found
  return extname(path) === '' ? join(folder, 'index.html') : null
}

/**
 * A file that was compressed when it was built is sent as it is; pages are compressed as a host does it while one waits.
 * @param {string} file @param {Buffer} plain @returns {Buffer | null}
 */
function compressed(file, plain) {
  if (existsSync(`${file}.br`)) return readFileSync(`${file}.br`)
  if (extname(file) === '.png') return null
  const quality = extname(file) === '.html' ? 5 : 11
  return brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } })
}

/**
 * The headers that the built site asks for everywhere, so that every target pays for the same. HSTS means nothing here.
 * @param {string} site @returns {Record<string, string>}
 */
export function siteHeaders(site) {
  const file = join(site, '_headers')
  if (!existsSync(file)) return {}
  const [, everywhere = ''] = /^\/\*\n((?:[ \t]+.*\n?)+)/m.exec(readFileSync(file, 'utf8')) ?? []
  return Object.fromEntries(
    everywhere
      .split('\n')
      .map((line) => line.trim().split(/:\s*(.*)/s))
      .filter(([name]) => name && name !== 'Strict-Transport-Security')
      .map(([name = '', value = '']) => [name, value]),
  )
}

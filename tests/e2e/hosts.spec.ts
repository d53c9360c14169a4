import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import catalog from '#src/catalog/smtp-codes.json' with { type: 'json' }
import { LANGUAGES } from '#src/i18n/languages.ts'
import { EXAMPLE_PLACE, HOST_HEADERS, nginxSite, NO_SUCH_FILE } from '#src/prerender/hosting.ts'
import { findServer, nginxMain } from '#tests/servers.mjs'
import { ask, asset, PRERENDERED, SECRET, speak, test, type HostName } from './hosts.ts'
import { expect, expectPicked, headline, open, secondPicker } from './site.ts'
import { codeWords, pairWords } from './words.ts'

const HOSTS: HostName[] = ['nginx', 'caddy']
const SCRIPT = asset('', '.js')
const STYLE = asset('', '.css')
const DATA = asset('smtp-codes-', '.json')

const SHELL = 'id="root"'
const IMMUTABLE = 'public, max-age=31536000, immutable'
const OLD_LINK = '/fr/compare/smtp/250-ok-vs-551-user-not-local'

/** The addresses of the app that nothing is prerendered for. */
const SHELL_PATHS = [
  '/',
  '/smtp/550',
  '/smtp/250-vs-551',
  '/smtp/250%20551',
  '/smtp/250+551',
  '/en/smtp/258',
  '/en/smtp/551-vs-422',
  '/ar/smtp/250-vs-250',
  '/en/smtp/5.7.1',
  '/en/smtp/550-5.7.1-vs-4.7.0',
  '/tr/smtp/571-vs-101',
]

const NOBODYS_PATHS = [
  '/about',
  '/404',
  '/xx/smtp/250',
  '/en/http/404',
  '/en/smtp',
  '/en/smtp/',
  '/en/smtp/999',
  '/en/smtp/abc',
  '/en/smtp/250-vs-551-vs-554',
  '/en/smtp/%3Cscript%3Ealert(1)%3C%2Fscript%3E',
  '/en/smtp/550%0a',
  `/en/smtp/${'x'.repeat(3000)}`,
]

const MISSING_FILES = [
  '/assets/index-00000000.js',
  '/assets/gone.css',
  '/assets/gone',
  '/assets/',
  '/assets/*.js',
  '/nothing.json',
  '/en/smtp/550.txt',
  '/en/logo.png',
  '/gone.webmanifest',
  '/gone.xml',
]

const OTHER_FORMS = [
  ['/en/smtp/550/', '/en/smtp/550'],
  ['/en/smtp/550.html', '/en/smtp/550'],
  ['/fr/smtp/250-vs-551/?show=differences', '/fr/smtp/250-vs-551?show=differences'],
  ['/en/smtp/5.7.1.html', '/en/smtp/5.7.1'],
  ['/smtp/550/', '/smtp/550'],
  ['/ar', '/ar/'],
  ['/ar/index.html', '/ar/'],
  ['/index.html', '/'],
] as const

for (const name of HOSTS) {
  test.describe(name, () => {
    test.use({ hostName: name })

    test('every kind of answer carries every security header', async ({ host: { origin } }) => {
      const KINDS = {
        'the shell': ['/', 200],
        'a prerendered page': [PRERENDERED.path, 200],
        'a script': [SCRIPT, 200],
        'a style sheet': [STYLE, 200],
        data: [DATA, 200],
        'a file of the root': ['/boot.js', 200],
        'a missing file': ['/assets/gone.js', 404],
        'nobody’s address': ['/about', 404],
        'another form': ['/en/smtp/550/', 301],
        'an old link': [OLD_LINK, 301],
      } as const
      for (const [kind, [path, status]] of Object.entries(KINDS)) {
        const answer = await ask(origin, path)
        expect(answer.status, kind).toBe(status)
        for (const [header, value] of Object.entries(HOST_HEADERS)) {
          expect(answer.headers[header.toLowerCase()], `${header} of ${kind}`).toBe(value)
        }
      }
      expect((await ask(origin, '/', { method: 'POST' })).headers).toMatchObject({
        'x-frame-options': 'DENY',
      })
    })

    test('it does not say which version it is', async ({ host: { origin } }) => {
      for (const path of ['/', '/about', '/assets/gone.js']) {
        const { headers, text } = await ask(origin, path)
        expect(headers['server'] ?? '').not.toMatch(/\d/)
        expect(text).not.toMatch(/nginx|caddy/i)
      }
    })

    test('hashed names are kept for a year, while they are there; nothing else is, unasked', async ({
      host: { origin },
    }) => {
      for (const path of [SCRIPT, STYLE, DATA]) {
        const { headers } = await ask(origin, path)
        expect(headers['cache-control'], path).toBe(IMMUTABLE)
        const again = await ask(origin, path, { headers: { 'If-None-Match': headers.etag ?? 'none' } })
        expect(again.status).toBe(304)
      }
      const others = ['/', PRERENDERED.path, '/boot.js', '/robots.txt', OLD_LINK, '/about', '/assets/gone.js']
      for (const path of others) {
        expect((await ask(origin, path)).headers['cache-control'], path).toBe('no-cache')
      }
      const posted = await ask(origin, SCRIPT, { method: 'POST' })
      expect(posted.headers['cache-control']).toBe('no-cache')
    })

    test('a file is told to be what it is', async ({ host: { origin } }) => {
      const TYPES = {
        '/': 'text/html; charset=utf-8',
        [PRERENDERED.path]: 'text/html; charset=utf-8',
        '/about': 'text/html; charset=utf-8',
        [SCRIPT]: 'text/javascript; charset=utf-8',
        [STYLE]: 'text/css; charset=utf-8',
        [DATA]: 'application/json',
        '/favicon.svg': 'image/svg+xml',
        '/robots.txt': 'text/plain; charset=utf-8',
        '/.well-known/security.txt': 'text/plain; charset=utf-8',
        '/sitemap.xml': 'application/xml',
        '/manifest.webmanifest': 'application/manifest+json',
        '/opensearch.xml': 'application/opensearchdescription+xml',
      }
      for (const [path, type] of Object.entries(TYPES)) {
        expect((await ask(origin, path)).headers['content-type'], path).toBe(type)
      }
    })

    test('what is sent compressed is what was asked for, and unpacks to the same', async ({
      host: { origin },
    }) => {
      const UNPACK = { br: brotliDecompressSync, gzip: gunzipSync }
      const ENCODINGS = {
        br: 'br',
        gzip: 'gzip',
        'gzip, deflate, br, zstd': 'br',
        'gzip;q=1, br;q=0': 'gzip',
      } as const
      for (const path of [SCRIPT, STYLE, DATA]) {
        const plain = await ask(origin, path)
        expect(plain.headers['content-encoding']).toBeUndefined()
        for (const [accepted, encoding] of Object.entries(ENCODINGS)) {
          const packed = await ask(origin, path, { headers: { 'Accept-Encoding': accepted } })
          expect(packed.headers['content-encoding'], `${path}, ${accepted}`).toBe(encoding)
          expect(packed.headers['vary']).toMatch(/accept-encoding/i)
          expect(packed.headers['content-type']).toBe(plain.headers['content-type'])
          expect(packed.headers['cache-control']).toBe(IMMUTABLE)
          expect(UNPACK[encoding](packed.body).equals(plain.body)).toBe(true)
          expect(packed.body.length).toBeLessThan(plain.body.length / 2)
        }
      }
      for (const path of ['/', PRERENDERED.path, '/about']) {
        const packed = await ask(origin, path, { headers: { 'Accept-Encoding': 'gzip' } })
        expect(packed.headers['content-encoding'], path).toBe('gzip')
        expect(gunzipSync(packed.body).toString()).toBe((await ask(origin, path)).text)
      }
    })

    test('a prerendered page stands at its address, and is asked for again by its mark', async ({
      host: { origin },
    }) => {
      const page = await ask(origin, PRERENDERED.path)
      expect(page.status).toBe(200)
      expect(page.text).toContain(PRERENDERED.text)
      const again = await ask(origin, PRERENDERED.path, {
        headers: { 'If-None-Match': page.headers.etag ?? 'none' },
      })
      expect(again.status).toBe(304)
      expect((await ask(origin, `${PRERENDERED.path}?show=differences`)).text).toBe(page.text)
    })

    test('any other address of the app is answered by the shell', async ({ host: { origin } }) => {
      for (const path of [...SHELL_PATHS, ...LANGUAGES.map(({ tag }) => `/${tag}/`)]) {
        const { status, text } = await ask(origin, path)
        expect(status, path).toBe(200)
        expect(text, path).toContain(SHELL)
      }
    })

    test('nobody’s address is answered by the shell too, with 404, and whole every time', async ({
      host: { origin },
    }) => {
      for (const path of NOBODYS_PATHS) {
        const first = await ask(origin, path)
        expect(first.status, path).toBe(404)
        expect(first.text, path).toContain(SHELL)
        const conditions = {
          'If-None-Match': first.headers.etag ?? '*',
          'If-Modified-Since': new Date().toUTCString(),
          Range: 'bytes=0-9',
        }
        const again = await ask(origin, path, { headers: conditions })
        expect(again.status, path).toBe(404)
        expect(again.text, path).toBe(first.text)
      }
    })

    test('a missing file is never answered with a page', async ({ host: { origin } }) => {
      for (const path of MISSING_FILES) {
        const { status, headers, text } = await ask(origin, path)
        expect(status, path).toBe(404)
        expect(headers['content-type'], path).toBe('text/plain; charset=utf-8')
        expect(text, path).toBe(NO_SUCH_FILE)
      }
    })

    test('an address has one form', async ({ host: { origin } }) => {
      for (const [from, to] of OTHER_FORMS) {
        const { status, headers } = await ask(origin, from)
        expect(status, from).toBe(301)
        expect(headers.location, from).toBe(to)
      }
    })

    test('every old link of two defined codes leads to the new one, in its order and language', async ({
      host: { origin },
    }) => {
      const pairs = DEFINED.flatMap((first) => DEFINED.map((second) => [first, second] as const))
      const misled: string[] = []
      const follow = async (from: string, to: string) => {
        const { status, headers } = await ask(origin, from)
        if (status !== 301 || headers.location !== to) misled.push(`${from}: ${status} ${headers.location}`)
      }
      const tasks = pairs.flatMap(([first, second], index) => {
        const old = `compare/smtp/${slug(first)}-vs-${slug(second)}`
        const tag = LANGUAGES[index % LANGUAGES.length]?.tag ?? 'en'
        return [
          () => follow(`/${tag}/${old}`, `/${tag}/smtp/${first}-vs-${second}`),
          ...(first === second ? [() => follow(`/${old}?a=b`, `/en/smtp/${first}-vs-${second}?a=b`)] : []),
        ]
      })
      await Promise.all(tasks.map((task) => task()))
      expect(misled).toEqual([])

      // Only the digits count: with words in another alphabet, without words, with junk.
      for (const rest of [
        '551',
        '551-utilisateur-%C3%A9loign%C3%A9',
        '551-%D9%85%D8%B3%D8%AA%D8%AE%D8%AF%D9%85',
        '551%0d%0aX: 1',
      ]) {
        const { headers } = await ask(origin, `/vi/compare/smtp/250-ok-vs-${rest.replace(' ', '%20')}`)
        expect(headers.location, rest).toBe('/vi/smtp/250-vs-551')
        expect(headers['x']).toBeUndefined()
      }
      // Nobody's number is not made into somebody's.
      for (const text of ['2500-ok-vs-551-no', '250-ok-vs-5510', '250-ok', '999-vs-250']) {
        expect((await ask(origin, `/en/compare/smtp/${text}`)).status, text).toBe(404)
      }
    })

    test('HEAD says what GET says without the body, and POST changes and shows nothing', async ({
      host: { origin },
    }) => {
      for (const path of ['/', PRERENDERED.path, SCRIPT, '/about', '/assets/gone.js', OLD_LINK]) {
        const got = await ask(origin, path)
        const head = await ask(origin, path, { method: 'HEAD' })
        expect(head.status, path).toBe(got.status)
        expect(head.body.length, path).toBe(0)
        for (const header of ['content-type', 'cache-control', 'location', 'content-security-policy']) {
          expect(head.headers[header], `${header} of ${path}`).toBe(got.headers[header])
        }
      }
      for (const path of ['/', PRERENDERED.path, SCRIPT, '/robots.txt']) {
        expect((await ask(origin, path, { method: 'POST' })).status, path).toBe(405)
      }
    })

    test('no path climbs out of the root', async ({ host }) => {
      const climbs = [
        '/../',
        '/..%2f',
        '/%2e%2e/',
        '/%2e%2e%2f',
        '/..%5c',
        '/..%c0%af',
        '/..;/',
        '/....//',
        '//../',
        '/.%2e/',
      ]
      const starts = ['', '/assets', '/en/smtp', '/.well-known']
      for (const start of starts) {
        for (const climb of climbs) {
          for (const target of [
            'secret.txt',
            `${climb.slice(1)}secret.txt`,
            `${climb.slice(1).repeat(8)}etc/passwd`,
          ]) {
            const answer = await speak(host, requestOf(`${start}${climb}${target}`))
            expect(answer, `${start}${climb}${target}`).toMatch(/^HTTP\/1\.1 [1-5]\d\d /)
            expect(answer).not.toContain(SECRET)
            expect(answer).not.toContain('root:')
          }
        }
      }
    })

    test('no path adds a header or begins an answer of its own', async ({ host }) => {
      const injections = [
        '%0d%0aX-Injected:%201',
        '%0aX-Injected:%201',
        '%0dX-Injected:%201',
        '%E5%98%8D%E5%98%8AX-Injected:%201',
        '%00%0d%0aX-Injected:%201',
        '%0d%0a%0d%0aHTTP/1.1%20200%20OK%0d%0aX-Injected:%201',
      ]
      const places = [
        (text: string) => `/${text}`,
        (text: string) => `/en${text}`,
        (text: string) => `/en/smtp/550${text}`,
        (text: string) => `/en/smtp/550${text}/`,
        (text: string) => `/en/smtp/550/${text}`,
        (text: string) => `/en/smtp/550/?${text}`,
        (text: string) => `/fr/compare/smtp/250${text}-vs-551${text}`,
        (text: string) => `/fr${text}/compare/smtp/250-vs-551`,
        (text: string) => `${OLD_LINK}?a=${text}`,
        (text: string) => `/assets/${text}`,
      ]
      for (const injection of injections) {
        for (const put of places) {
          const answer = await speak(host, requestOf(put(injection)))
          expect(answer, put(injection)).not.toMatch(/^x-injected/im)
          expect(answer.match(/^HTTP\/1\.1 /gm), put(injection)).toHaveLength(1)
        }
      }
    })

    test('NUL bytes, broken escapes and bytes that are no text do no harm', async ({ host }) => {
      const paths = [
        '/%00',
        '/en/smtp/550%00',
        '/en/smtp/550.html%00.js',
        '/index.html%00',
        '/%',
        '/en/smtp/%E0%A4%A',
        '/%zz',
        '/\u0000',
        '/\u00ff\u00fe',
      ]
      for (const path of paths) {
        const answer = await speak(host, requestOf(path))
        expect(answer, path).toMatch(/^HTTP\/1\.1 (?:400|404) /)
      }
      expect((await ask(host.origin, '/')).status).toBe(200)
    })

    test('a redirect never leads to another host', async ({ host }) => {
      const paths = [
        '//evil.example',
        '//evil.example/en/smtp/550/',
        '/\\evil.example/en/',
        '/%5cevil.example/',
        '//evil.example/en',
        '/en//evil.example/',
      ]
      for (const path of paths) {
        const answer = await speak(host, requestOf(path))
        expect(answer.match(/^location: (.*)$/im)?.[1] ?? '/', path).toMatch(/^\/(?![/\\])/)
      }
      const lied = await speak(host, requestOf('/en', 'evil.example'))
      expect(lied).not.toMatch(/^location: .*evil/im)
    })

    test('a comparison works, under the policy that the host sends', async ({ page, host: { origin } }) => {
      await open(page, `${origin}/en/smtp/250-vs-551`)
      await expect(headline(page)).toHaveText(pairWords('250', '551').answer)
      await secondPicker(page).click()
      await page.keyboard.type('550')
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL(`${origin}/en/smtp/250-vs-550`)
      await expectPicked(page, '250', '550')
      await page.reload()
      await expectPicked(page, '250', '550')
    })

    test('an old link and nobody’s address are pages like any other', async ({ page, host: { origin } }) => {
      await open(page, `${origin}${OLD_LINK}`)
      await expect(page).toHaveURL(`${origin}/fr/smtp/250-vs-551`)
      await open(page, `${origin}/en/smtp/999`)
      await expect(headline(page)).toContainText('999')
      await page.reload()
      await expect(headline(page)).toContainText('999')
    })
  })
}

test.describe('the preview answers as the hosts do', () => {
  test('the shell, nobody’s addresses, missing files and other forms', async ({ baseURL }) => {
    const origin = baseURL ?? ''
    for (const path of SHELL_PATHS) {
      const { status, headers, text } = await ask(origin, path)
      expect(status, path).toBe(200)
      expect(headers['cache-control'], path).toBe('no-cache')
      expect(text, path).toContain(SHELL)
    }
    for (const path of [...NOBODYS_PATHS, '/%', '/%00', '/..%2f..%2fpackage.json%3f']) {
      const { status, text } = await ask(origin, path)
      expect(status, path).toBe(404)
      expect(text, path).toContain(SHELL)
    }
    for (const path of MISSING_FILES) {
      const { status, text } = await ask(origin, path)
      expect(status, path).toBe(404)
      expect(text, path).toBe(NO_SUCH_FILE)
    }
    for (const [from, to] of OTHER_FORMS) {
      const { status, headers } = await ask(origin, from)
      expect(status, from).toBe(301)
      expect(headers.location, from).toBe(to)
    }
    expect((await ask(origin, OLD_LINK)).text, 'the app knows old links itself').toContain(SHELL)
    expect((await ask(origin, SCRIPT)).headers['cache-control']).toBe(IMMUTABLE)
    expect((await ask(origin, '/boot.js')).headers['cache-control']).toBe('no-cache')
  })
})

test('nginx without brotli takes the file as it is shipped, once it has a certificate', () => {
  const folder = mkdtempSync(join(tmpdir(), 'replydiff-shipped-'))
  try {
    const key = join(folder, 'privkey.pem')
    const certificate = join(folder, 'fullchain.pem')
    const made = spawnSync(
      'openssl',
      ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1'].concat(
        ['-subj', `/CN=${EXAMPLE_PLACE.name}`, '-keyout', key, '-out', certificate],
      ),
      { encoding: 'utf8' },
    )
    expect(made.status, made.stderr).toBe(0)
    const site = nginxSite({ ...EXAMPLE_PLACE, brotli: false }).replaceAll(
      /\/etc\/letsencrypt\/live\/[^/]+/g,
      folder,
    )
    const file = join(folder, 'nginx.conf')
    writeFileSync(file, nginxMain(folder, site).replace(/^include .*modules.*$/m, ''))
    const tried = spawnSync(findServer('nginx') ?? 'nginx', ['-t', '-c', file], { encoding: 'utf8' })
    expect(tried.status, tried.stderr).toBe(0)
    expect(tried.stderr).not.toMatch(/warn/)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

const DEFINED = catalog.codes.filter(({ standing }) => standing !== 'nonstandard').map(({ code }) => code)

/** As the older reference wrote its links: the digits, then the name. */
function slug(code: string): string {
  const name = codeWords(code)
    .name.toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
  return `${code}-${name}`
}

function requestOf(path: string, host = 'localhost'): string {
  return `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`
}

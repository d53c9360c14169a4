import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import catalog from '#src/catalog/smtp-codes.json' with { type: 'json' }
import { fitsGrammar } from '#src/catalog/reply-class.ts'
import { LANGUAGES } from '#src/i18n/languages.ts'
import {
  answerTo,
  cacheControl,
  caddySite,
  CODES_BEYOND_GRAMMAR,
  EXAMPLE_PLACE,
  headersFile,
  HOST_HEADERS,
  isAppPath,
  metaTags,
  nginxSite,
  redirectsFile,
  SECURITY_HEADERS,
} from '#src/prerender/hosting.ts'

const REWRITE = 'UPDATE_HOSTING=1 npx vitest run --project data hosting'

const WRITTEN = {
  'public/_headers': headersFile(),
  'public/_redirects': redirectsFile(),
  'nginx.conf': nginxSite({ ...EXAMPLE_PLACE, brotli: false }),
  Caddyfile: caddySite(EXAMPLE_PLACE),
}

describe('the files of the hosts are what src/prerender/hosting.ts says', () => {
  test.each(Object.entries(WRITTEN))('%s', (file, text) => {
    if (process.env['UPDATE_HOSTING'] === '1') writeFileSync(file, text)
    const found = existsSync(file) ? readFileSync(file, 'utf8') : null
    expect(found, `${file} differs from src/prerender/hosting.ts; to write it anew: ${REWRITE}`).toBe(text)
  })
})

describe('the site that the tests run differs from the shipped one in its place alone', () => {
  const place = { root: '/somewhere', name: 'localhost', plainPort: 8080 }

  test('nginx', () => {
    const tested = nginxSite({ ...place, brotli: true }).split('\n')
    const shipped = new Set(WRITTEN['nginx.conf'].replaceAll('# brotli', 'brotli').split('\n'))
    expect(tested.filter((line) => !shipped.has(line))).toEqual([
      '# To adapt: the root, the name localhost and its certificate.',
      '    root /somewhere;',
      '    server_name localhost;',
      '    listen 8080;',
    ])
  })

  test('Caddy', () => {
    const tested = caddySite(place).split('\n')
    const shipped = new Set(WRITTEN.Caddyfile.split('\n'))
    expect(tested.filter((line) => !shipped.has(line))).toEqual([
      'http://localhost:8080 {',
      '\troot * /somewhere',
    ])
  })
})

test('the codes outside the grammar are those of the catalogue', () => {
  const beyond = catalog.codes.map(({ code }) => code).filter((code) => !fitsGrammar(code))
  expect(CODES_BEYOND_GRAMMAR, 'Correct the list in src/prerender/hosting.ts').toEqual(beyond)
})

describe('an address of the app', () => {
  const ours = [
    '/',
    ...LANGUAGES.flatMap(({ tag }) => [`/${tag}/`, `/${tag}/smtp/550`]),
    '/en/smtp/250-vs-551',
    '/en/smtp/551-vs-250',
    '/en/smtp/250-vs-250',
    '/en/smtp/259',
    '/en/smtp/571-vs-101',
    '/en/smtp/5.7.1',
    '/en/smtp/550-5.7.1',
    '/en/smtp/550-5.7.1-vs-4.7.0',
    '/smtp/550',
    '/smtp/250-vs-551',
    '/smtp/250 551',
    '/smtp/250+551',
    '/compare/smtp/250-ok-vs-551-user-not-local',
    '/fr/compare/smtp/250-ok-vs-551-user-not-local',
    '/fr/compare/smtp/250-vs-551',
  ]
  test.each(ours)('%s', (path) => {
    expect(isAppPath(path)).toBe(true)
  })

  const foreign = [
    '/about',
    '/xx/',
    '/xx/smtp/550',
    '/en/smtp/',
    '/en/smtp/999',
    '/en/smtp/299',
    '/en/smtp/2500',
    '/en/smtp/abc',
    '/en/smtp/3.7.1',
    '/en/smtp/250-vs-',
    '/en/smtp/250-vs-551-vs-554',
    '/en/smtp/250\n',
    '/en/smtp/550/more',
    '/en/http/404',
    '/compare/smtp/2500-ok-vs-551-no',
    '/compare/smtp/250-ok',
  ]
  test.each(foreign)('not %j', (path) => {
    expect(isAppPath(path)).toBe(false)
  })
})

describe('what a path is answered with', () => {
  const site = new Set(['index.html', '404.html', 'en/index.html', 'en/smtp/550.html', 'boot.js', '_headers'])
  const page = (file: string, status = 200) => ({ kind: 'file', file, status })
  const ANSWERS: Record<string, [string, object][]> = {
    'a prerendered page, where there is one': [
      ['/en/', page('en/index.html')],
      ['/en/smtp/550', page('en/smtp/550.html')],
      ['/en/smtp/%35%35%30', page('en/smtp/550.html')],
    ],
    'else the shell': [
      ['/', page('index.html')],
      ['/fr/', page('index.html')],
      ['/en/smtp/551', page('index.html')],
      ['/fr/compare/smtp/250-ok-vs-551-user-not-local', page('index.html')],
    ],
    'a file': [
      ['/boot.js', page('boot.js')],
      ['/_headers', page('_headers')],
    ],
    'that there is no such file': ['/gone.js', '/assets/gone', '/assets/', '/en/smtp/logo.png', '/sw.js'].map(
      (path) => [path, { kind: 'no-such-file' }],
    ),
    'one form for each address': [
      ['/en/smtp/550/', { kind: 'redirect', to: '/en/smtp/550' }],
      ['/en/smtp/550.html', { kind: 'redirect', to: '/en/smtp/550' }],
      ['/smtp/250-vs-551/', { kind: 'redirect', to: '/smtp/250-vs-551' }],
      ['/en', { kind: 'redirect', to: '/en/' }],
      ['/en/index.html', { kind: 'redirect', to: '/en/' }],
      ['/index.html', { kind: 'redirect', to: '/' }],
    ],
    'the page that says that there is none': [
      '/about',
      '/404',
      '/404.html',
      '/en/smtp/abc',
      '/en/smtp',
      '/en/smtp/%',
      '/%E0%A4%A',
      '/%00',
      '/en/smtp/550%00',
      '/en/smtp/550%0d%0aX-Injected:%201',
      '/en/smtp/550/%0d%0a',
      '/../secret',
      '/..%2fsecret.txt',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/..%5csecret.txt',
      '//evil.example/en/smtp/550/',
    ].map((path) => [path, page('404.html', 404)]),
  }
  for (const [answer, paths] of Object.entries(ANSWERS)) {
    test.each(paths)(`${answer}: %s`, (path, expected) => {
      expect(answerTo(path, (file) => site.has(file))).toEqual(expected)
    })
  }
})

test('only a hashed name is kept without asking again', () => {
  expect(cacheControl('/assets/index-00000000.js')).toBe('public, max-age=31536000, immutable')
  for (const path of ['/', '/en/smtp/550', '/boot.js', '/sw.js', '/assets']) {
    expect(cacheControl(path)).toBe('no-cache')
  }
})

test('the policy allows nothing from elsewhere, nothing inline, and no script made of text', () => {
  const policy = SECURITY_HEADERS['Content-Security-Policy']
  expect(policy).toMatch(/^default-src 'none'; /)
  expect(policy).toContain("require-trusted-types-for 'script'")
  expect(policy).not.toMatch(/unsafe|https?:|\*/)
})

test('the policy in a document says what the header says, but for what only a header can', () => {
  expect(metaTags()).toBe(
    `<meta http-equiv="Content-Security-Policy" content="${SECURITY_HEADERS['Content-Security-Policy'].replace(" frame-ancestors 'none';", '')}">` +
      '<meta name="referrer" content="no-referrer">',
  )
})

test('no line is longer, and no rule more, than Cloudflare reads', () => {
  for (const text of [headersFile(), redirectsFile()]) {
    const lines = text.split('\n')
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(1000)
    expect(lines.filter((line) => line.startsWith('/')).length).toBeLessThanOrEqual(100)
  }
})

test.each([
  ['_headers', headersFile()],
  ['nginx.conf', nginxSite({ ...EXAMPLE_PLACE, brotli: false })],
  ['Caddyfile', caddySite(EXAMPLE_PLACE)],
])('every header is in %s', (_, text) => {
  for (const [name, value] of Object.entries(HOST_HEADERS)) {
    expect(text).toMatch(new RegExp(`${name}:? "?${value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}"?`))
  }
})

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, test } from './site.ts'

/*
 * Bytes, never times: they are the same on every machine. A budget is what stands today with a little room; whoever needs
 * more says so here. Where the project aimed for less than it has, DECISIONS.md says what bounds it.
 */
const KILO = 1024

const gzipped = (file: string) => gzipSync(readFileSync(file), { level: 9 }).length

/** The files that a page names itself, so what a first visit loads before it comes to life. */
function namedBy(page: string, pattern: RegExp): string[] {
  return [...readFileSync(page, 'utf8').matchAll(pattern)].map(([, name = '']) => `dist/${name}`)
}

const PAIR_PAGE = 'dist/en/smtp/250-vs-551.html'
const SCRIPTS = /<(?:script|link rel="modulepreload")[^>]*(?:src|href)="\/(assets\/[^"]+\.js)"/g
const SHEETS = /<link rel="stylesheet"[^>]*href="\/(assets\/[^"]+\.css)"/g

function told(files: string[]): string {
  return files.map((file) => `${file} ${gzipped(file)}`).join(', ')
}

const sum = (files: string[]) => files.reduce((bytes, file) => bytes + gzipped(file), 0)

test('the program that brings a page to life', () => {
  const files = namedBy(PAIR_PAGE, SCRIPTS)
  expect(files.length).toBeGreaterThan(0)
  expect(sum(files), told(files)).toBeLessThanOrEqual(121 * KILO)
})

/** What runs in a thread of its own, and only once somebody pastes a text. */
const THREAD = /^(?:recognizer|postal-mime)-/
const SCRIPT_NAMES = () => readdirSync('dist/assets').filter((name) => name.endsWith('.js'))

test('all of the program, with the parts that follow', () => {
  const files = SCRIPT_NAMES()
    .filter((name) => !THREAD.test(name))
    .map((name) => `dist/assets/${name}`)
  expect(sum(files), told(files)).toBeLessThanOrEqual(151 * KILO)
})

test('the thread that reads pasted texts, with what decodes messages', () => {
  const files = SCRIPT_NAMES()
    .filter((name) => THREAD.test(name))
    .map((name) => `dist/assets/${name}`)
  expect(files).toHaveLength(2)
  expect(sum(files), told(files)).toBeLessThanOrEqual(52 * KILO)
})

test('the style sheet', () => {
  const files = namedBy(PAIR_PAGE, SHEETS)
  expect(files).toHaveLength(1)
  expect(sum(files), told(files)).toBeLessThanOrEqual(7.3 * KILO)
})

test('the words of a language', () => {
  for (const name of readdirSync('dist/assets')) {
    if (/^ui-.*\.json$/.test(name)) expect(gzipped(`dist/assets/${name}`), name).toBeLessThanOrEqual(9 * KILO)
    if (/^codes-.*\.json$/.test(name))
      expect(gzipped(`dist/assets/${name}`), name).toBeLessThanOrEqual(58 * KILO)
  }
})

test('what is kept for use without a network: everything the app may ask for, in seven tenths of a megabyte', () => {
  const [, list = '{}'] = /^self\.release=(\{.*?\});\n/.exec(readFileSync('dist/worker.js', 'utf8')) ?? []
  const kept = Object.keys((JSON.parse(list) as { files: Record<string, string> }).files)
  const assets = readdirSync('dist/assets').filter((name) => !/\.(?:gz|br)$/.test(name))
  const beside = readdirSync('dist').filter((name) =>
    /^(?:(?:boot|recover)\.js|favicon\.svg|manifest-.*)$/.test(name),
  )
  const icons = readdirSync('dist/icons').map((name) => `icons/${name}`)
  expect(kept).toEqual(
    expect.arrayContaining([...assets.map((name) => `assets/${name}`), ...beside, ...icons, '']),
  )
  const files = kept.map((name) => `dist/${name === '' ? 'index.html' : name}`)
  console.log(`kept for use without a network: ${files.length} files, ${sum(files)} bytes gzip`)
  expect(sum(files)).toBeLessThanOrEqual(700 * KILO)
})

test('the worker itself', () => {
  expect(gzipped('dist/worker.js')).toBeLessThanOrEqual(5.2 * KILO)
})

test('every prerendered page, compressed and as it lies there', () => {
  for (const tag of ['en', 'fr', 'vi', 'tr', 'ar']) {
    const pages = [`dist/${tag}/index.html`]
    for (const name of readdirSync(`dist/${tag}/smtp`)) pages.push(`dist/${tag}/smtp/${name}`)
    // The largest decide; compressing all 4,515 would tell nothing more.
    const largest = pages.toSorted((a, b) => statSync(b).size - statSync(a).size).slice(0, 20)
    for (const page of largest) {
      expect(statSync(page).size, page).toBeLessThanOrEqual(115 * KILO)
      expect(gzipped(page), page).toBeLessThanOrEqual(20 * KILO)
    }
  }
})

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'
import { readPair } from './read-pair.mjs'

/** @typedef {import('./floors/texts.ts').FloorData} FloorData */
/** @typedef {import('./floors/texts.ts').Pair} Pair */
/** @typedef {import('./floors/texts.ts').Texts} Texts */
/** @typedef {import('./floors/texts.ts').Block} Block */

const sources = fileURLToPath(new URL('floors', import.meta.url))
const PAIR = '250-551'

/**
 * Builds the three floors from the words of the built site: `/<tag>/a` has no program, `/<tag>/b` a few lines of one,
 * `/<tag>/c` React alone. Gives back the pairs that every target can show.
 * @param {import('playwright-core').Browser} browser @param {string} site @param {string} folder
 * @param {readonly string[]} tags
 */
export async function buildFloors(browser, site, folder, tags) {
  const assets = join(folder, 'assets')
  const css = await bundle(folder, 'floor.css')
  const plain = await bundle(folder, 'plain-page.ts')
  const react = await bundle(folder, 'react-page.tsx')
  const { staticBody, plainBody, reactBody } = await renderer(join(folder, '.render'))

  /** @type {string[]} */
  let pairs = []
  for (const tag of tags) {
    const texts = await readTexts(browser, join(site, tag, 'smtp'))
    pairs = Object.keys(texts.pairs)
    const address = `/assets/texts-${tag}.json`
    writeFileSync(join(assets, `texts-${tag}.json`), JSON.stringify(texts))

    const codes = [...new Set(pairs.flatMap((pair) => pair.split('-')))].sort()
    const data = { key: PAIR, codes, texts: only(texts, PAIR), address }
    const page = { tag, css, data: null, script: null }
    mkdirSync(join(folder, tag), { recursive: true })
    const write = (/** @type {string} */ name, /** @type {DocumentParts} */ parts) =>
      writeFileSync(join(folder, tag, `${name}.html`), document(parts))
    write('a', { ...page, body: staticBody(data) })
    write('b', { ...page, body: plainBody(data), data, script: plain })
    write('c', { ...page, body: `<div id="root">${reactBody(data)}</div>`, data, script: react })
  }
  return pairs
}

/** One entry into the floors' assets, as the app's are built. @param {string} folder @param {string} entry */
async function bundle(folder, entry) {
  const output = await build({
    root: sources,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'baseline-widely-available',
      modulePreload: { polyfill: false },
      rolldownOptions: { input: join(sources, entry) },
    },
  })
  const files = [output].flat().flatMap((made) => ('output' in made ? made.output : []))
  const file = files.find(({ fileName }) => /\.(?:js|css)$/.test(fileName))
  if (!file) throw new Error(`The build of ${entry} made no file; expected one in assets/.`)
  return `/${file.fileName}`
}

/**
 * The floors' own React bundled for Node: the temporary folder has no node_modules to find it in.
 * @param {string} folder @returns {Promise<typeof import('./floors/render.tsx')>}
 */
async function renderer(folder) {
  await build({
    root: sources,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: join(sources, 'render.tsx'),
      outDir: folder,
      rolldownOptions: { output: { entryFileNames: 'render.mjs' } },
    },
  })
  return import(pathToFileURL(join(folder, 'render.mjs')).href)
}

/**
 * The words of every prerendered pair, read as a browser reads them.
 * @param {import('playwright-core').Browser} browser @param {string} folder @returns {Promise<Texts>}
 */
async function readTexts(browser, folder) {
  const files = readdirSync(folder).filter((file) => /^\d{3}-vs-\d{3}\.html$/.test(file))
  const page = await browser.newPage()
  /** @type {Map<string, number>} */
  const places = new Map()
  const numbered = (/** @type {string} */ word) => {
    const place = places.get(word) ?? places.size
    places.set(word, place)
    return place
  }
  /** @type {Record<string, Pair>} */
  const pairs = {}
  for (const file of files) {
    const read = await page.evaluate(readPair, readFileSync(join(folder, file), 'utf8'))
    if (!read) throw new Error(`${file} has no rows; expected a main with a table of rows with headers.`)
    pairs[file.replace('-vs-', '-').replace('.html', '')] = renumber(read, numbered)
  }
  await page.close()
  if (!pairs[PAIR]) throw new Error(`${folder} has no ${PAIR}; expected the prerendered pairs of a build.`)
  return { words: [...places.keys()], pairs }
}

/** @param {Texts} texts @param {string} key @returns {Texts} */
function only(texts, key) {
  const pair = texts.pairs[key]
  /** @type {string[]} */
  const words = []
  const numbered = (/** @type {number} */ word) => words.push(texts.words[word] ?? '') - 1
  return { words, pairs: pair ? { [key]: renumber(pair, numbered) } : {} }
}

/**
 * @template Word
 * @param {import('./read-pair.mjs').PairOf<Word>} pair @param {(word: Word) => number} numbered @returns {Pair}
 */
function renumber([before, rows, after], numbered) {
  const block = (/** @type {import('./read-pair.mjs').BlockOf<Word>} */ [tag, ...words]) =>
    /** @type {Block} */ ([tag, ...words.map(numbered)])
  const blocks = (/** @type {import('./read-pair.mjs').BlockOf<Word>[]} */ list) => list.map(block)
  return /** @type {Pair} */ ([
    blocks(before),
    rows.map(([title, ...parts]) => [block(title), ...parts.map((part) => part.map(blocks))]),
    blocks(after),
  ])
}

/**
 * @typedef {{
 *   tag: string, css: string, body: string, data: FloorData | null, script: string | null,
 * }} DocumentParts
 * @param {DocumentParts} parts
 */
function document({ tag, css, body, data, script }) {
  const inline = JSON.stringify(data).replaceAll('<', '\\u003c')
  return `<!doctype html>
<html lang="${tag}" dir="${tag === 'ar' ? 'rtl' : 'ltr'}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>SMTP ${PAIR}</title>
    <link rel="icon" href="data:,">${script ? `\n    <script type="module" src="${script}"></script>` : ''}
    <link rel="stylesheet" href="${css}">
  </head>
  <body>
    <header><a href="/">floor</a></header>
    ${body}
    <footer><p>Written for comparison.</p></footer>
${data ? `    <script type="application/json" id="data">${inline}</script>\n` : ''}  </body>
</html>
`
}

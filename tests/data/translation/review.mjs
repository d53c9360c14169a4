// A translation remembers the English it was made from. `npm run translations` lists what has become stale or is missing;
// `npm run translations -- fr` for one language; `npm run translations -- fr reviewed [text …]` marks all of it, or the
// texts named, as read against the English that stands there now.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

export const SOURCE = 'en'
const PLURAL = /_(?:zero|one|two|few|many|other)$/

/** @typedef {Record<string, string>} Texts Every text by its place: "ui site.skip", "codes codes 250 name". */

/** @param {string} tag @returns {Texts} */
export function readTexts(tag) {
  return Object.fromEntries(
    ['ui', 'codes', 'enhanced', 'providers'].flatMap((file) =>
      textsIn(readJson(`locales/${tag}/${file}.json`), [file]),
    ),
  )
}

/** @param {unknown} value @param {string[]} path @returns {[string, string][]} */
function textsIn(value, path) {
  if (typeof value === 'string') return [[path.join(' '), value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, [...path, key]))
}

/**
 * The English as a language has to have it: with a text for each of its own plural forms, all made from the general one.
 * @param {Texts} english @param {string} tag @returns {Texts}
 */
export function neededTexts(english, tag) {
  const forms = new Intl.PluralRules(tag).resolvedOptions().pluralCategories
  return Object.fromEntries(
    Object.entries(english).flatMap(([place, text]) => {
      const stem = place.replace(PLURAL, '')
      if (stem === place || english[`${stem}_other`] === undefined) return [[place, text]]
      return forms.map((form) => [`${stem}_${form}`, english[`${stem}_other`] ?? text])
    }),
  )
}

/** @param {string} text */
export function fingerprint(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 8)
}

/** @param {string} tag @returns {Record<string, string>} What each text was made from, as far as that is known. */
export function readReviewed(tag) {
  const file = reviewedFile(tag)
  return existsSync(file) ? readJson(file) : {}
}

/** @param {string} tag */
export function reviewedFile(tag) {
  return `locales/${tag}/reviewed.json`
}

/**
 * The places whose English has changed since the translation was last read against it, or was never read.
 * @param {Texts} needed @param {Record<string, string>} reviewed
 */
export function stalePlaces(needed, reviewed) {
  return Object.keys(needed).filter((place) => reviewed[place] !== fingerprint(needed[place] ?? ''))
}

/** @param {string} file */
function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'))
}

/** @param {string} [tag] @param {string} [action] @param {string[]} places */
function run(tag, action, ...places) {
  const english = readTexts(SOURCE)
  const tags = tag ? [tag] : readdirSync('locales').filter((folder) => folder !== SOURCE)
  for (const each of tags) {
    const needed = neededTexts(english, each)
    const reviewed = readReviewed(each)
    const stale = stalePlaces(needed, reviewed)
    if (action !== 'reviewed') {
      const texts = readTexts(each)
      for (const place of stale) {
        console.log(
          `${each} ${place}\n  ${SOURCE}: ${needed[place]}\n  ${each}: ${texts[place] ?? '(missing)'}`,
        )
      }
      console.log(
        `${each}: ${stale.length} of ${Object.keys(needed).length} texts to be read against the English`,
      )
      continue
    }
    const unknown = places.filter((place) => needed[place] === undefined)
    if (unknown.length > 0) {
      console.error(`Found no text ${unknown.join(', ')}; expected places as the list gives them, in quotes.`)
      process.exitCode = 2
      return
    }
    const marked = new Set(places.length > 0 ? places : stale)
    const next = Object.entries(needed).flatMap(([place, text]) => {
      const print = marked.has(place) ? fingerprint(text) : reviewed[place]
      return print === undefined ? [] : [[place, print]]
    })
    writeFileSync(reviewedFile(each), `${JSON.stringify(Object.fromEntries(next), null, 2)}\n`)
    console.log(`${each}: ${marked.size} texts marked as read against the English`)
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) run(...process.argv.slice(2))

import type { Catalog, EnhancedEntry } from '#src/catalog/catalog-schema.ts'
import { foldForSearch, searchWords } from '#src/i18n/search-text.ts'

interface SearchWords {
  name: string
  meaning: string
}

const SHOWN = 12

/**
 * The enhanced codes that a typed text may mean, best first, as they are written: by their beginning ("5.7", "x.7.2", "550
 * 5.7" for whole replies) or by words of their name and then of their meaning. At most a dozen.
 */
export function rankEnhanced(
  registry: Catalog['enhanced']['codes'],
  text: string,
  wordsOf: (code: string) => SearchWords,
): string[] {
  const typed = foldForSearch(text).trim()
  const begun = /^(?:([245]\d\d)[ -])?([245x])\.(\d{0,3}(?:\.\d{0,3})?)$/.exec(typed)
  if (begun) {
    const [, reply, digit = 'x', detail = ''] = begun
    return registry
      .filter((entry) => entry.detail.startsWith(detail) && (digit === 'x' || isAllowed(entry, digit)))
      .map(
        (entry) => `${reply ? `${reply} ` : ''}${digit === 'x' ? usualClass(entry) : digit}.${entry.detail}`,
      )
      .slice(0, SHOWN)
  }
  const terms = typed.split(/\s+/).filter(Boolean)
  if (terms.every((term) => /^[\d.-]*$/.test(term))) return []
  return registry
    .map((entry) => {
      const code = `${usualClass(entry)}.${entry.detail}`
      const words = wordsOf(code)
      const isIn = (place: string) => {
        const all = searchWords(foldForSearch(place))
        return terms.every((term) => all.some((word) => word.startsWith(term)))
      }
      return { code, score: isIn(words.name) ? 0 : isIn(`${words.name} ${words.meaning}`) ? 1 : 2 }
    })
    .filter(({ score }) => score < 2)
    .sort((a, b) => a.score - b.score)
    .map(({ code }) => code)
    .slice(0, SHOWN)
}

function isAllowed({ classes }: EnhancedEntry, digit: string): boolean {
  return classes.length === 0 || classes.some((allowed) => allowed === digit)
}

/** The class in which a code is likeliest met. */
function usualClass({ classes, replies }: EnhancedEntry): string {
  if (classes.length > 0) return classes.includes('5') ? '5' : (classes[0] ?? '5')
  return replies.some((reply) => reply.startsWith('2')) ? '2' : '5'
}

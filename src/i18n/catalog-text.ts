import type { TFunction } from 'i18next'
import type { CatalogWords, CodeWords, PairWords } from './load-words.ts'

export interface CatalogText {
  tag: string
  code: (code: string) => CodeWords
  scenario: (id: string) => string
  remedy: (id: string) => string
  case: (id: string) => string
  quirk: (id: string) => { title: string; text: string }
  mistake: (id: string) => { claim: string; truth: string }
  /** Keyed by the two codes in ascending order, "250-551"; null for a pair without a note. */
  pair: (codes: readonly [string, string]) => PairWords | null
  facet: (id: string) => string
  value: (facet: string, id: string) => string
  none: (facet: string) => string
  role: (id: string) => string
  command: (id: string) => string
  /** "RCPT TO, VRFY and EXPN", joined the way of the language. */
  list: (entries: readonly string[]) => string
}

/** What the wire calls them; the greeting and the final dot are no verbs, so those two have words. */
const VERBS: Record<string, string> = { MAIL: 'MAIL FROM', RCPT: 'RCPT TO' }
const WORDED_COMMANDS = new Set(['CONNECT', 'DATA_END'])

/**
 * The one place that turns ids into words. Ids are built into keys here, out of TypeScript's sight; tests hold that every
 * id of the catalogue has words in every language. A code without words is one that no document defines: its words
 * follow from its first digit.
 */
export function createCatalogText(t: TFunction, tag: string, words: CatalogWords): CatalogText {
  // i18next's own types want one literal key at a time; these are built from ids.
  const ui = t as unknown as (key: string, values?: Record<string, string>) => string
  const known = <Word>(table: Record<string, Word>, kind: string, id: string): Word => {
    const word = table[id]
    if (word === undefined)
      throw new Error(
        `locales/${tag}/codes.json has no ${kind} "${id}"; every id of the catalogue needs words`,
      )
    return word
  }
  const lists = new Intl.ListFormat(tag, { type: 'conjunction' })

  const undefinedWords = (code: string): CodeWords => {
    const digit = code.charAt(0)
    return {
      name: ui('undefined.name'),
      gist: ui(`undefined.gist-${digit}`, { code }),
      meaning: ui(`undefined.meaning-${digit}`),
      next: ui(`undefined.next-${digit}`),
      send: ui('undefined.send', { code }),
    }
  }

  return {
    tag,
    code: (code) => words.codes[code] ?? undefinedWords(code),
    scenario: (id) => known(words.scenarios, 'scenario', id),
    remedy: (id) => known(words.remedies, 'remedy', id),
    case: (id) => known(words.cases, 'case', id),
    quirk: (id) => known(words.quirks, 'quirk', id),
    mistake: (id) => known(words.mistakes, 'mistake', id),
    pair: ([lower, higher]) => words.pairs[`${lower}-${higher}`] ?? null,
    facet: (id) => ui(`facet.${id}`),
    value: (facet, id) => ui(`value.${facet}.${id}`),
    none: (facet) => ui(`none.${facet}`),
    role: (id) => ui(`role.${id}`),
    command: (id) => (WORDED_COMMANDS.has(id) ? ui(`command.${id}`) : (VERBS[id] ?? id)),
    list: (entries) => lists.format(entries),
  }
}

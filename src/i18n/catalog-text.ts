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
  /**
   * What a comparison opens with: the note of the pair, or what each code says and then the sentence of their relation,
   * which names two codes in an order of its own.
   */
  opening: (first: string, second: string, verdict: VerdictNames) => { answer: string; lead: string }
  facet: (id: string) => string
  value: (facet: string, id: string) => string
  /** What an empty list of a facet says for one code. */
  none: (facet: string, code: string) => string
  role: (id: string) => string
  /** A remedy with the role that acts, in one line. */
  remedyOf: (role: string, id: string) => string
  /** What one code says, in one line that names it. */
  valueOf: (code: string, value: string) => string
  command: (id: string) => string
  /** Whether a stage of the session is named in the language, not by a command. */
  isWorded: (id: string) => boolean
  /** "RCPT TO, VRFY and EXPN", joined the way of the language. */
  list: (entries: readonly string[]) => string
}

interface VerdictNames {
  relation: string
  named: readonly [string, string]
}

type Speak = (key: string, values?: Record<string, string>) => string

/**
 * Entries in one line, as `Intl.ListFormat` would join them (tests hold the two alike): its first use in a page costs more
 * than the rest of coming to life.
 */
function joined([head = '', ...rest]: readonly string[], ui: Speak): string {
  const [only, ...more] = rest
  if (only !== undefined && more.length === 0) return ui('list.two', { first: head, last: only })
  return rest.reduce(
    (first, last, index) => ui(index < rest.length - 1 ? 'list.middle' : 'list.last', { first, last }),
    head,
  )
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
  const ui = t as unknown as Speak
  const known = <Word>(table: Record<string, Word>, kind: string, id: string): Word => {
    const word = table[id]
    if (word === undefined)
      throw new Error(
        `locales/${tag}/codes.json has no ${kind} "${id}"; every id of the catalogue needs words`,
      )
    return word
  }

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

  const code = (id: string) => words.codes[id] ?? undefinedWords(id)
  const pair = ([lower, higher]: readonly [string, string]) => words.pairs[`${lower}-${higher}`] ?? null

  return {
    tag,
    code,
    scenario: (id) => known(words.scenarios, 'scenario', id),
    remedy: (id) => known(words.remedies, 'remedy', id),
    case: (id) => known(words.cases, 'case', id),
    quirk: (id) => known(words.quirks, 'quirk', id),
    mistake: (id) => known(words.mistakes, 'mistake', id),
    pair,
    opening: (first, second, { relation, named }) => {
      const note = pair(first <= second ? [first, second] : [second, first])
      return note
        ? { answer: note.answer, lead: note.apart }
        : {
            answer: `${code(first).gist} ${code(second).gist}`,
            lead: ui(`verdict.${relation}`, { first: named[0], second: named[1] }),
          }
    },
    facet: (id) => ui(`facet.${id}`),
    value: (facet, id) => ui(`value.${facet}.${id}`),
    // RFC 2034 §4 leaves enhanced codes out of replies of class 3: there it is a rule, elsewhere a gap.
    none: (facet, id) =>
      facet === 'enhanced-codes' && id.startsWith('3') ? ui('enhanced.never') : ui(`none.${facet}`),
    role: (id) => ui(`role.${id}`),
    remedyOf: (role, id) =>
      ui('list.remedy', { role: ui(`role.${role}`), remedy: known(words.remedies, 'remedy', id) }),
    valueOf: (id, value) => ui('list.value', { code: id, value }),
    isWorded: (id) => WORDED_COMMANDS.has(id),
    command: (id) => (WORDED_COMMANDS.has(id) ? ui(`command.${id}`) : (VERBS[id] ?? id)),
    list: (entries) => joined(entries, ui),
  }
}

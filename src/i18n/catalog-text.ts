import type { TFunction } from 'i18next'
import type { CodeWords, PairWords, Words } from './load-words.ts'

export interface CatalogText {
  tag: string
  /** Of a reply code, an enhanced code ("5.7.1") or a whole reply ("550 5.7.1"), which says what its enhanced code says. */
  code: (code: string) => CodeWords
  /** What class, subject and detail of an enhanced code say; null for a detail, or a subject, that is not registered. */
  parts: (enhanced: string) => { class: Part; subject: Part | null; detail: Part | null }
  /** What the first digit of a code says, in two or three words. */
  classShort: (code: string) => string
  /** What a subject is about, by its number. */
  subject: (subject: string) => string
  /** A reply code as it is, or what stands for several: "any-reply", "any-5yz", "any-failure". */
  reply: (id: string) => string
  /** Where the registry contradicts itself, or is used otherwise. */
  enhancedNote: (enhanced: string) => string | null
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

interface Part {
  name: string
  meaning: string
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
export function createCatalogText(
  t: TFunction,
  tag: string,
  { codes: words, enhanced }: Pick<Words, 'codes' | 'enhanced'>,
): CatalogText {
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

  const ownWords = (id: string) => words.codes[id] ?? undefinedWords(id)

  /** A detail that is not registered falls back on its subject, and a subject on the class: RFC 3463 §2. */
  const enhancedWords = (reply: string | null, id: string): CodeWords => {
    const [digit = '', subject = '', detail = ''] = id.split('.')
    const parts = partsOf(id)
    const name = (parts.detail ?? parts.subject)?.name ?? ui('enhanced.unlisted-name', { subject })
    const unlisted = parts.subject
      ? ui('enhanced.unlisted-detail', { detail })
      : ui('enhanced.unlisted-subject', { subject })
    return {
      name,
      gist: ui('enhanced.gist', {
        code: reply === null ? id : `${reply} ${id}`,
        name,
        class: ui(`class-short.${(reply ?? digit).charAt(0)}`),
      }),
      // A heading's lead, and compared word by word: what is literal there needs no marks.
      meaning: (parts.detail?.meaning ?? unlisted).replaceAll('`', ''),
      next: parts.detail?.next ?? (reply === null ? ui(`enhanced.next-${digit}`) : ownWords(reply).next),
      send: reply === null ? ui('enhanced.send', { enhanced: id, digit }) : ownWords(reply).send,
    }
  }

  const classOf = (digit: string): Part => {
    const part = enhanced.classes[digit]
    if (part) return part
    throw new Error(`locales/${tag}/enhanced.json has no class "${digit}"; RFC 3463 knows 2, 4 and 5`)
  }

  const partsOf = (id: string) => {
    const [digit = '', subject = '', detail = ''] = id.split('.')
    return {
      class: classOf(digit),
      subject: enhanced.subjects[subject] ?? null,
      detail: enhanced.codes[`${subject}.${detail}`] ?? null,
    }
  }

  const code = (id: string) => {
    const [, reply = null, own] = /^(?:(\d{3}) )?(\d+\..+)$/.exec(id) ?? []
    return own === undefined ? ownWords(id) : enhancedWords(reply, own)
  }
  const pair = ([lower, higher]: readonly [string, string]) => words.pairs[`${lower}-${higher}`] ?? null

  return {
    tag,
    code,
    scenario: (id) => known(words.scenarios, 'scenario', id),
    remedy: (id) => known(words.remedies, 'remedy', id),
    case: (id) => known(words.cases, 'case', id),
    quirk: (id) => known(words.quirks, 'quirk', id),
    mistake: (id) => known(words.mistakes, 'mistake', id),
    parts: partsOf,
    classShort: (id) => ui(`class-short.${id.charAt(0)}`),
    subject: (subject) => enhanced.subjects[subject]?.name ?? ui('enhanced.unlisted-name', { subject }),
    reply: (id) => (id.startsWith('any-') ? ui(`enhanced.${id}`) : id),
    enhancedNote: (id) => partsOf(id).detail?.note ?? null,
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

import type { CatalogWords, CodeWords, PairWords } from '#src/i18n/load-words.ts'
import { quote, tell, wordsFile, type LintInput, type Rule } from './rule.ts'

// Typed as records, so that a field added to the words without being added here is a type error.
const FIELDS = {
  codes: {
    name: true,
    gist: true,
    meaning: true,
    next: true,
    send: true,
    truth: true,
  } satisfies Fields<CodeWords>,
  quirks: { title: true, text: true } satisfies Fields<CatalogWords['quirks'][string]>,
  mistakes: { claim: true, truth: true } satisfies Fields<CatalogWords['mistakes'][string]>,
  pairs: { answer: true, apart: true, server: true, do: true, thirdHint: true } satisfies Fields<PairWords>,
}
type Fields<Words> = Record<keyof Words, true>

export const wordsHaveUse: Rule = {
  name: 'words-have-use',
  about: 'all words belong to an id of the catalogue, and every field of them is shown somewhere',
  check: (input) => {
    const used = usedKeys(input)
    const tables = Object.entries(input.words) as [string, Record<string, unknown>][]
    return tables.flatMap(([table, words]) => {
      const keys = used[table]
      if (!keys) {
        return tell({
          where: wordsFile(input),
          found: `a table ${quote(table)}`,
          expected: `only ${Object.keys(used).join(', ')}`,
          fix: 'move its words to the table they belong to, or delete it',
        })
      }
      return Object.entries(words).flatMap(([key, entry]) => {
        const where = `${wordsFile(input)} ${table} ${key}`
        if (!keys.has(key)) {
          return tell({
            where,
            found: 'words that belong to nothing in the catalogue',
            expected: `a key that the catalogue uses in ${table}`,
            fix: 'correct the key, delete the words, or use the id in the catalogue',
          })
        }
        return unknownFields(table, entry).map((field) =>
          tell({
            where,
            found: `a field ${quote(field)}`,
            expected: 'only fields that src/i18n/load-words.ts knows',
            fix: 'correct its name, or delete it',
          }),
        )
      })
    })
  },
}

function usedKeys({ catalog }: LintInput): Record<string, Set<string>> {
  const ids = (list: { id: string }[]) => new Set(list.map(({ id }) => id))
  return {
    codes: new Set(catalog.codes.map(({ code }) => code)),
    scenarios: ids(catalog.scenarios),
    remedies: ids(catalog.remedies),
    cases: new Set(catalog.codes.flatMap(({ commands }) => commands.flatMap((entry) => entry.case ?? []))),
    quirks: ids(catalog.quirks),
    mistakes: ids(catalog.mistakes),
    pairs: new Set(catalog.pairs.map(({ codes }) => codes.join('-'))),
  } satisfies Record<keyof CatalogWords, Set<string>>
}

function unknownFields(table: string, entry: unknown): string[] {
  const fields = Object.entries(FIELDS).find(([name]) => name === table)?.[1]
  if (!fields || typeof entry !== 'object' || entry === null) return []
  return Object.keys(entry).filter((field) => !(field in fields))
}

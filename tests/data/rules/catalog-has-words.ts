import { tell, wordsFile, type LintInput, type Rule } from './rule.ts'

export const catalogHasWords: Rule = {
  name: 'catalog-has-words',
  about: 'every code, scenario, remedy, case, quirk, mistake and pair has all of its words',
  check: (input) =>
    neededWords(input).flatMap(({ table, key, fields }) => {
      const entry: unknown = input.words[table][key]
      return fields
        .filter((field) => !isText(field === null ? entry : fieldOf(entry, field)))
        .map((field) =>
          tell({
            where: [wordsFile(input), table, key, ...(field === null ? [] : [field])].join(' '),
            found: 'no words',
            expected: 'some, because the catalogue has this id',
            fix: 'write them, or delete the id from the catalogue',
          }),
        )
    }),
}

interface Needed {
  table: keyof LintInput['words']
  key: string
  /** Null where the entry itself is the text. */
  fields: (string | null)[]
}

function neededWords({ catalog }: LintInput): Needed[] {
  const cases = new Set(
    catalog.codes.flatMap(({ commands }) => commands.flatMap((entry) => entry.case ?? [])),
  )
  return [
    ...catalog.codes.map(
      ({ code, standing }): Needed => ({
        table: 'codes',
        key: code,
        // What a number that nobody defines really is, is the first thing to say about it.
        fields: ['name', 'gist', 'meaning', 'next', 'send', ...(standing === 'nonstandard' ? ['truth'] : [])],
      }),
    ),
    ...catalog.scenarios.map(({ id }): Needed => ({ table: 'scenarios', key: id, fields: [null] })),
    ...catalog.remedies.map(({ id }): Needed => ({ table: 'remedies', key: id, fields: [null] })),
    ...[...cases].map((id): Needed => ({ table: 'cases', key: id, fields: [null] })),
    ...catalog.quirks.map(({ id }): Needed => ({ table: 'quirks', key: id, fields: ['title', 'text'] })),
    ...catalog.mistakes.map(({ id }): Needed => ({ table: 'mistakes', key: id, fields: ['claim', 'truth'] })),
    ...catalog.pairs.map(
      ({ codes }): Needed => ({
        table: 'pairs',
        key: codes.join('-'),
        fields: ['answer', 'apart', 'server'],
      }),
    ),
  ]
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== ''
}

function fieldOf(entry: unknown, field: string): unknown {
  return typeof entry === 'object' && entry !== null
    ? Object.entries(entry).find(([key]) => key === field)?.[1]
    : undefined
}

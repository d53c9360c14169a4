import { CATALOG_FILE, quote, tell, type Rule } from './rule.ts'

const LISTS = ['scenarios', 'remedies', 'quirks', 'mistakes'] as const

export const idsAlphabetical: Rule = {
  name: 'ids-alphabetical',
  about: 'scenarios, remedies, quirks and mistakes stand in alphabetical order of their ids, each id once',
  check: ({ catalog }) =>
    LISTS.flatMap((list) =>
      catalog[list].flatMap(({ id }, index) => {
        const before = catalog[list][index - 1]?.id
        if (before === undefined || before < id) return []
        return tell({
          where: `${CATALOG_FILE} ${list}`,
          found: before === id ? `${quote(id)} twice` : `${quote(id)} after ${quote(before)}`,
          expected: 'every id once, in alphabetical order',
          fix: before === id ? 'give one of the two another id, or delete it' : `move ${quote(id)} up`,
        })
      }),
    ),
}

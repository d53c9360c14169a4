import { CATALOG_FILE, quote, tell, type Rule } from './rule.ts'

export const nothingUnused: Rule = {
  name: 'nothing-unused',
  about: 'every scenario and every remedy belongs to a code',
  check: ({ catalog }) =>
    (['scenarios', 'remedies'] as const).flatMap((list) => {
      const used = new Set(catalog.codes.flatMap((record) => record[list]))
      return catalog[list]
        .filter(({ id }) => !used.has(id))
        .map(({ id }) =>
          tell({
            where: `${CATALOG_FILE} ${list}`,
            found: `${quote(id)}, which no code names`,
            expected: 'at least one code that names it',
            fix: `add it to the ${list} of a code, or delete it here and in every locales/*/codes.json`,
          }),
        )
    }),
}

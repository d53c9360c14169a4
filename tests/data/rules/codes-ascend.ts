import { CATALOG_FILE, tell, type Rule } from './rule.ts'

export const codesAscend: Rule = {
  name: 'codes-ascend',
  about: 'the records stand in ascending order of their codes, each code once',
  check: ({ catalog }) =>
    catalog.codes.flatMap(({ code }, index) => {
      const before = catalog.codes[index - 1]?.code
      if (before === undefined || before < code) return []
      return tell({
        where: `${CATALOG_FILE} codes`,
        found: before === code ? `${code} twice` : `${code} after ${before}`,
        expected: 'every code once, in ascending order',
        fix: before === code ? `make the two records of ${code} one` : `move the record of ${code} up`,
      })
    }),
}

import { CATALOG_FILE, tell, type Rule } from './rule.ts'

export const dotlessHasSameDigits: Rule = {
  name: 'dotless-has-same-digits',
  about: 'a number that lost its dots has the digits of its enhanced code',
  check: ({ catalog }) =>
    catalog.codes.flatMap(({ code, dotless }) => {
      if (!dotless || dotless.code.replaceAll('.', '') === code) return []
      return tell({
        where: `${CATALOG_FILE} codes ${code} dotless`,
        found: dotless.code,
        expected: `${code.split('').join('.')}, the same digits with dots`,
        fix: 'correct the enhanced code, or set dotless to null',
      })
    }),
}

import { CATALOG_FILE, tell, type Rule } from './rule.ts'

export const pairsAscend: Rule = {
  name: 'pairs-ascend',
  about:
    'a pair names its lower code first and a third that is neither; pairs stand in ascending order, each once',
  check: ({ catalog }) =>
    catalog.pairs.flatMap(({ codes, third }, index) => {
      const [lower, higher] = codes
      const name = codes.join('-')
      const where = `${CATALOG_FILE} pairs ${name}`
      const problems: string[] = []
      if (lower >= higher) {
        problems.push(
          tell({
            where,
            found: lower === higher ? `${lower} on both sides` : `${lower} before ${higher}`,
            expected: 'two codes, the lower one first',
            fix: lower === higher ? 'name two codes' : `write ${higher} before ${lower}`,
          }),
        )
      }
      for (const code of third.filter((candidate) => codes.includes(candidate))) {
        problems.push(
          tell({
            where,
            found: `${code} as third code`,
            expected: 'a third code that is none of the two',
            fix: `take ${code} out of third`,
          }),
        )
      }
      const before = catalog.pairs[index - 1]?.codes.join('-')
      if (before !== undefined && before >= name) {
        problems.push(
          tell({
            where: `${CATALOG_FILE} pairs`,
            found: before === name ? `${name} twice` : `${name} after ${before}`,
            expected: 'every pair once, in ascending order',
            fix: before === name ? 'make the two notes one' : `move ${name} up`,
          }),
        )
      }
      return problems
    }),
}

import { tell, wordsFile, type Rule } from './rule.ts'

export const pairWordsFit: Rule = {
  name: 'pair-words-fit',
  about:
    'a pair note advises on exactly its two codes, and hints at the third codes exactly when there are any',
  check: (input) =>
    input.catalog.pairs.flatMap(({ codes, third }) => {
      const name = codes.join('-')
      const words = input.words.pairs[name]
      // A pair without words is the business of catalog-has-words.
      if (!words) return []
      const where = `${wordsFile(input)} pairs ${name}`
      const problems: string[] = []
      // A copy, because a file may lack it altogether.
      const advice: Record<string, string> = { ...words.do }
      const advised = Object.keys(advice)
      if (
        advised.toSorted().join() !== codes.toSorted().join() ||
        advised.some((code) => !advice[code]?.trim())
      ) {
        problems.push(
          tell({
            where: `${where} do`,
            found: `advice for ${advised.filter((code) => advice[code]?.trim()).join(', ') || 'neither'}`,
            expected: `advice for ${codes.join(' and ')}`,
            fix: 'write what to do on each of the two, and on no other code',
          }),
        )
      }
      const hint = words.thirdHint?.trim() ?? ''
      if (hint === '' && third.length > 0) {
        problems.push(
          tell({
            where: `${where} thirdHint`,
            found: 'no hint',
            expected: `one, because the catalogue names ${third.join(', ')} as third`,
            fix: 'write the hint, or empty third in the catalogue',
          }),
        )
      }
      if (words.thirdHint !== undefined && third.length === 0) {
        problems.push(
          tell({
            where: `${where} thirdHint`,
            found: 'a hint',
            expected: 'none, because the catalogue names no third code for this pair',
            fix: 'delete the hint, or name its code as third in the catalogue',
          }),
        )
      }
      const unnamed = hint === '' ? [] : third.filter((code) => !hint.includes(code))
      if (unnamed.length > 0) {
        problems.push(
          tell({
            where: `${where} thirdHint`,
            found: `no word of ${unnamed.join(', ')}`,
            expected: 'every third code of the catalogue to be named',
            fix: 'name it in the hint, or take it out of third',
          }),
        )
      }
      return problems
    }),
}

import { quote, tell, wordsFile, type Rule } from './rule.ts'

export const namesDistinct: Rule = {
  name: 'names-distinct',
  about: 'no two codes have the same name, in capitals or not',
  check: (input) => {
    const firstOf = new Map<string, string>()
    return Object.entries(input.words.codes).flatMap(([code, { name }]) => {
      const key = name.trim().toLocaleLowerCase(input.tag)
      const other = firstOf.get(key)
      firstOf.set(key, other ?? code)
      if (other === undefined) return []
      return tell({
        where: `${wordsFile(input)} codes ${code} name`,
        found: `${quote(name)}, which is the name of ${other}`,
        expected: 'a name of its own',
        fix: `name what sets ${code} apart from ${other}`,
      })
    })
  },
}

import { quote, tell, wordsFile, type Rule } from './rule.ts'

export const gistsOwnTheirCode: Rule = {
  name: 'gists-own-their-code',
  about: 'a gist opens with its code and says something that no other gist says',
  check: (input) => {
    const firstOf = new Map<string, string>()
    return Object.entries(input.words.codes).flatMap(([code, { gist }]) => {
      const where = `${wordsFile(input)} codes ${code} gist`
      if (!gist.startsWith(`${code} `)) {
        return tell({
          where,
          found: quote(gist),
          expected: `a sentence that opens with ${quote(`${code} `)}`,
          fix: 'begin with the code and say what it does',
        })
      }
      // Without the number, which alone would make any two gists differ.
      const said = gist.slice(code.length).trim().toLocaleLowerCase(input.tag)
      const other = firstOf.get(said)
      firstOf.set(said, other ?? code)
      if (other === undefined) return []
      return tell({
        where,
        found: `the words of ${other}, ${quote(gist)}`,
        expected: 'words of its own',
        fix: `say what sets ${code} apart from ${other}`,
      })
    })
  },
}

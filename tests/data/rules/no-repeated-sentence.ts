import { catalogProse, sentencesOf } from './prose.ts'
import { quote, tell, wordsFile, type Rule } from './rule.ts'

export const noRepeatedSentence: Rule = {
  name: 'no-repeated-sentence',
  about: 'no sentence stands twice in the pair notes, where each has to fit its own pair',
  check: (input) => {
    const firstPlace = new Map<string, string>()
    const pairs = `${wordsFile(input)} pairs `
    return catalogProse(input)
      .filter(({ where }) => where.startsWith(pairs))
      .flatMap(({ where, text }) =>
        sentencesOf(text).flatMap((sentence) => {
          const key = sentence.toLocaleLowerCase(input.tag)
          const other = firstPlace.get(key)
          firstPlace.set(key, other ?? where)
          if (other === undefined) return []
          return tell({
            where,
            found: `${quote(sentence)}, which stands already in ${other.slice(pairs.length)}`,
            expected: 'a sentence about this pair',
            fix: 'say what is particular here, or leave it out',
          })
        }),
      )
  },
}

import { countWords, sentencesOf } from './prose.ts'
import { quote, tell, wordsFile, type Rule } from './rule.ts'

const WORDS = { name: 6, gist: 16, meaning: 45 }

export const textLimits: Rule = {
  name: 'text-limits',
  about: `a name has at most ${WORDS.name} words and no stop, a gist is one sentence of at most ${WORDS.gist}, a meaning has at most ${WORDS.meaning}`,
  check: (input) =>
    Object.entries(input.words.codes).flatMap(([code, words]) => {
      const where = `${wordsFile(input)} codes ${code}`
      const problems = (['name', 'gist', 'meaning'] as const)
        .filter((field) => countWords(words[field]) > WORDS[field])
        .map((field) =>
          tell({
            where: `${where} ${field}`,
            found: `${countWords(words[field])} words, ${quote(words[field])}`,
            expected: `at most ${WORDS[field]}`,
            fix: 'say it shorter',
          }),
        )
      if (/[.!?:;,]$/.test(words.name)) {
        problems.push(
          tell({
            where: `${where} name`,
            found: quote(words.name),
            expected: 'no stop at its end',
            fix: 'delete the stop',
          }),
        )
      }
      const sentences = sentencesOf(words.gist).length
      if (sentences > 1) {
        problems.push(
          tell({
            where: `${where} gist`,
            found: `${sentences} sentences, ${quote(words.gist)}`,
            expected: 'one sentence',
            fix: 'keep the first and move the rest to the meaning',
          }),
        )
      }
      return problems
    }),
}

import { catalogProse, interfaceProse } from './prose.ts'
import { quote, tell, type Rule } from './rule.ts'

// \b would see the end of a word at every letter that English lacks.
const LEFTOVER =
  /(?<![\p{L}\p{N}])(?:todo|tbd|fixme|xxx|wip|lorem ipsum|provisional|nan)(?![\p{L}\p{N}])|\[\[|\]\]|\?\?|\[object |�/iu

export const noLeftovers: Rule = {
  name: 'no-leftovers',
  about: 'no marks of unfinished work are left in a text',
  check: (input) =>
    [...catalogProse(input), ...interfaceProse(input)].flatMap(({ where, text }) => {
      const mark = LEFTOVER.exec(text)?.[0]
      if (mark === undefined) return []
      return tell({
        where,
        found: `${quote(mark)} in ${quote(text)}`,
        expected: 'finished words',
        fix: 'finish the text and delete the mark',
      })
    }),
}

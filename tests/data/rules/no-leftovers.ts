import { catalogProse, interfaceProse } from './prose.ts'
import { quote, tell, type Rule } from './rule.ts'

const LEFTOVER =
  /\b(?:TODO|TBD|FIXME|XXX|WIP)\b|\[\[|\]\]|\?\?|\blorem ipsum\b|\bprovisional\b|\[object |\bNaN\b|�/iu

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

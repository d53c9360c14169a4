import { catalogProse, interfaceProse } from './prose.ts'
import { quote, tell, type Rule } from './rule.ts'

export const backticksPaired: Rule = {
  name: 'backticks-paired',
  about: 'backticks come in pairs around something, and not at all in texts that are shown as they stand',
  check: (input) =>
    [...catalogProse(input), ...interfaceProse(input)].flatMap(({ where, text, isPlain }) => {
      const parts = text.split('`')
      if (parts.length === 1) return []
      if (isPlain) {
        return tell({
          where,
          found: `a backtick in ${quote(text)}`,
          expected: 'none, because this text is shown as it stands',
          fix: 'say it without backticks',
        })
      }
      const isPaired = parts.length % 2 === 1
      const isFilled = parts.every((part, index) => index % 2 === 0 || part.trim() !== '')
      if (isPaired && isFilled) return []
      return tell({
        where,
        found: isPaired
          ? `two backticks around nothing in ${quote(text)}`
          : `${parts.length - 1} in ${quote(text)}`,
        expected: 'one before and one after what is typed literally',
        fix: 'add the missing one, or delete the one too many',
      })
    }),
}

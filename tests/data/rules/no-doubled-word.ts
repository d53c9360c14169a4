import { catalogProse, interfaceProse } from './prose.ts'
import { quote, tell, type Rule } from './rule.ts'

export const noDoubledWord: Rule = {
  name: 'no-doubled-word',
  about: 'no word stands twice in a row',
  check: (input) =>
    [...catalogProse(input), ...interfaceProse(input)].flatMap(({ where, text }) =>
      // Within backticks a command may say a word twice.
      [
        ...text.replace(/`[^`]*`/g, '`').matchAll(/(?<![\p{L}\p{N}'’-])(\p{L}+)\s+\1(?![\p{L}\p{N}'’-])/giu),
      ].map(([doubled]) =>
        tell({
          where,
          found: quote(doubled),
          expected: 'the word once',
          fix: 'delete one of the two, or say it in another way',
        }),
      ),
    ),
}

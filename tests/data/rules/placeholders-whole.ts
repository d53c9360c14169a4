import { catalogProse, interfaceProse } from './prose.ts'
import { quote, tell, type Rule } from './rule.ts'

export const placeholdersWhole: Rule = {
  name: 'placeholders-whole',
  about: 'placeholders are {{name}} with all four braces, and stand in the interface only',
  check: (input) => [
    ...interfaceProse(input)
      .filter(({ text }) => /[{}]/.test(text.replace(/\{\{[a-zA-Z]+\}\}/g, '')))
      .map(({ where, text }) =>
        tell({
          where,
          found: quote(text),
          expected: 'placeholders such as {{code}}: two braces, one word, two braces',
          fix: 'add the missing braces, or delete those too many',
        }),
      ),
    ...catalogProse(input)
      .filter(({ text }) => /\{\{|\}\}/.test(text))
      .map(({ where, text }) =>
        tell({
          where,
          found: quote(text),
          expected: 'no placeholder, because nothing fills it in here',
          fix: 'write the word itself',
        }),
      ),
  ],
}

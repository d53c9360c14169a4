import { catalogProse } from './prose.ts'
import { quote, tell, type Rule } from './rule.ts'

// Sentence_Terminal has the stops of all scripts; exclamations and … are no endings here.
const COMPLETE = /(?:(?![!！])\p{Sentence_Terminal}|[`"”’»」』])$/u

export const noCutText: Rule = {
  name: 'no-cut-text',
  about: 'sentences end with a stop, a question mark, or a closing quote or backtick',
  check: (input) =>
    catalogProse(input)
      .filter(({ kind, text }) => kind === 'sentences' && !COMPLETE.test(text))
      .map(({ where, text }) =>
        tell({
          where,
          found: `${quote(text.slice(-40))} at the end`,
          expected: 'a whole sentence with its stop',
          fix: 'complete the sentence',
        }),
      ),
}

import { sentencesOf } from '#tests/data/rules/prose.ts'
import { ownWords, tellOf, twins, type TranslationRule } from './rule.ts'

/** Small words that hold English sentences together and are words of none of the other languages. */
const ENGLISH_GLUE = new Set(
  'the of and with that this these which from have had will but when what their its been was were are does because'.split(
    ' ',
  ),
)

export const noEnglishSentence: TranslationRule = {
  name: 'no-english-sentence',
  about: 'no sentence is English by its small words, nor by its letters where the language has others',
  check: (input) => {
    const script = new Intl.Locale(input.tag).maximize().script
    return twins(input).flatMap(({ place, text }) =>
      sentencesOf(ownWords(withoutQuotes(text)))
        .filter((sentence) => (script === 'Latn' ? hasGlue(sentence) : hasLatinProse(sentence)))
        .map((sentence) =>
          tellOf(input.tag, place, `"${sentence.trim()}"`, 'a sentence of the language', 'translate it'),
        ),
    )
  },
}

/** What a server is quoted with stays in the protocol's English. */
function withoutQuotes(text: string): string {
  return text.replace(/“[^”]*”|«[^»]*»/g, ' ')
}

function hasGlue(sentence: string): boolean {
  // Not the FROM of MAIL FROM.
  const words = sentence.match(/(?<![\p{L}\p{N}])[A-Z]?[a-z]+(?![\p{L}\p{N}])/gu) ?? []
  return words.filter((word) => ENGLISH_GLUE.has(word.toLowerCase())).length >= 2
}

/** Two words in a row in small Latin letters: names and commands have capitals. */
function hasLatinProse(sentence: string): boolean {
  return /(?<![\p{L}\p{N}])[a-z]{2,}\s+[a-z]{2,}(?![\p{L}\p{N}])/u.test(sentence)
}

import { tell } from '#tests/data/rules/rule.ts'
import { ownWords, tellOf, twins, type TranslationInput, type TranslationRule } from './rule.ts'

export const glossaryUsed: TranslationRule = {
  name: 'glossary-used',
  about:
    'every term of the English glossary has its word, and that word stands wherever the English has the term',
  check: (input) => [...missingTerms(input), ...unusedTerms(input)],
}

function missingTerms({ tag, glossary, englishGlossary }: TranslationInput): string[] {
  const wanted = Object.keys(englishGlossary)
  const where = `locales/${tag}/glossary.json`
  return [
    ...wanted
      .filter((term) => !glossary[term]?.forms.some((form) => form.trim() !== ''))
      .map((term) =>
        tell({ where, found: `no form of "${term}"`, expected: 'a word for each term', fix: 'add it' }),
      ),
    ...Object.keys(glossary)
      .filter((term) => !wanted.includes(term))
      .map((term) =>
        tell({
          where,
          found: `"${term}", which is no term`,
          expected: 'the terms of locales/en/glossary.json',
          fix: 'correct its name, or delete it',
        }),
      ),
  ]
}

function unusedTerms(input: TranslationInput): string[] {
  const { tag, glossary, englishGlossary } = input
  return twins(input).flatMap(({ place, english, text }) =>
    Object.entries(englishGlossary)
      .filter(([, { forms }]) => wordsOf(forms).test(ownWords(english)))
      .filter(([term]) => {
        const forms = glossary[term]?.forms ?? []
        return forms.length > 0 && !forms.some((form) => fold(text, tag).includes(fold(form, tag)))
      })
      .map(([term]) =>
        tellOf(
          tag,
          place,
          `"${text}" for "${english}"`,
          `a form of "${term}": ${glossary[term]?.forms.join(', ')}`,
          'use the word of the glossary, or add the form that is missing there',
        ),
      ),
  )
}

function wordsOf(forms: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}-])(?:${forms.join('|')})(?![\\p{L}\\p{N}-])`, 'iu')
}

/** Case, the kind of apostrophe and Arabic vowel signs make no other word. */
function fold(text: string, tag: string): string {
  return text
    .normalize('NFC')
    .toLocaleLowerCase(tag)
    .replace(/[\u064b-\u0652\u0640]/g, '')
    .replace(/'/g, '’')
    .replace(/\u00a0|\u202f/g, ' ')
}

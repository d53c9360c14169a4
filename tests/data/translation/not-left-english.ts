import { protocolWords } from './protocol-kept.ts'
import { ownWords, tellOf, twins, type TranslationRule } from './rule.ts'

/** Texts that are right although they are the English ones, by language, each with its reason. */
export const SAME_AS_ENGLISH: Record<string, Record<string, string>> = {
  fr: {
    'ui compare.sources': 'the same word in French',
    'ui facet.sources': 'the same word in French',
    'ui value.category-short.1': 'the same word in French',
    'ui value.category.1': 'the same word in French',
    'ui value.standing.standard': 'the same word in French',
    'ui value.standing.extension': 'the same word in French',
    'ui timeline.half-hour': 'the same abbreviation in French',
  },
  vi: {
    'ui paste.kilobytes': 'the same sign of the unit in Vietnamese',
    'ui paste.megabytes': 'the same sign of the unit in Vietnamese',
  },
  tr: {
    'ui paste.kilobytes': 'the same sign of the unit in Turkish',
    'ui paste.megabytes': 'the same sign of the unit in Turkish',
  },
  ar: {},
}

export const notLeftEnglish: TranslationRule = {
  name: 'not-left-english',
  about: 'no text is its own English, unless it has no words or stands in the list of exceptions',
  check: (input) => [
    ...twins(input)
      .filter(({ place, english, text }) => text === english && !isAllowed(input.tag, place, text))
      .map(({ place, text }) =>
        tellOf(
          input.tag,
          place,
          `the English, "${text}"`,
          'words of the language',
          'translate it, or give a reason in SAME_AS_ENGLISH',
        ),
      ),
    ...Object.keys(SAME_AS_ENGLISH[input.tag] ?? {})
      .filter((place) => input.needed[place] !== undefined && input.texts[place] !== input.needed[place])
      .map((place) =>
        tellOf(
          input.tag,
          place,
          'an exception that is none any more',
          'exceptions in use only',
          'take it out of SAME_AS_ENGLISH',
        ),
      ),
  ],
}

function isAllowed(tag: string, place: string, text: string): boolean {
  if (SAME_AS_ENGLISH[tag]?.[place] !== undefined) return true
  let rest = ownWords(text)
  for (const word of [...protocolWords(text), 'Replydiff']) rest = rest.replaceAll(word, ' ')
  return !/\p{L}/u.test(rest)
}

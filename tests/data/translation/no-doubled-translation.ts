import { ownWords, tellOf, twins, type TranslationRule } from './rule.ts'

/** Doubled on purpose: "one by one", "from time to time", reflexive verbs. */
const RIGHT_TWICE: Record<string, string[]> = {
  fr: ['nous', 'vous'],
  vi: ['luôn', 'dần', 'thường', 'song', 'khăng', 'từ', 'chung'],
  tr: ['tek', 'ayrı', 'sık', 'zaman', 'yavaş', 'birer', 'art', 'satır', 'harf'],
  ar: ['صفًا', 'حرفًا'],
}

export const noDoubledTranslation: TranslationRule = {
  name: 'no-doubled-translation',
  about: 'no word stands twice in a row, but where the language doubles words',
  check: (input) =>
    twins(input).flatMap(({ place, text }) =>
      [...ownWords(text).matchAll(/(?<![\p{L}\p{N}'’-])([\p{L}\p{M}]+)\s+\1(?![\p{L}\p{M}\p{N}'’-])/giu)]
        .filter(([, word = '']) => !RIGHT_TWICE[input.tag]?.includes(word.toLocaleLowerCase(input.tag)))
        .map(([doubled]) =>
          tellOf(input.tag, place, `"${doubled}"`, 'the word once', 'delete one, or say it in another way'),
        ),
    ),
}

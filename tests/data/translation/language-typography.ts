import { ownWords, tellOf, twins, type TranslationRule } from './rule.ts'

interface Habit {
  /** A mark of the fault, in the text without what is typed literally. */
  fault: RegExp
  expected: string
  fix: string
}

const STRAIGHT_MARKS: Habit = {
  fault: /["']/,
  expected: 'the quotes and apostrophes of print',
  fix: 'write ’ and the quotes of the language',
}

const HABITS: Record<string, Habit[]> = {
  fr: [
    STRAIGHT_MARKS,
    {
      fault: /(?<![\u00a0\u202f\s:]|^)[;:!?»](?![\d/])|(?<=[ ])[;:!?»]|«(?![\u00a0\u202f])/,
      expected: 'a no-break space before ; : ! ? » and after «',
      fix: 'write U+202F before ; ! ? and U+00A0 before : and within « »',
    },
    {
      fault: /[“”]/,
      expected: 'the quotes « »',
      fix: 'write « and »',
    },
  ],
  vi: [
    STRAIGHT_MARKS,
    {
      fault: /o[àáảãạèéẻẽẹ](?!\p{L})|u[ỳýỷỹỵ](?!\p{L})(?<!qu.)/iu,
      expected: 'the tone mark on the first vowel of oa, oe, uy at the end of a word, as in hòa, khóa',
      fix: 'move the mark: òa, óa, ùy',
    },
  ],
  tr: [
    STRAIGHT_MARKS,
    {
      fault: /i\u0307|(?<=\p{L})İ|(?<=[A-ZÇĞÖŞÜ]{2})i(?=[A-ZÇĞÖŞÜ])/u,
      expected: 'one letter for each i, dotted or dotless',
      fix: 'write i, ı, I or İ, whichever the word has',
    },
  ],
  ar: [
    STRAIGHT_MARKS,
    {
      fault: /[,;?]/,
      expected: 'the Arabic marks ، ؛ ؟',
      fix: 'write the Arabic one',
    },
    {
      fault: /[٠-٩۰-۹]/,
      expected: 'the digits 0-9, as in the codes themselves',
      fix: 'write 0-9',
    },
    {
      fault: /\d[-–]\d(?!\d*\.\d)/,
      expected: 'no numbers joined by a dash: a browser shows them the other way round in Arabic',
      fix: 'write من 200 إلى 559',
    },
    {
      // A preposition of one letter keeps its joining stroke before a Latin word.
      fault: /(?<!(?<!\p{L})[بلكف])\u0640|\u0640(?!\s)|[\ufb50-\ufdff\ufe70-\ufefc]/u,
      expected: 'plain letters, without tatweel and presentation forms',
      fix: 'write the letter itself',
    },
    {
      fault: /\s[،؛؟.](?:\s|$)/,
      expected: 'no blank before a mark',
      fix: 'delete the blank',
    },
  ],
}

export const languageTypography: TranslationRule = {
  name: 'language-typography',
  about: 'marks, quotes, spaces and letters are those that the language is printed with',
  check: (input) =>
    twins(input).flatMap(({ place, text }) =>
      (HABITS[input.tag] ?? []).flatMap(({ fault, expected, fix }) => {
        const found = fault.exec(ownWords(text))
        if (!found) return []
        return tellOf(input.tag, place, `"${found[0]}" in "${text}"`, expected, fix)
      }),
    ),
}

/** Letters that Unicode takes apart nowhere, and that people type in their plain form all the same. */
const PLAIN_FORMS: Record<string, string> = {
  ı: 'i',
  đ: 'd',
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  '’': "'",
  // Arabic keyboards and habits differ in these; the alef with hamza or madda comes apart by itself.
  ى: 'ي',
  ة: 'ه',
  ٱ: 'ا',
  ـ: '',
}
const PLAIN_FORM = new RegExp(`[${Object.keys(PLAIN_FORMS).join('')}]`, 'gu')

/** U+0660 and U+06F0 begin the Arabic and the Persian digits. */
const DIGIT_ZEROS = [0x0660, 0x06f0]

/**
 * A text as it is searched: case, marks and harakat do not count, nor does the dot of a Turkish i, the stroke of
 * a Vietnamese đ or the form of an alef; Arabic digits read as 0-9.
 */
export function foldForSearch(text: string): string {
  return latinDigits(text)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(PLAIN_FORM, (letter) => PLAIN_FORMS[letter] ?? letter)
    .trim()
}

/** The same text with digits 0-9 where it has Arabic or Persian ones. */
export function latinDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => {
    const point = digit.charCodeAt(0)
    const zero = DIGIT_ZEROS.find((start) => point >= start && point < start + 10) ?? point
    return String(point - zero)
  })
}

/** What Arabic writes before a noun as part of the same word: "and", "for", "with" and the article. */
const ARABIC_PREFIX = /^(?:[وف]?[بكل]?ال|[وف]?لل)(?=\p{L}{3})/u

/** The words of a folded text as people search for them: an Arabic noun also without what is written before it. */
export function searchWords(folded: string): string[] {
  return folded
    .split(/[^\p{L}\p{M}\p{N}']+/u)
    .filter((word) => word !== '')
    .flatMap((word) => {
      const bare = word.replace(ARABIC_PREFIX, '')
      const afterElision = word.replace(/^[^']{1,2}'/u, '')
      return [...new Set([word, bare, afterElision])]
    })
}

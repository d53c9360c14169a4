import { tellOf, twins, type TranslationRule } from './rule.ts'

/** A form for none, one or two may say the number in words. */
const SAYS_COUNT = /_(?:zero|one|two)$/

export const placesKept: TranslationRule = {
  name: 'places-kept',
  about: 'a translation has the placeholders and the `literal parts` of its English, each as often',
  check: (input) =>
    twins(input).flatMap(({ place, english, text }) => {
      const marks = (sentence: string) =>
        (sentence.match(/\{\{\w+\}\}|`[^`]*`/g) ?? []).filter(
          (mark) => mark !== '{{count}}' || !SAYS_COUNT.test(place),
        )
      const [wanted, found] = [marks(english).toSorted(), marks(text).toSorted()]
      if (wanted.join('\n') === found.join('\n')) return []
      return tellOf(
        input.tag,
        place,
        found.join(' ') || 'none',
        wanted.join(' ') || 'none',
        'carry over what stands between braces and backticks, to the letter',
      )
    }),
}

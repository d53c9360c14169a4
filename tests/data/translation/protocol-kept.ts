import { ownWords, tellOf, twins, type TranslationRule } from './rule.ts'

/** Words that a translation may add to make a sentence clear. */
const MAY_BE_ADDED = new Set(['SMTP', 'TLS', 'DNS', 'IP', 'RFC'])
/** In capitals, but not the protocol's. */
const ORDINARY = new Set(['OK', 'MB'])

export const protocolKept: TranslationRule = {
  name: 'protocol-kept',
  about:
    'code numbers, commands and other words of the protocol are those of the English: none lost, none added',
  check: (input) =>
    twins(input).flatMap(({ place, english, text }) => {
      const lost = [
        // Some languages write a decimal comma.
        ...numbers(english).filter(
          (number) => !numbers(text).includes(number) && !text.includes(number.replace('.', ',')),
        ),
        ...protocolWords(english).filter((word) => !text.includes(word)),
      ]
      const added = [
        ...numbers(text).filter((number) => isCode(number) && !numbers(english).includes(number)),
        ...protocolWords(text).filter((word) => !english.includes(word) && !MAY_BE_ADDED.has(word)),
      ]
      return [
        ...lost.map((word) =>
          tellOf(input.tag, place, `"${word}" lost in "${text}"`, `it, as in "${english}"`, 'put it back'),
        ),
        ...added.map((word) =>
          tellOf(input.tag, place, `"${word}" in "${text}"`, `only what stands in "${english}"`, 'delete it'),
        ),
      ]
    }),
}

/** Commands, keywords, abbreviations: words with at least two capitals, as no ordinary word has. */
export function protocolWords(text: string): string[] {
  const words = ownWords(text).match(/(?<![\p{L}\p{N}])[A-Za-z\d]*[A-Z][A-Za-z\d]*[A-Z][A-Za-z\d]*/gu) ?? []
  // An English plural, as in RFCs, is not part of the name.
  return [...new Set(words.map((word) => word.replace(/(?<=[A-Z])s$/, '')))].filter(
    (word) => !ORDINARY.has(word),
  )
}

function numbers(text: string): string[] {
  return [...new Set(ownWords(text).match(/\d+(?:\.\d+)*/g) ?? [])]
}

function isCode(number: string): boolean {
  return /^\d{3}$|\./.test(number)
}

import { backticksPaired } from './backticks-paired.ts'
import { catalogHasWords } from './catalog-has-words.ts'
import { cleanTypography } from './clean-typography.ts'
import { codesAscend } from './codes-ascend.ts'
import { commandsInOrder } from './commands-in-order.ts'
import { commandsLegal } from './commands-legal.ts'
import { confusionsMutual } from './confusions-mutual.ts'
import { dotlessHasSameDigits } from './dotless-has-same-digits.ts'
import { enhancedCodesAgree } from './enhanced-codes-agree.ts'
import { gistsOwnTheirCode } from './gists-own-their-code.ts'
import { idsAlphabetical } from './ids-alphabetical.ts'
import { idsExist } from './ids-exist.ts'
import { interfaceHasValues } from './interface-has-values.ts'
import { listsInOrder } from './lists-in-order.ts'
import { namesDistinct } from './names-distinct.ts'
import { noCutText } from './no-cut-text.ts'
import { noDoubledWord } from './no-doubled-word.ts'
import { noLeftovers } from './no-leftovers.ts'
import { noRepeatedSentence } from './no-repeated-sentence.ts'
import { nothingUnused } from './nothing-unused.ts'
import { pairWordsFit } from './pair-words-fit.ts'
import { pairsAscend } from './pairs-ascend.ts'
import { placeholdersWhole } from './placeholders-whole.ts'
import { pluralsComplete } from './plurals-complete.ts'
import { providersWhole } from './providers-whole.ts'
import { registryHasWords } from './registry-has-words.ts'
import { registryInOrder } from './registry-in-order.ts'
import type { Rule } from './rule.ts'
import { sourcesWellFormed } from './sources-well-formed.ts'
import { standingIsGrounded } from './standing-is-grounded.ts'
import { textLimits } from './text-limits.ts'
import { wordsHaveUse } from './words-have-use.ts'

export const CATALOG_RULES: Rule[] = [
  codesAscend,
  idsAlphabetical,
  pairsAscend,
  commandsInOrder,
  listsInOrder,
  standingIsGrounded,
  idsExist,
  nothingUnused,
  confusionsMutual,
  sourcesWellFormed,
  enhancedCodesAgree,
  dotlessHasSameDigits,
  commandsLegal,
  registryInOrder,
]

/** True of the words in every language. */
export const WORDS_RULES: Rule[] = [
  catalogHasWords,
  registryHasWords,
  providersWhole,
  wordsHaveUse,
  pairWordsFit,
  interfaceHasValues,
  namesDistinct,
  backticksPaired,
  cleanTypography,
  noCutText,
  placeholdersWhole,
  pluralsComplete,
  noLeftovers,
]

/** These count words, cut sentences or expect an order of words, each in the way of English. */
export const ENGLISH_RULES: Rule[] = [gistsOwnTheirCode, textLimits, noDoubledWord, noRepeatedSentence]

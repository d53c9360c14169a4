import { glossaryUsed } from './glossary-used.ts'
import { languageTypography } from './language-typography.ts'
import { noDoubledTranslation } from './no-doubled-translation.ts'
import { noEnglishSentence } from './no-english-sentence.ts'
import { notLeftEnglish } from './not-left-english.ts'
import { placesKept } from './places-kept.ts'
import { protocolKept } from './protocol-kept.ts'
import type { TranslationRule } from './rule.ts'
import { textsComplete } from './texts-complete.ts'
import { upToDate } from './up-to-date.ts'

/** True of every language but the source, against the source. */
export const TRANSLATION_RULES: TranslationRule[] = [
  textsComplete,
  placesKept,
  protocolKept,
  notLeftEnglish,
  noEnglishSentence,
  glossaryUsed,
  languageTypography,
  noDoubledTranslation,
  upToDate,
]

import { stalePlaces } from './review.mjs'
import { tellOf, type TranslationRule } from './rule.ts'

export const upToDate: TranslationRule = {
  name: 'up-to-date',
  about: 'every translation has been read against the English that stands there now',
  check: ({ tag, needed, reviewed }) =>
    stalePlaces(needed, reviewed).map((place) =>
      tellOf(
        tag,
        place,
        'a translation of an older English, or one that nobody has read against it',
        `words for "${needed[place]}"`,
        `correct them, then: npm run translations -- ${tag} reviewed "${place}"`,
      ),
    ),
}

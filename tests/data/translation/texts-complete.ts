import { tellOf, type TranslationRule } from './rule.ts'

export const textsComplete: TranslationRule = {
  name: 'texts-complete',
  about: 'every English text has a translation, and no translation is left of one that is gone',
  check: ({ tag, needed, texts }) => [
    ...Object.entries(needed)
      .filter(([place]) => !texts[place]?.trim())
      .map(([place, english]) =>
        tellOf(
          tag,
          place,
          texts[place] === undefined ? 'no text' : 'an empty text',
          `a translation of "${english}"`,
          'translate it',
        ),
      ),
    ...Object.keys(texts)
      .filter((place) => needed[place] === undefined)
      .map((place) =>
        tellOf(tag, place, 'a text without an English one', 'only texts that English has', 'delete it'),
      ),
  ],
}

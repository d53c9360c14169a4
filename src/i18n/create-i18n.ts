import { createInstance, type FormatterModule, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { LANGUAGES } from './languages.ts'
import type { InterfaceWords } from './load-words.ts'

/** One for each set of words: a page rendered again, or the next of many, need not set it up anew. */
const instances = new WeakMap<InterfaceWords, i18n>()

/**
 * A private i18next instance that speaks one language, ready at once. A second language is a second instance: no
 * half-switched page, and prerendering can hold several.
 */
export function createI18n(tag: string, ui: InterfaceWords): i18n {
  const known = instances.get(ui)
  if (known?.language === tag) return known
  const instance = createInstance()
  void instance
    .use(initReactI18next)
    .use(numberFormat(tag))
    .init({
      lng: tag,
      defaultNS: 'ui',
      ns: ['ui'],
      resources: { [tag]: { ui } },
      keySeparator: false,
      nsSeparator: false,
      fallbackLng: false,
      initAsync: false,
      returnNull: false,
      interpolation: { escapeValue: false, alwaysFormat: true },
      react: { useSuspense: false },
    })
  instances.set(ui, instance)
  return instance
}

const DIRECTIONS = new Map<string, string>(LANGUAGES.map(({ tag, direction }) => [tag, direction]))
/** Two numbers with a blank between them: from right to left the second would come first. */
const WHOLE_REPLY = /(?<!\d)\d{3} \d\.\d{1,3}\.\d{1,3}(?![\d.])/g

/**
 * Counts by the language's own rules, but in 0-9 everywhere: so are the codes beside them, in every script. In those digits
 * all languages write a number below a thousand alike, and a page that shows no other is spared the first use of Intl.
 */
function numberFormat(tag: string): FormatterModule {
  const isLeftToRight = DIRECTIONS.get(tag) !== 'rtl'
  const format = (value: number) =>
    value >= 0 && value < 1000 && Number.isInteger(value)
      ? String(value)
      : value.toLocaleString(tag, { numberingSystem: 'latn' })
  return {
    type: 'formatter',
    init: () => {},
    add: () => {},
    addCached: () => {},
    format: (value: unknown) => {
      if (typeof value === 'number') return format(value)
      return isLeftToRight ? String(value) : String(value).replace(WHOLE_REPLY, '\u2066$&\u2069')
    },
  }
}

import { createContext, use, useLayoutEffect, useMemo, type ReactNode } from 'react'
import { I18nextProvider } from 'react-i18next'
import { createCatalogText, type CatalogText } from './catalog-text.ts'
import { createI18n } from './create-i18n.ts'
import type { Language } from './languages.ts'
import type { Words } from './load-words.ts'

const CatalogTextContext = createContext<CatalogText | null>(null)

interface LanguageProviderProps {
  language: Language
  words: Words
  children: ReactNode
}

/** Gives everything inside it one language: interface, catalogue, and the document's own `lang` and `dir`. */
export function LanguageProvider({ language, words, children }: LanguageProviderProps) {
  const i18n = useMemo(() => createI18n(language.tag, words.ui), [language, words])
  const text = useMemo(
    () => createCatalogText(i18n.getFixedT(language.tag), language.tag, words),
    [i18n, language, words],
  )

  // Before the paint: a sentence laid out once in the direction of the last language would be seen to jump.
  useLayoutEffect(() => {
    document.documentElement.lang = language.tag
    document.documentElement.dir = language.direction
  }, [language])

  return (
    <I18nextProvider i18n={i18n}>
      <CatalogTextContext value={text}>{children}</CatalogTextContext>
    </I18nextProvider>
  )
}

/** The words of the catalogue in the language around. */
export function useCatalogText(): CatalogText {
  const text = use(CatalogTextContext)
  if (!text)
    throw new Error('useCatalogText found no language; expected a LanguageProvider around this component')
  return text
}

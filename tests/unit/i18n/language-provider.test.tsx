import { render, screen } from '@testing-library/react'
import { useTranslation } from 'react-i18next'
import { describe, expect, test } from 'vitest'
import { LanguageProvider, useCatalogText } from '#src/i18n/language-provider.tsx'
import type { Language } from '#src/i18n/languages.ts'
import type { Words } from '#src/i18n/load-words.ts'
import { useDocumentTitle } from '#src/i18n/use-document-title.ts'
import { allowConsole } from '#tests/setup/console.ts'
import { english, ENGLISH_WORDS, englishText } from '#tests/setup/english.ts'

const ENGLISH: Language = { tag: 'en', name: 'English', direction: 'ltr' }
const ARABIC: Language = { tag: 'ar', name: 'العربية', direction: 'rtl' }
const ARABIC_WORDS: Words = {
  ...ENGLISH_WORDS,
  ui: { ...ENGLISH_WORDS.ui, 'theme.label': 'المظهر', 'title.start': 'عنوان' },
}

function Sample() {
  const { t } = useTranslation()
  const text = useCatalogText()
  useDocumentTitle(t('title.start'))
  return (
    <>
      <h1>{t('theme.label')}</h1>
      <p>{text.code('551').name}</p>
      <p>{t('compare.count', { count: 1, total: 16 })}</p>
      <p>{t('compare.count', { count: 2, total: 16 })}</p>
      <p>{t('pick-codes.nothing', { text: '<b>&' })}</p>
    </>
  )
}

describe('a language', () => {
  test('gives its words to everything inside it', () => {
    render(
      <LanguageProvider language={ENGLISH} words={ENGLISH_WORDS}>
        <Sample />
      </LanguageProvider>,
    )
    expect(screen.getByRole('heading', { name: english('theme.label') })).toBeTruthy()
    expect(screen.getByText(englishText.code('551').name)).toBeTruthy()
  })

  test('counts one and many in its own forms', () => {
    render(
      <LanguageProvider language={ENGLISH} words={ENGLISH_WORDS}>
        <Sample />
      </LanguageProvider>,
    )
    expect(screen.getByText(english('compare.count_one', { count: 1, total: 16 }))).toBeTruthy()
    expect(screen.getByText(english('compare.count_other', { count: 2, total: 16 }))).toBeTruthy()
  })

  test('shows what a person typed as it was typed', () => {
    render(
      <LanguageProvider language={ENGLISH} words={ENGLISH_WORDS}>
        <Sample />
      </LanguageProvider>,
    )
    expect(screen.getByText(english('pick-codes.nothing', { text: '<b>&' }))).toBeTruthy()
  })

  test('sets language, direction and title of the document, and changes all of them with it', () => {
    const { rerender } = render(
      <LanguageProvider language={ENGLISH} words={ENGLISH_WORDS}>
        <Sample />
      </LanguageProvider>,
    )
    const { documentElement: root } = document
    expect([root.lang, root.dir, document.title]).toEqual(['en', 'ltr', english('title.start')])

    rerender(
      <LanguageProvider language={ARABIC} words={ARABIC_WORDS}>
        <Sample />
      </LanguageProvider>,
    )
    expect([root.lang, root.dir, document.title]).toEqual(['ar', 'rtl', ARABIC_WORDS.ui['title.start']])
    expect(screen.getByRole('heading', { name: ARABIC_WORDS.ui['theme.label'] })).toBeTruthy()
  })

  test('that is missing around a component is named as the fault', () => {
    allowConsole('error', /LanguageProvider|useTranslation/)
    allowConsole('warn', /i18next/)
    expect(() => render(<Sample />)).toThrow(/LanguageProvider/)
  })
})

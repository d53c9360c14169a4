import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { onTestFinished, vi } from 'vitest'
import { App } from '#src/app/app.tsx'
import { LanguageProvider } from '#src/i18n/language-provider.tsx'
import { SOURCE_LANGUAGE } from '#src/i18n/languages.ts'
import { ENGLISH_WORDS } from '#tests/setup/english.ts'
import { serveFiles, type Answer } from '#tests/setup/serve-files.ts'

/** Renders what needs words but no network, in English, with a user to act on it. */
export function renderInEnglish(children: ReactNode) {
  const user = userEvent.setup()
  const view = render(children, {
    wrapper: ({ children: inner }) => (
      <LanguageProvider language={SOURCE_LANGUAGE} words={ENGLISH_WORDS}>
        {inner}
      </LanguageProvider>
    ),
  })
  return { user, ...view }
}

/** Opens an address of the whole application, with a visitor; the network serves the project's own files. */
export function openApp(address: string, answer?: Answer) {
  serveFiles(answer)
  // jsdom has no layout, so nothing scrolls; it prints an error instead.
  const scrollTo = vi.spyOn(window, 'scrollTo').mockImplementation(() => {})
  window.history.replaceState(null, '', address)
  onTestFinished(() => {
    scrollTo.mockRestore()
    localStorage.clear()
    delete document.documentElement.dataset['theme']
    window.history.replaceState(null, '', '/')
  })
  const user = userEvent.setup()
  return { user, ...render(<App />) }
}

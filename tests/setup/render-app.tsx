import { act, render } from '@testing-library/react'
import userEvent, { PointerEventsCheckLevel } from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { onTestFinished, vi } from 'vitest'
import { App } from '#src/app/app.tsx'
import { loadParts } from '#src/app/lazy-parts.tsx'
import { LanguageProvider } from '#src/i18n/language-provider.tsx'
import { SOURCE_LANGUAGE } from '#src/i18n/languages.ts'
import { ENGLISH_WORDS } from '#tests/setup/english.ts'
import { serveFiles, type Answer, type Network } from '#tests/setup/serve-files.ts'

/** jsdom reads no style sheets, so looking for what a style hides from the pointer would cost time and find nothing. */
const setupUser = () => userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never })

/** Renders what needs words but no network, in English, with a user to act on it. */
export function renderInEnglish(children: ReactNode) {
  const user = setupUser()
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
  const network = serveFiles(answer)
  // jsdom has no layout, so nothing scrolls; it prints an error instead.
  const scrollTo = vi.spyOn(window, 'scrollTo').mockImplementation(() => {})
  window.history.replaceState(null, '', address)
  onTestFinished(() => {
    scrollTo.mockRestore()
    localStorage.clear()
    delete document.documentElement.dataset['theme']
    window.history.replaceState(null, '', '/')
  })
  const user = setupUser()
  return { user, network, ...render(<App />) }
}

/** Lets the files arrive that the application asks for one after the other, until a page stands there with its parts. */
export async function arrival(network: Network): Promise<HTMLElement> {
  for (let turn = 0; turn < 100; turn += 1) {
    const heading = document.querySelector('h1')
    const hasPickers = document.querySelector('[role=combobox], [role=alert]') !== null
    if (heading && hasPickers) return heading
    // Within act, React does not hold a page back for the third of a second that spares eyes a flicker.
    await act(async () => {
      await network.quiet()
      // As slow to come as the machine is busy, since they are compiled on the way.
      await loadParts()
      await new Promise((resolve) => {
        setImmediate(resolve)
      })
    })
  }
  throw new Error('no page appeared; expected a heading once every file had arrived')
}

import { screen, within } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import { LanguageSwitch } from '#src/features/switch-language/language-switch.tsx'
import { LANGUAGES, SOURCE_LANGUAGE, type Language } from '#src/i18n/languages.ts'
import { english } from '#tests/setup/english.ts'
import { renderInEnglish } from '#tests/setup/render-app.tsx'

function renderSwitch(onChoose: (language: Language) => Promise<void> = async () => {}) {
  const view = renderInEnglish(
    <LanguageSwitch
      languages={LANGUAGES}
      current={SOURCE_LANGUAGE}
      hrefOf={({ tag }) => `/${tag}/smtp/550`}
      onChoose={onChoose}
    />,
  )
  const button = view.container.querySelector('summary') as HTMLElement
  return { ...view, button, panel: () => view.container.querySelector('details') as HTMLDetailsElement }
}

const link = (language: Language) => screen.getByRole('link', { name: language.name, hidden: true })

describe('the choice of a language', () => {
  test('offers every language by its own name, marked as that language, with the address of this page in it', () => {
    renderSwitch()
    const list = screen.getByRole('list', { name: english('language.label'), hidden: true })
    const links = within(list).getAllByRole<HTMLAnchorElement>('link', { hidden: true })
    expect(links.map(({ lang, textContent }) => [lang, textContent])).toEqual(
      LANGUAGES.map(({ tag, name }) => [tag, name]),
    )
    expect(links.map(({ pathname }) => pathname)).toEqual(LANGUAGES.map(({ tag }) => `/${tag}/smtp/550`))
  })

  test('says what it is and which language is spoken', () => {
    const { button } = renderSwitch()
    expect(button.textContent).toContain(english('language.label'))
    expect(button.textContent).toContain(SOURCE_LANGUAGE.name)
    expect(link(SOURCE_LANGUAGE).getAttribute('aria-current')).toBe('true')
    expect(link(LANGUAGES[1]).hasAttribute('aria-current')).toBe(false)
  })

  test('hands on the language chosen, closes, and gives the focus back', async () => {
    const onChoose = vi.fn<(language: Language) => Promise<void>>(async () => {})
    const { user, button, panel } = renderSwitch(onChoose)
    await user.click(button)
    expect(panel().open).toBe(true)
    await user.click(link(LANGUAGES[4]))
    expect(onChoose).toHaveBeenCalledWith(LANGUAGES[4])
    expect(panel().open).toBe(false)
    expect(document.activeElement).toBe(button)
  })

  test('leaves a link opened elsewhere to the browser', async () => {
    const onChoose = vi.fn<(language: Language) => Promise<void>>(async () => {})
    const { user, button } = renderSwitch(onChoose)
    await user.click(button)
    const handled: boolean[] = []
    const note = (event: Event) => {
      handled.push(event.defaultPrevented)
      event.preventDefault()
    }
    document.addEventListener('click', note, { once: true })
    await user.keyboard('{Control>}')
    await user.click(link(LANGUAGES[1]))
    await user.keyboard('{/Control}')
    expect(onChoose).not.toHaveBeenCalled()
    expect(handled).toEqual([false])
  })

  test('says so when a language cannot be had, and stays open for another try', async () => {
    const { user, button, panel } = renderSwitch(() => Promise.reject(new Error('cut')))
    await user.click(button)
    await user.click(link(LANGUAGES[1]))
    expect(screen.getByRole('alert').textContent).toBe(
      english('language.failed', { language: LANGUAGES[1].name }),
    )
    expect(panel().open).toBe(true)
  })

  test('closes on Escape with the focus on its button, and on a press elsewhere', async () => {
    const { user, button, panel } = renderSwitch()
    await user.click(button)
    await user.keyboard('{Escape}')
    expect(panel().open).toBe(false)
    expect(document.activeElement).toBe(button)
    await user.click(button)
    expect(panel().open).toBe(true)
    await user.click(document.body)
    expect(panel().open).toBe(false)
  })
})

import type { Locator, Page } from '@playwright/test'
import { expect } from './site.ts'
import { translation } from './translations.ts'

/** The panel for pasted texts, by the words of a language. */
export function pastePanel(page: Page, tag = 'en') {
  const { words } = translation(tag)
  const panel = page.locator('#paste')
  const button = page.getByRole('button', { name: words('paste.button') })
  const field = panel.getByRole('textbox', { name: words('paste.label') })
  return {
    panel,
    button,
    field,
    heading: panel.getByRole('heading', { level: 3 }),
    options: panel.getByRole('radio'),
    status: panel.getByRole('status').first(),
    text: panel.getByRole('region', { name: words('paste.text') }),
    marks: panel.locator('mark'),
    press: (key: string) => panel.getByRole('button', { name: words(key), exact: true }).click(),
    open: async () => {
      await button.click()
      await expect(field).toBeFocused()
    },
    paste: async (text: string) => {
      if (!(await panel.isVisible())) await button.click()
      await pasteInto(field, text)
    },
  }
}

/** Pastes a text into an element as the clipboard would give it, to the letter: lone surrogates pass the driver as escapes only. */
export async function pasteInto(target: Locator, text: string): Promise<void> {
  await target.evaluate((element, json) => {
    const pasted = JSON.parse(json) as string
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true })
    // Firefox gives an event of our making no data.
    Object.defineProperty(event, 'clipboardData', { value: clipboardData })
    if (!element.dispatchEvent(event) || !(element instanceof HTMLTextAreaElement)) return
    // What a browser does with a paste that nobody has taken.
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(element, pasted)
    element.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }))
  }, JSON.stringify(text))
}

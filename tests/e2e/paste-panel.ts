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

/** Pastes a text as the clipboard would give it, to the letter: lone surrogates pass the driver as escapes only. */
export async function pasteInto(field: Locator, text: string): Promise<void> {
  await field.evaluate((element, json) => {
    const pasted = JSON.parse(json) as string
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    if (!element.dispatchEvent(event)) return
    // What a browser does with a paste that nobody has taken.
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(element, pasted)
    element.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }))
  }, JSON.stringify(text))
}

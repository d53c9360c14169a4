import { screen } from '@testing-library/react'
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { ShareButtons } from '#src/features/share-comparison/share-buttons.tsx'
import { comparisonOf } from '#tests/setup/build-comparison.ts'
import { english, englishText } from '#tests/setup/english.ts'
import { realCatalog } from '#tests/setup/real-catalog.ts'
import { renderInEnglish } from '#tests/setup/render-app.tsx'

const LINK = 'https://replydiff.example/en/smtp/250-vs-551?show=differences'

type ButtonKey =
  | 'share.copy-link'
  | 'share.copy-markdown'
  | 'share.copy-text'
  | 'share.system'
  | 'share.close'

function renderButtons() {
  const view = renderInEnglish(
    <ShareButtons catalog={realCatalog} comparison={comparisonOf('250', '551')} linkOf={() => LINK} />,
  )
  const press = (key: ButtonKey) => view.user.click(screen.getByRole('button', { name: english(key) }))
  return { ...view, press }
}

const copied = () => navigator.clipboard.readText()
const said = () => screen.getByRole('status').textContent
const manualText = () => screen.queryByRole<HTMLTextAreaElement>('textbox', { name: english('share.manual') })

afterEach(() => {
  vi.restoreAllMocks()
})

/** Gives the browser an ability that jsdom lacks, until the test is over. */
function give(target: object, name: string, value: unknown) {
  const before = Object.getOwnPropertyDescriptor(target, name)
  Object.defineProperty(target, name, { configurable: true, value })
  onTestFinished(() => {
    if (before) Object.defineProperty(target, name, before)
    else Reflect.deleteProperty(target, name)
  })
}

describe('copying', () => {
  test('the link puts it on the clipboard and says so', async () => {
    const { press } = renderButtons()
    await press('share.copy-link')
    expect(await copied()).toBe(LINK)
    expect(said()).toBe(english('share.copied-link'))
    expect(manualText()).toBeNull()
  })

  test('as Markdown puts a table with both codes, the answer and the link on it', async () => {
    const { press } = renderButtons()
    await press('share.copy-markdown')
    const text = await copied()
    expect(text).toContain(englishText.pair(['250', '551'])?.answer)
    expect(text).toMatch(/^\|.*250.*\|.*551.*\|$/m)
    expect(text).toContain(LINK)
    expect(said()).toBe(english('share.copied-markdown'))
  })

  test('as text puts the comparison without table signs on it', async () => {
    const { press } = renderButtons()
    await press('share.copy-text')
    const text = await copied()
    expect(text).toContain(english('share.text-title', { first: '250', second: '551' }))
    expect(text).toContain(LINK)
    expect(text).not.toContain('|')
    expect(said()).toBe(english('share.copied-text'))
  })

  test('as text brings a table too, where the browser can write rich text', async () => {
    const { press } = renderButtons()
    const write = vi.spyOn(navigator.clipboard, 'write').mockResolvedValue()
    give(
      globalThis,
      'ClipboardItem',
      class {
        readonly parts: Record<string, Blob>
        constructor(parts: Record<string, Blob>) {
          this.parts = parts
        }
      },
    )
    await press('share.copy-text')
    const [item] = (write.mock.calls[0]?.[0] ?? []) as unknown as { parts: Record<string, Blob> }[]
    expect(Object.values(item?.parts ?? {}).map(({ type }) => type)).toEqual(['text/plain', 'text/html'])
    expect(said()).toBe(english('share.copied-text'))
  })
})

describe('when the browser refuses the clipboard', () => {
  function refuse() {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'))
  }

  test('the text is shown to be copied by hand, and nothing is said to be copied', async () => {
    const { press } = renderButtons()
    refuse()
    await press('share.copy-link')
    expect(screen.getByRole('alert').textContent).toBe(english('share.refused'))
    expect(manualText()?.value).toBe(LINK)
    expect(manualText()?.readOnly).toBe(true)
    expect(said()).toBe('')
  })

  test('the text is selected as soon as it is reached', async () => {
    const { press, user } = renderButtons()
    refuse()
    await press('share.copy-link')
    const field = manualText()
    if (field) await user.click(field)
    expect(field?.value.slice(field.selectionStart, field.selectionEnd)).toBe(LINK)
  })

  test('the text can be put away again', async () => {
    const { press } = renderButtons()
    refuse()
    await press('share.copy-markdown')
    expect(manualText()?.value).toContain(LINK)
    await press('share.close')
    expect(manualText()).toBeNull()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  test('a later copy that works takes the text away', async () => {
    const { press } = renderButtons()
    const writeText = vi.spyOn(navigator.clipboard, 'writeText')
    writeText.mockRejectedValueOnce(new DOMException('no', 'NotAllowedError'))
    await press('share.copy-link')
    expect(manualText()).not.toBeNull()
    await press('share.copy-link')
    expect(manualText()).toBeNull()
    expect(said()).toBe(english('share.copied-link'))
  })

  test('the same happens where there is no clipboard at all, as without https', async () => {
    const { press } = renderButtons()
    give(navigator, 'clipboard', undefined)
    await press('share.copy-link')
    expect(manualText()?.value).toBe(LINK)
  })
})

describe("the system's share sheet", () => {
  test('is not offered where there is none', () => {
    renderButtons()
    expect(screen.queryByRole('button', { name: english('share.system') })).toBeNull()
  })

  test('gets the title and the link', async () => {
    const share = vi.fn<(data: ShareData) => Promise<void>>().mockResolvedValue()
    give(navigator, 'share', share)
    const { press } = renderButtons()
    await press('share.system')
    expect(share.mock.calls).toEqual([
      [{ title: english('share.text-title', { first: '250', second: '551' }), url: LINK }],
    ])
  })

  test('may be closed without a word', async () => {
    give(navigator, 'share', () => Promise.reject(new DOMException('closed', 'AbortError')))
    const { press } = renderButtons()
    await press('share.system')
    expect(manualText()).toBeNull()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  test('that fails leaves the link to be copied by hand', async () => {
    give(navigator, 'share', () => Promise.reject(new DOMException('no', 'NotAllowedError')))
    const { press } = renderButtons()
    await press('share.system')
    expect(manualText()?.value).toBe(LINK)
  })
})

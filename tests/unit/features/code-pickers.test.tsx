import { screen, within } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, test, vi } from 'vitest'
import { confusedPartners } from '#src/catalog/find-code.ts'
import { CodePickers } from '#src/features/pick-codes/code-pickers.tsx'
import { english, englishText } from '#tests/setup/english.ts'
import { realCatalog } from '#tests/setup/real-catalog.ts'
import { renderInEnglish } from '#tests/setup/render-app.tsx'

type Pick = (first: string | null, second: string | null) => void

interface PickersProps {
  first?: string | null
  second?: string | null
  recent?: string[]
  onPick?: Pick
  hasShortcuts?: boolean
}

/** The pickers beside a search field, with the codes kept as a page would keep them. */
function Pickers({ first = null, second = null, recent = [], onPick, hasShortcuts = true }: PickersProps) {
  const [pair, setPair] = useState([first, second] as const)
  const pick: Pick = (...next) => {
    setPair(next)
    onPick?.(...next)
  }
  return (
    <>
      <CodePickers
        catalog={realCatalog}
        first={pair[0]}
        second={pair[1]}
        recent={recent}
        onPick={pick}
        onSwap={() => pick(pair[1], pair[0])}
        hasShortcuts={hasShortcuts}
      />
      <textarea aria-label="Notes" />
    </>
  )
}

function renderPickers(props: PickersProps = {}) {
  const onPick = vi.fn<Pick>()
  const view = renderInEnglish(<Pickers {...props} onPick={onPick} />)
  return { onPick, ...view, first: field('pick-codes.first'), second: field('pick-codes.second') }
}

function field(label: 'pick-codes.first' | 'pick-codes.second'): HTMLInputElement {
  return screen.getByRole('combobox', { name: english(label) })
}

const swapButton = () => screen.getByRole('button', { name: english('pick-codes.swap') })

/** The digits of the options listed, or of those of one group. */
function codesListed(group?: string): string[] {
  const place = group ? screen.getByText(group).parentElement : document
  const options = place?.querySelectorAll('[role=option]') ?? []
  return [...options].map(({ textContent }) => textContent.slice(0, 3))
}

const groupsListed = () =>
  [...document.querySelectorAll('[role=listbox] [role=group]')].map(
    (group) => document.getElementById(group.getAttribute('aria-labelledby') ?? '')?.textContent,
  )

describe('two pickers', () => {
  test('show the codes compared, with their names', () => {
    const { first, second } = renderPickers({ first: '250', second: '551' })
    expect([first.value, second.value]).toEqual(['250', '551'])
    expect(screen.getByText(englishText.code('250').name)).toBeTruthy()
    expect(screen.getByText(englishText.code('551').name)).toBeTruthy()
  })

  test('stand in a region that says what they are for', () => {
    renderPickers()
    const region = screen.getByRole('region', { name: english('pick-codes.label') })
    expect(within(region).getAllByRole('combobox')).toHaveLength(2)
  })

  test('swap by the button between them', async () => {
    const { user, first, second } = renderPickers({ first: '250', second: '551' })
    await user.click(swapButton())
    expect([first.value, second.value]).toEqual(['551', '250'])
  })

  test('have nothing to swap while neither is filled', () => {
    renderPickers()
    expect(swapButton()).toHaveProperty('disabled', true)
  })
})

describe('an opened picker', () => {
  test('offers the codes compared lately, the partners of the other side, then the classes', async () => {
    const { user, first } = renderPickers({ first: '250', second: '551', recent: ['421', '450'] })
    await user.click(first)
    expect(groupsListed()).toEqual([
      english('pick-codes.recent'),
      english('pick-codes.partners', { code: '551' }),
      english('start.class-2'),
      english('start.class-3'),
      english('start.class-4'),
      english('start.class-5'),
      english('start.nonstandard'),
    ])
    expect(codesListed(english('pick-codes.recent'))).toEqual(['421', '450'])
  })

  test('offers as partners those that the other code is confused with, without the one it has', async () => {
    const { user, first } = renderPickers({ first: '250', second: '551' })
    await user.click(first)
    const partners = codesListed(english('pick-codes.partners', { code: '551' }))
    expect(partners).toContain('251')
    expect(partners).not.toContain('250')
    expect(confusedPartners(realCatalog, '551')).toEqual(expect.arrayContaining(partners))
  })

  test('does not offer as recent what already stands on either side', async () => {
    const { user, first } = renderPickers({ first: '250', second: '551', recent: ['250', '551', '421'] })
    await user.click(first)
    expect(codesListed(english('pick-codes.recent'))).toEqual(['421'])
  })

  test('has no group without codes', async () => {
    const { user, first } = renderPickers()
    await user.click(first)
    expect(groupsListed()[0]).toBe(english('start.class-2'))
  })

  test('offers every code of the catalogue, the nonstandard ones last', async () => {
    const { user, second } = renderPickers()
    await user.click(second)
    expect(codesListed().toSorted()).toEqual(realCatalog.codes.map(({ code }) => code).toSorted())
    const wild = realCatalog.codes.filter(({ standing }) => standing === 'nonstandard')
    expect(codesListed(english('start.nonstandard'))).toEqual(wild.map(({ code }) => code))
    expect(codesListed(english('start.class-3'))).toEqual(['334', '354', '355'])
  })

  test('tells of each option its digits, its name and its class', async () => {
    const { user, first } = renderPickers()
    await user.click(first)
    const option = screen.getByText('551').closest('[role=option]')
    expect(option?.textContent).toBe(`551${englishText.code('551').name}${english('class-short.5')}`)
  })
})

describe('typing into a picker', () => {
  test('finds a code by its digits and picks it for that side', async () => {
    const { user, onPick, second } = renderPickers({ first: '250', second: '551' })
    await user.click(second)
    await user.keyboard('554{Enter}')
    expect(onPick.mock.calls).toEqual([['250', '554']])
    expect(second.value).toBe('554')
  })

  test('finds codes by a word of their name', async () => {
    const { user, first } = renderPickers()
    await user.click(first)
    await user.keyboard('mailbox')
    expect(codesListed(english('pick-codes.matches'))).toEqual(expect.arrayContaining(['450', '550']))
  })

  test('tells how many codes were found', async () => {
    const { user, first } = renderPickers()
    await user.click(first)
    await user.keyboard('25')
    const count = codesListed().length
    expect(count).toBeGreaterThan(1)
    expect(screen.getByText(english('pick-codes.results_other', { count }))).toBeTruthy()
  })

  test('says what to try when nothing is found', async () => {
    const { user, first } = renderPickers()
    await user.click(first)
    await user.keyboard('xylophone')
    expect(screen.getAllByText(english('pick-codes.nothing', { text: 'xylophone' }))).not.toHaveLength(0)
  })

  test.each(['259', '559'])('offers %s, which nobody defined but which fits the grammar', async (code) => {
    const { user, onPick, first } = renderPickers({ second: '550' })
    await user.click(first)
    await user.keyboard(code)
    const option = screen.getByRole('option', { name: new RegExp(`^${code}`) })
    expect(option.textContent).toContain(english('undefined.name'))
    await user.keyboard('{Enter}')
    expect(onPick.mock.calls).toEqual([[code, '550']])
  })

  test.each(['299', '999'])('does not offer %s, which is no reply code', async (code) => {
    const { user, first } = renderPickers()
    await user.click(first)
    await user.keyboard(code)
    expect(codesListed()).toEqual([])
  })

  test('goes on in the second picker once the first code is found and the second is missing', async () => {
    const { user, onPick, first, second } = renderPickers()
    await user.click(first)
    await user.keyboard('250{Enter}')
    expect(document.activeElement).toBe(second)
    await user.keyboard('551{Enter}')
    expect(onPick.mock.calls.at(-1)).toEqual(['250', '551'])
  })

  test('stays in the first picker when the second already has a code', async () => {
    const { user, first } = renderPickers({ first: '250', second: '551' })
    await user.click(first)
    await user.keyboard('251{Enter}')
    expect(document.activeElement).toBe(first)
  })
})

describe('two codes typed or pasted in one go', () => {
  test.each(['250 551', '250/551', '250 vs 551'])('set both sides: %s', async (text) => {
    const { user, onPick, first, second } = renderPickers()
    await user.click(first)
    await user.keyboard(text)
    expect(onPick.mock.calls).toEqual([['250', '551']])
    expect([first.value, second.value]).toEqual(['250', '551'])
  })

  test('set both sides from the second picker too, in the order written', async () => {
    const { user, second } = renderPickers({ first: '421', second: '450' })
    await user.click(second)
    await user.paste('https://replydiff.example/en/smtp/551-vs-250?show=differences')
    expect([field('pick-codes.first').value, second.value]).toEqual(['551', '250'])
  })

  test('leave no list open over the comparison', async () => {
    const { user, first } = renderPickers()
    await user.click(first)
    await user.keyboard('250 551')
    expect(first.getAttribute('aria-expanded')).toBe('false')
    expect(codesListed()).toEqual([])
  })

  test('are left alone when one of them is no reply code', async () => {
    const { user, onPick, first } = renderPickers()
    await user.click(first)
    await user.keyboard('250 999')
    expect(onPick).not.toHaveBeenCalled()
    expect(first.value).toBe('250 999')
  })
})

describe('the shortcuts', () => {
  test('/ goes to the first picker and types nothing', async () => {
    const { user, first } = renderPickers({ first: '250', second: '551' })
    await user.keyboard('/')
    expect(document.activeElement).toBe(first)
    expect(first.value).toBe('250')
    await user.keyboard('421{Enter}')
    expect(first.value).toBe('421')
  })

  test('s swaps', async () => {
    const { user, first, second } = renderPickers({ first: '250', second: '551' })
    await user.keyboard('s')
    expect([first.value, second.value]).toEqual(['551', '250'])
    await user.keyboard('s')
    expect([first.value, second.value]).toEqual(['250', '551'])
  })

  test('are letters while something is typed, in a picker or elsewhere', async () => {
    const { user, onPick, first } = renderPickers({ first: '250', second: '551' })
    await user.click(first)
    await user.keyboard('s/')
    expect(first.value).toBe('s/')
    const notes = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Notes' })
    await user.click(notes)
    await user.keyboard('s/')
    expect(notes.value).toBe('s/')
    expect(document.activeElement).toBe(notes)
    expect(onPick).not.toHaveBeenCalled()
  })

  test('leave the combinations of the browser alone', async () => {
    const { user, onPick } = renderPickers({ first: '250', second: '551' })
    await user.keyboard('{Control>}s{/Control}{Meta>}s{/Meta}{Alt>}s{/Alt}')
    expect(onPick).not.toHaveBeenCalled()
  })

  test('do nothing once they are switched off', async () => {
    const { user, onPick } = renderPickers({ first: '250', second: '551', hasShortcuts: false })
    await user.keyboard('s/')
    expect(onPick).not.toHaveBeenCalled()
    expect(document.activeElement).toBe(document.body)
  })

  test('end with the pickers', async () => {
    const { user, onPick, unmount } = renderPickers({ first: '250', second: '551' })
    unmount()
    await user.keyboard('s')
    expect(onPick).not.toHaveBeenCalled()
  })
})

import { screen, within } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, test } from 'vitest'
import type { FacetId } from '#src/compare/compare-codes.ts'
import { ComparisonView } from '#src/features/show-comparison/comparison-view.tsx'
import type { RowsShown } from '#src/features/show-comparison/rows-shown.ts'
import { comparisonOf } from '#tests/setup/build-comparison.ts'
import { english, englishText } from '#tests/setup/english.ts'
import { realCatalog } from '#tests/setup/real-catalog.ts'
import { renderInEnglish } from '#tests/setup/render-app.tsx'
import { leftOversIn } from '#tests/setup/visible-text.ts'

interface ViewProps {
  pair: [string, string]
}

function View({ pair }: ViewProps) {
  const [shown, setShown] = useState<RowsShown>('everything')
  return (
    <ComparisonView
      catalog={realCatalog}
      comparison={comparisonOf(...pair)}
      shown={shown}
      onShownChange={setShown}
      actions={<button type="button">An action</button>}
    />
  )
}

function compare(first: string, second: string) {
  return { ...renderInEnglish(<View pair={[first, second]} />), comparison: comparisonOf(first, second) }
}

const table = () => screen.getByRole('table', { name: english('compare.rows') })
/** The rows of the comparison without the row of column headings. */
const rows = () => within(table()).getAllByRole('row').slice(1)
const titleOf = (row: HTMLElement) => within(row).getByRole('rowheader').textContent

function rowOf(id: FacetId): HTMLElement {
  const title = within(table()).getByText(englishText.facet(id), { selector: '[role=rowheader] > *' })
  const row = title.closest<HTMLElement>('[role=row]')
  if (!row) throw new Error(`"${englishText.facet(id)}" stands in no row`)
  return row
}

/** The text after a heading, up to where its section ends. */
const sectionOf = (title: string) => screen.getByRole('heading', { name: title }).parentElement

const unmarked = (text: string | undefined) => text?.replaceAll('`', '')
const linksTo = (href: string) =>
  screen.getAllByRole('link').filter((link) => link.getAttribute('href') === href)

describe('the answer', () => {
  test('of a pair that people mix up is its note, the same in either order', () => {
    const note = englishText.pair(['250', '551'])
    const { unmount } = compare('250', '551')
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(note?.answer)
    expect(screen.getByText(unmarked(note?.apart) ?? '')).toBeTruthy()
    unmount()
    compare('551', '250')
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(note?.answer)
  })

  test('of any other pair says what each code says, in the order on screen, and how they relate', () => {
    const { comparison } = compare('551', '220')
    expect(comparison.verdict.note).toBeNull()
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(
      `${englishText.code('551').gist} ${englishText.code('220').gist}`,
    )
    expect(
      screen.getByText(english('verdict.success-permanent', { first: '220', second: '551' })),
    ).toBeTruthy()
  })

  test('is announced politely when it changes', () => {
    compare('250', '551')
    const live = screen.getByRole('heading', { level: 1 }).closest('[aria-live]')
    expect(live?.getAttribute('aria-live')).toBe('polite')
  })

  test('comes before the rows', () => {
    compare('250', '551')
    const heading = screen.getByRole('heading', { level: 1 })
    expect(heading.compareDocumentPosition(table()) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
  })
})

describe('the rows', () => {
  test('stand under the two codes with their names', () => {
    compare('551', '250')
    const headings = within(table()).getAllByRole('columnheader')
    expect(headings.map(({ textContent }) => textContent)).toEqual(
      ['551', '250'].map((code) => english('compare.column', { code, name: englishText.code(code).name })),
    )
  })

  test('are one for each facet, in order, with a sign for the eye and words for the ear', () => {
    const { comparison } = compare('250', '551')
    const said = {
      same: ['=', english('compare.same')],
      different: ['≠', english('compare.different')],
      notSpecified: ['?', english('compare.not-specified')],
    } as const
    const expected = comparison.facets.map(({ id, relation }) => {
      const [sign, relationWords] = said[relation]
      return `${sign}${englishText.facet(id)}${english('compare.relation', { relation: relationWords })}`
    })
    expect(rows().map(titleOf)).toEqual(expected)
  })

  test('hide the sign from those who hear the words', () => {
    compare('250', '551')
    for (const row of rows()) {
      expect(
        within(row)
          .getByText(/^[=≠?]$/)
          .getAttribute('aria-hidden'),
      ).toBe('true')
    }
  })

  test('show both values where they differ', () => {
    compare('250', '551')
    const cells = within(rowOf('outcome')).getAllByRole('cell')
    expect(cells.map(({ textContent }) => textContent)).toEqual([
      englishText.value('outcome', 'success'),
      englishText.value('outcome', 'permanent'),
    ])
  })

  test('say once, across both columns, what both share', () => {
    compare('250', '551')
    const cells = within(rowOf('connection')).getAllByRole('cell')
    expect(cells.map(({ textContent }) => textContent)).toEqual([englishText.value('connection', 'no')])
    expect(cells[0]?.getAttribute('aria-colspan')).toBe('2')
  })

  test('fill two columns each, alone or together', () => {
    compare('421', '559')
    for (const row of rows()) {
      const columns = within(row)
        .getAllByRole('cell')
        .map((cell) => Number(cell.getAttribute('aria-colspan') ?? 1))
      expect(columns.reduce((sum, each) => sum + each)).toBe(2)
    }
  })

  test('say "not specified" for what no document says', () => {
    compare('559', '550')
    const [first, second] = within(rowOf('actors')).getAllByRole('cell')
    expect(first?.textContent).toContain(english('compare.unspecified'))
    expect(second?.textContent).not.toContain(english('compare.unspecified'))
    expect(second?.textContent).not.toBe('')
  })

  test('list a scenario once that both codes share, and the others on their side', () => {
    const { comparison } = compare('421', '450')
    const facet = comparison.facets.find(({ id }) => id === 'scenarios')
    if (facet?.kind !== 'list') throw new Error('expected a list of scenarios')
    const row = within(rowOf('scenarios'))
    expect(facet.shared).toContain('greylisting')
    expect(row.getByText(english('compare.both'))).toBeTruthy()
    for (const id of [...facet.shared, ...facet.onlyFirst, ...facet.onlySecond]) {
      const sentence = unmarked(englishText.scenario(id))
      expect(row.getAllByRole('listitem').filter(({ textContent }) => textContent === sentence)).toHaveLength(
        1,
      )
    }
    expect(row.getAllByRole('listitem')).toHaveLength(
      facet.shared.length + facet.onlyFirst.length + facet.onlySecond.length,
    )
  })

  test('say of each remedy who acts', () => {
    compare('250', '551')
    const row = within(rowOf('remedies'))
    const remedy = realCatalog.remedies.find(({ id }) => id === 'confirm-new-address')
    const item = row.getByText(unmarked(englishText.remedy('confirm-new-address')) ?? '', {
      selector: 'li',
      exact: false,
    })
    expect(item.textContent).toContain(english('list.role', { role: englishText.role(remedy?.role ?? '') }))
  })

  test('mark in the meaning what the other side lacks, and say where a mark begins and ends', () => {
    compare('251', '551')
    const row = rowOf('meaning')
    const marks = [...row.querySelectorAll('mark')].map(({ textContent }) => textContent)
    expect(marks.length).toBeGreaterThan(1)
    for (const text of marks) {
      expect(text.startsWith(english('compare.changed'))).toBe(true)
      expect(text.endsWith(english('compare.changed-end'))).toBe(true)
    }
    const [first] = within(row).getAllByRole('cell')
    const shown = first?.textContent
      .replaceAll(english('compare.changed'), '')
      .replaceAll(english('compare.changed-end'), '')
    expect(shown).toBe(englishText.code('251').meaning)
  })

  test('say at each stage of a session which of the codes can appear there', () => {
    compare('250', '551')
    const row = within(rowOf('commands'))
    const stage = (command: string, codes: string[]) =>
      english('session.stage', { command: englishText.command(command), codes: englishText.list(codes) })
    expect(row.getByText(stage('RCPT', ['250', '551']))).toBeTruthy()
    expect(row.getByText(stage('DATA_END', ['250']))).toBeTruthy()
    expect(
      row.getByText(english('session.stage-none', { command: englishText.command('DATA') })),
    ).toBeTruthy()
  })

  test('tell in words what a drawing shows of retries', () => {
    compare('450', '550')
    const row = within(rowOf('next-step'))
    expect(row.getByText(english('timeline.retries', { code: '450' }))).toBeTruthy()
    expect(row.getByText(english('timeline.returned', { code: '550' }))).toBeTruthy()
  })

  test('draw no time where neither code is retried', () => {
    compare('250', '551')
    expect(within(rowOf('next-step')).queryByText(english('timeline.title'))).toBeNull()
  })

  test('quote the official wording as English, left-to-right', () => {
    compare('250', '551')
    const quote = within(rowOf('official-texts')).getByText(/^User not local; please try/)
    expect([quote.lang, quote.dir]).toEqual(['en', 'ltr'])
  })
})

describe('only the differences', () => {
  test('are shown on wish, and everything again', async () => {
    const { user, comparison } = compare('250', '551')
    const all = comparison.facets.length
    expect(rows()).toHaveLength(all)
    await user.click(screen.getByRole('radio', { name: english('compare.only-differences') }))
    expect(rows()).toHaveLength(comparison.differing)
    expect(rows().every((row) => titleOf(row).startsWith('≠'))).toBe(true)
    await user.click(screen.getByRole('radio', { name: english('compare.everything') }))
    expect(rows()).toHaveLength(all)
  })

  test('are counted', () => {
    const { comparison } = compare('250', '551')
    const { differing, facets } = comparison
    expect(
      screen.getByText(english('compare.count_other', { count: differing, total: facets.length })),
    ).toBeTruthy()
  })
})

describe('below the rows', () => {
  test('a pair with a note says which one a server should send, and what to do on receiving each', () => {
    const note = englishText.pair(['250', '551'])
    compare('250', '551')
    expect(sectionOf(english('compare.server'))?.textContent).toContain(unmarked(note?.server))
    const advice = sectionOf(english('compare.receiver'))?.textContent
    expect(advice).toContain(english('compare.got', { code: '250' }))
    expect(advice).toContain(unmarked(note?.do['250']))
    expect(advice).toContain(unmarked(note?.do['551']))
  })

  test('a pair without one says it of each code', () => {
    compare('551', '220')
    for (const code of ['551', '220']) {
      const { send, next } = englishText.code(code)
      expect(sectionOf(english('compare.server'))?.textContent).toContain(unmarked(send))
      expect(sectionOf(english('compare.receiver'))?.textContent).toContain(unmarked(next))
    }
  })

  test.each<[string, string, string]>([
    ['250', '551', english('compare.same-command-yes', { commands: englishText.list(['RCPT TO', 'VRFY']) })],
    [
      '211',
      '551',
      english('compare.same-command-no', {
        first: '211',
        second: '551',
        firstCommands: 'HELP',
        secondCommands: englishText.list(['RCPT TO', 'VRFY']),
      }),
    ],
    ['550', '559', english('compare.same-command-unknown', { code: '559' })],
    ['559', '550', english('compare.same-command-unknown', { code: '559' })],
    ['559', '259', english('compare.same-command-unknown-both', { first: '559', second: '259' })],
  ])('%s and %s are said to answer the same command or not', (first, second, sentence) => {
    compare(first, second)
    expect(screen.getByText(sentence)).toBeTruthy()
  })

  test('250 and 551 lead to the third code, 251, and to all about each', () => {
    const note = englishText.pair(['250', '551'])
    compare('250', '551')
    expect(screen.getByText(note?.thirdHint ?? '')).toBeTruthy()
    expect(linksTo('/en/smtp/250-vs-251')).toHaveLength(1)
    expect(linksTo('/en/smtp/251-vs-551')).toHaveLength(1)
    expect(linksTo('/en/smtp/250').length).toBeGreaterThan(0)
    expect(linksTo('/en/smtp/551').length).toBeGreaterThan(0)
  })

  test('the rules and the copied mistakes about either code are told, and no others', () => {
    compare('250', '551')
    const headings = screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)
    const touching = realCatalog.quirks.filter(({ codes }) => codes.includes('250') || codes.includes('551'))
    expect(headings.toSorted()).toEqual(touching.map(({ id }) => englishText.quirk(id).title).toSorted())
    for (const { id, codes } of realCatalog.mistakes) {
      const claim = unmarked(englishText.mistake(id).claim) ?? ''
      const isTold = document.body.textContent.includes(claim)
      expect(isTold, id).toBe(codes.includes('250') || codes.includes('551'))
    }
  })
})

test('one page after another has one main heading, no empty list, and no key, placeholder or mark left over', () => {
  const codes = [...realCatalog.codes.map(({ code }) => code), '259', '359', '457', '559']
  const pairs = codes.map((code, index): [string, string] => [
    code,
    codes[(index + 7) % codes.length] ?? '250',
  ])
  const { rerender, container } = renderInEnglish(<View pair={['250', '551']} />)
  const faults = pairs.flatMap((pair) => {
    rerender(<View pair={pair} />)
    return [
      ...leftOversIn(container).map((text) => `${pair.join(' ')}: ${text}`),
      ...(container.querySelectorAll('h1').length === 1 ? [] : [`${pair.join(' ')}: headings`]),
      ...(container.querySelector('ul:empty, ol:empty') ? [`${pair.join(' ')}: an empty list`] : []),
    ]
  })
  expect(faults).toEqual([])
})

import { screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import type { CodeRecord } from '#src/catalog/catalog-schema.ts'
import { confusedPartners, nearestCodes } from '#src/catalog/find-code.ts'
import { CodeView } from '#src/features/show-comparison/code-view.tsx'
import { buildCode } from '#tests/setup/build-code.ts'
import { english, englishText } from '#tests/setup/english.ts'
import { realCatalog, recordOf } from '#tests/setup/real-catalog.ts'
import { renderInEnglish } from '#tests/setup/render-app.tsx'
import { leftOversIn } from '#tests/setup/visible-text.ts'

const show = (record: CodeRecord) => renderInEnglish(<CodeView catalog={realCatalog} record={record} />)

/** What stands beside a title in the list of facts. */
function factOf(title: string): HTMLElement {
  const fact = screen
    .getAllByRole('definition')
    .find((definition) => definition.previousElementSibling?.textContent === title)
  if (!fact) throw new Error(`no fact is titled "${title}"`)
  return fact
}

const unmarked = (text: string) => text.replaceAll('`', '')
const linkTo = (href: string) =>
  screen.getAllByRole('link').find((link) => link.getAttribute('href') === href)

describe('a page about one code', () => {
  test('begins with what the code says and means', () => {
    show(recordOf('551'))
    const { gist, meaning } = englishText.code('551')
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(gist)
    expect(screen.getByText(meaning)).toBeTruthy()
  })

  test('says of each stage of the session, in words, whether the code appears there', () => {
    show(recordOf('551'))
    const drawing = within(factOf(englishText.facet('commands')))
    const said = (key: 'session.stage' | 'session.stage-not', command: string) =>
      english(key, { command: englishText.command(command), codes: '551' })
    expect(drawing.getByText(said('session.stage', 'RCPT'))).toBeTruthy()
    expect(drawing.getByText(said('session.stage-not', 'DATA'))).toBeTruthy()
  })

  test('states its facts', () => {
    show(recordOf('551'))
    expect(factOf(englishText.facet('class')).textContent).toContain(englishText.value('class', '5'))
    expect(factOf(englishText.facet('outcome')).textContent).toBe(englishText.value('outcome', 'permanent'))
    expect(factOf(englishText.facet('responsibility')).textContent).toBe(
      englishText.value('responsibility', 'client'),
    )
    expect(factOf(englishText.facet('connection')).textContent).toBe(englishText.value('connection', 'no'))
    expect(factOf(englishText.facet('standing')).textContent).toContain(
      englishText.value('standing', 'standard'),
    )
    expect(factOf(englishText.facet('bounce')).textContent).toBe(englishText.value('bounce', 'hard'))
    expect(factOf(english('code.send')).textContent).toBe(unmarked(englishText.code('551').send))
  })

  test('lists its scenarios, each with what it rests on', () => {
    const record = recordOf('551')
    show(record)
    const items = [...(factOf(englishText.facet('scenarios')).firstElementChild?.children ?? [])]
    expect(items.map(({ textContent }) => textContent)).toEqual(
      record.scenarios.map((id) => {
        const { sources } = realCatalog.scenarios.find((scenario) => scenario.id === id) ?? { sources: [] }
        return unmarked(englishText.scenario(id)) + sources.join('')
      }),
    )
  })

  test('lists what to do, by whom, each with what it rests on', () => {
    const record = recordOf('551')
    show(record)
    const items = [...(factOf(englishText.facet('remedies')).firstElementChild?.children ?? [])]
    expect(items.map(({ textContent }) => textContent)).toEqual(
      record.remedies.map((id) => {
        const { role, sources } = realCatalog.remedies.find((remedy) => remedy.id === id) ?? {
          role: 'sender',
          sources: [],
        }
        const who = english('list.role', { role: englishText.role(role) })
        return `${who} ${unmarked(englishText.remedy(id))}${sources.join('')}`
      }),
    )
  })

  test('links its sources to the documents', () => {
    show(recordOf('551'))
    const sources = within(factOf(englishText.facet('sources'))).getAllByRole('link')
    expect(sources.map((link) => link.getAttribute('href'))).toContain(
      'https://www.rfc-editor.org/rfc/rfc5321#section-3.4',
    )
  })

  test('leads to the comparison with each code that it is confused with', () => {
    show(recordOf('551'))
    const partners = confusedPartners(realCatalog, '551')
    expect(partners).toContain('251')
    for (const partner of partners) {
      expect(linkTo(`/en/smtp/551-vs-${partner}`)?.textContent).toBe(
        english('code.compare-with', { first: '551', second: partner, name: englishText.code(partner).name }),
      )
    }
  })

  test('draws the retries of a code that is retried, and of no other', () => {
    const { unmount } = show(recordOf('450'))
    expect(screen.getByText(english('timeline.retries', { code: '450' }))).toBeTruthy()
    unmount()
    show(recordOf('550'))
    expect(screen.queryByText(english('timeline.title'))).toBeNull()
  })

  test('says that replies of class 3 never carry an enhanced code (RFC 2034 §4)', () => {
    show(recordOf('354'))
    expect(factOf(englishText.facet('enhanced-codes')).textContent).toBe(english('enhanced.never'))
  })

  test('says that a code which answers any command does so', () => {
    show(recordOf('421'))
    expect(factOf(englishText.facet('commands')).textContent).toContain(english('basis.any-command'))
  })
})

describe('a page about a number that nobody defined', () => {
  test('says so, and what follows from its digits', () => {
    show(recordOf('559'))
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(
      english('undefined.gist-5', { code: '559' }),
    )
    expect(factOf(englishText.facet('standing')).textContent).toContain(
      englishText.value('standing', 'undefined'),
    )
    expect(factOf(englishText.facet('class')).textContent).toContain(englishText.value('class', '5'))
  })

  test('shows what is not specified as such', () => {
    show(recordOf('559'))
    for (const facet of ['scenarios', 'remedies', 'actors', 'enhanced-codes', 'connection', 'bounce']) {
      expect(factOf(englishText.facet(facet)).textContent, facet).toContain(english('compare.unspecified'))
    }
    expect(factOf(englishText.facet('commands')).textContent).toContain(
      english('session.unknown', { code: '559' }),
    )
  })

  test('leads to the defined codes near it', () => {
    show(recordOf('559'))
    expect(screen.getByText(english('undefined.nearest'))).toBeTruthy()
    for (const code of nearestCodes(realCatalog, '559')) expect(linkTo(`/en/smtp/${code}`)).toBeTruthy()
  })
})

describe('what qualifies a code', () => {
  const standing = () => factOf(englishText.facet('standing')).textContent

  test.each<[string, Partial<CodeRecord>, string]>([
    ['an experiment', { experimental: true }, english('standing.experimental')],
    ['a number of unknown origin', { verified: false }, english('standing.unverified')],
    ['a number named only beside an enhanced code', { companionOnly: true }, english('standing.companion')],
    [
      'an enhanced code seen without its dots',
      { standing: 'nonstandard', dotless: { code: '5.7.1', basis: 'seen' } },
      english('standing.dotless-seen', { enhanced: '5.7.1' }),
    ],
    [
      'an enhanced code that probably lost its dots',
      { standing: 'nonstandard', dotless: { code: '5.7.1', basis: 'inferred' } },
      english('standing.dotless-inferred', { enhanced: '5.7.1' }),
    ],
    [
      'the document it was first in',
      { firstDefinedIn: 'RFC 821' },
      english('standing.first', { source: 'RFC 821' }),
    ],
  ])('is told: %s', (_, varied, sentence) => {
    show(buildCode(varied))
    expect(standing()).toContain(sentence)
  })

  test('is not told of a plain standard code', () => {
    show(buildCode())
    expect(standing()).toBe(englishText.value('standing', 'standard'))
  })

  test('names the code that was meant, and leads there', () => {
    show(buildCode({ code: '571', standing: 'nonstandard', instead: ['550'] }))
    expect(screen.getByText(english('code.instead'))).toBeTruthy()
    expect(linkTo('/en/smtp/550')?.textContent).toContain(englishText.code('550').name)
  })
})

test('every code has a page with one main heading, and no key, placeholder or mark left over', () => {
  const records = [...realCatalog.codes, ...['259', '359', '457', '559'].map(recordOf)]
  const { rerender, container } = show(recordOf('250'))
  const faults = records.flatMap((record) => {
    rerender(<CodeView catalog={realCatalog} record={record} />)
    return [
      ...leftOversIn(container).map((text) => `${record.code}: ${text}`),
      ...(container.querySelectorAll('h1').length === 1 ? [] : [`${record.code}: headings`]),
    ]
  })
  expect(faults).toEqual([])
})

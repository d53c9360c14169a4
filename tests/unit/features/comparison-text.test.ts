import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  toHtml,
  toMarkdown,
  toPlainText,
  type ComparisonTextWords,
} from '#src/features/share-comparison/comparison-text.ts'
import type { CatalogText } from '#src/i18n/catalog-text.ts'
import { comparisonOf } from '#tests/setup/build-comparison.ts'
import { english, englishText } from '#tests/setup/english.ts'
import { realCatalog } from '#tests/setup/real-catalog.ts'
import { anyText } from '#tests/setup/any-text.ts'

const LINK = 'https://replydiff.example/en/smtp/250-vs-551'

function wordsFor(first: string, second: string): ComparisonTextWords {
  const comparison = comparisonOf(first, second)
  return {
    title: english('share.text-title', { first, second }),
    ...englishText.opening(first, second, comparison.verdict),
    link: english('share.link', { link: LINK }),
    unspecified: english('compare.unspecified'),
  }
}

type Write = typeof toMarkdown

const write = (to: Write, first: string, second: string) =>
  to(realCatalog, comparisonOf(first, second), englishText, wordsFor(first, second))

/** A catalogue in which everything is called by one text, as no translator should but any might. */
function calling(everything: string): CatalogText {
  const say = () => everything
  return {
    ...englishText,
    code: () => ({
      name: everything,
      gist: everything,
      meaning: everything,
      next: everything,
      send: everything,
    }),
    scenario: say,
    remedy: say,
    role: say,
    facet: say,
    value: say,
    none: say,
    command: say,
    list: say,
    pair: () => null,
  }
}

const callingWords = (everything: string): ComparisonTextWords => ({
  title: everything,
  answer: everything,
  lead: everything,
  link: everything,
  unspecified: everything,
})

/**
 * The cells of a line of a Markdown table after GitHub's rules: bars part them, unless a backslash stands before, and
 * neither backticks nor anything else protects a bar.
 */
function cellsOf(line: string): string[] {
  const cells = ['']
  for (let index = 0; index < line.length; index += 1) {
    if (line[index] === '\\') {
      cells.push(cells.pop() + line.slice(index, index + 2))
      index += 1
    } else if (line[index] === '|') {
      cells.push('')
    } else {
      cells.push(`${cells.pop() ?? ''}${line[index]}`)
    }
  }
  // Before the first bar and after the last there is no cell.
  return cells.slice(1, -1).map((cell) => cell.trim())
}

/** A Markdown line ends where CommonMark says so. */
const linesOf = (markdown: string) => markdown.split(/\r\n|\r|\n/)
const tableOf = (markdown: string) =>
  linesOf(markdown)
    .filter((line) => line.startsWith('|'))
    .map(cellsOf)

function pageOf(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html')
}

const anyWords = fc.oneof(
  anyText.filter((text) => text !== ''),
  fc.string({
    unit: fc.constantFrom('|', '\\', '`', '*', '<', '>', '&', '"', '[', ']', '\n', ' ', 'a'),
    minLength: 1,
  }),
)

describe('a comparison as Markdown', () => {
  test('is a table with a column for each code, under its name', () => {
    const [heading, rule] = tableOf(write(toMarkdown, '250', '551'))
    expect(heading).toEqual([
      '',
      '',
      `250 ${englishText.code('250').name}`,
      `551 ${englishText.code('551').name}`,
    ])
    expect(rule?.every((cell) => /^-{3,}$/.test(cell))).toBe(true)
  })

  test('has a row for each facet, with its sign', () => {
    const { facets } = comparisonOf('250', '551')
    const signs = { same: '=', different: '≠', notSpecified: '?' }
    const rows = tableOf(write(toMarkdown, '250', '551')).slice(2)
    expect(rows.map(([sign, title]) => [sign, title])).toEqual(
      facets.map(({ id, relation }) => [signs[relation], englishText.facet(id)]),
    )
  })

  test('keeps the order of the codes on screen', () => {
    const [straight] = tableOf(write(toMarkdown, '250', '551'))
    const [swapped] = tableOf(write(toMarkdown, '551', '250'))
    expect(swapped?.slice(2)).toEqual(straight?.slice(2).toReversed())
  })

  test('begins with the answer and ends with the link', () => {
    const lines = linesOf(write(toMarkdown, '250', '551').trim())
    expect(lines[0]).toBe(`**${englishText.pair(['250', '551'])?.answer}**`)
    expect(lines.at(-1)).toBe(english('share.link', { link: LINK }))
  })

  test('says in words what stands in the rows', () => {
    const rows = tableOf(write(toMarkdown, '250', '551')).slice(2)
    const row = (id: string) => rows.find(([, title]) => title === englishText.facet(id))
    expect(row('outcome')?.slice(2)).toEqual([
      englishText.value('outcome', 'success'),
      englishText.value('outcome', 'permanent'),
    ])
    expect(row('connection')?.slice(2)).toEqual(
      Array.from({ length: 2 }, () => englishText.value('connection', 'no')),
    )
    expect(row('commands')?.at(-1)).toBe(englishText.list(['RCPT TO', 'VRFY']))
  })

  test('says who acts on a remedy', () => {
    const { role } = realCatalog.remedies.find(({ id }) => id === 'confirm-new-address') ?? { role: '' }
    expect(write(toMarkdown, '250', '551')).toContain(
      `${englishText.role(role)}: ${englishText.remedy('confirm-new-address')}`,
    )
  })

  test('says "not specified" where nobody does', () => {
    const rows = tableOf(write(toMarkdown, '559', '550')).slice(2)
    const actors = rows.find(([, title]) => title === englishText.facet('actors'))
    expect(actors?.[2]).toBe(english('compare.unspecified'))
  })

  test('shows the angle brackets of an official wording instead of losing them', () => {
    expect(write(toMarkdown, '421', '551')).toContain('User not local; please try &lt;forward-path>')
  })

  test('leaves what stands in backticks as it is typed: nothing is an escape there', () => {
    const settings = englishText.remedy('let-queue-retry').match(/`[^`|]*_[^`|]*`/g) ?? []
    const command = englishText.remedy('fix-command-syntax').match(/`[^`|]*<[^`|]*`/g) ?? []
    expect(settings).not.toHaveLength(0)
    expect(command).not.toHaveLength(0)
    for (const span of settings) expect(write(toMarkdown, '421', '450')).toContain(span)
    for (const span of command) expect(write(toMarkdown, '501', '553')).toContain(span)
  })

  test('has four cells in each row, for every code of the catalogue', () => {
    const codes = realCatalog.codes.map(({ code }) => code)
    for (const [index, code] of codes.entries()) {
      const table = tableOf(write(toMarkdown, code, codes[index + 1] ?? '559'))
      expect(
        table.every((cells) => cells.length === 4),
        code,
      ).toBe(true)
      expect(table).toHaveLength(comparisonOf(code, code).facets.length + 2)
    }
  })

  test('says of a reply of class 3 what its page says: an enhanced code is never sent with it', () => {
    expect(write(toMarkdown, '250', '354')).toContain(english('enhanced.never'))
  })

  test('has as many rows and cells whatever the words are', () => {
    const comparison = comparisonOf('250', '551')
    fc.assert(
      fc.property(anyWords, (everything) => {
        const table = tableOf(toMarkdown(realCatalog, comparison, calling(everything), callingWords('x')))
        expect(table.map(({ length }) => length)).toEqual(
          Array.from({ length: comparison.facets.length + 2 }, () => 4),
        )
      }),
      { numRuns: 300 },
    )
  })
})

describe('a comparison as HTML', () => {
  test('is a table with the same rows', () => {
    const { facets } = comparisonOf('250', '551')
    const [heading, ...rows] = pageOf(write(toHtml, '250', '551')).querySelectorAll('tr')
    expect([...(heading?.querySelectorAll('th') ?? [])].map(({ textContent }) => textContent)).toEqual([
      `250 ${englishText.code('250').name}`,
      `551 ${englishText.code('551').name}`,
    ])
    expect(rows.map((row) => row.querySelector('th')?.textContent)).toEqual(
      facets.map(({ id }) => englishText.facet(id)),
    )
  })

  test('shows the angle brackets of an official wording', () => {
    expect(pageOf(write(toHtml, '250', '551')).body.textContent).toContain(
      'User not local; please try <forward-path>',
    )
  })

  test('is text and table only, whatever the words are', () => {
    const comparison = comparisonOf('250', '551')
    const allowed = new Set(['P', 'STRONG', 'TABLE', 'TBODY', 'TR', 'TD', 'TH', 'BR', 'CODE'])
    const vicious = fc.constantFrom(
      '<img src=x onerror=alert(1)>',
      '</td></table><script>',
      '&lt;b&gt;',
      '"><a',
    )
    fc.assert(
      fc.property(fc.oneof(anyWords, vicious), (everything) => {
        const { body } = pageOf(
          toHtml(realCatalog, comparison, calling(everything), callingWords(everything)),
        )
        const names = [...body.querySelectorAll('*')].map(({ tagName }) => tagName)
        expect(names.filter((name) => !allowed.has(name))).toEqual([])
        const cells = [...body.querySelectorAll('tr')].map((row) => row.children.length)
        expect(cells).toEqual(Array.from({ length: comparison.facets.length + 1 }, () => 4))
      }),
    )
  })

  test('keeps markup in the words as text', () => {
    const everything = '<b>&amp;</b>'
    const { body } = pageOf(
      toHtml(realCatalog, comparisonOf('250', '551'), calling(everything), callingWords(everything)),
    )
    expect(body.querySelector('strong')?.textContent).toBe(everything)
  })
})

describe('a comparison as plain text', () => {
  const text = write(toPlainText, '250', '551')

  test('begins with its title and ends with the link', () => {
    const lines = text.trim().split('\n')
    expect(lines[0]).toBe(english('share.text-title', { first: '250', second: '551' }))
    expect(lines.at(-1)).toBe(english('share.link', { link: LINK }))
  })

  test('names the code before each value where the two differ', () => {
    expect(text).toContain(`250: ${englishText.value('outcome', 'success')}`)
    expect(text).toContain(`551: ${englishText.value('outcome', 'permanent')}`)
  })

  test('says once what both share', () => {
    expect(text.split(englishText.value('connection', 'no'))).toHaveLength(2)
  })

  test('lists each of several entries on a line of its own', () => {
    const lines = text.split('\n').map((line) => line.trim())
    for (const id of ['moved-not-forwarded', 'forwarding-switched-off']) {
      expect(lines).toContain(`- ${englishText.scenario(id)}`)
    }
  })
})

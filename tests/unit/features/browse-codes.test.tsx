import { screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { AskedPairs } from '#src/features/browse-codes/asked-pairs.tsx'
import { CodeList } from '#src/features/browse-codes/code-list.tsx'
import { english, englishText } from '#tests/setup/english.ts'
import { realCatalog } from '#tests/setup/real-catalog.ts'
import { renderInEnglish } from '#tests/setup/render-app.tsx'

describe('the list of all codes', () => {
  test('links each code of the catalogue once, with its name', () => {
    renderInEnglish(<CodeList catalog={realCatalog} />)
    const links = screen
      .getAllByRole('link')
      .map((link) => `${link.getAttribute('href')} ${link.textContent}`)
    expect(links.toSorted()).toEqual(
      realCatalog.codes.map(({ code }) => `/en/smtp/${code} ${code}${englishText.code(code).name}`),
    )
  })

  test('keeps the numbers that nobody defined apart from the classes', () => {
    renderInEnglish(<CodeList catalog={realCatalog} />)
    const wild = screen.getByRole('region', { name: english('start.nonstandard') })
    const codes = within(wild)
      .getAllByRole('link')
      .map(({ textContent }) => textContent.slice(0, 3))
    const nonstandard = realCatalog.codes.filter(({ standing }) => standing === 'nonstandard')
    expect(codes).toEqual(nonstandard.map(({ code }) => code))
    expect(codes).toContain('571')
  })

  test('groups the defined codes by their first digit', () => {
    renderInEnglish(<CodeList catalog={realCatalog} />)
    const region = screen.getByRole('region', { name: new RegExp(english('start.class-3')) })
    const codes = within(region)
      .getAllByRole('link')
      .map(({ textContent }) => textContent.slice(0, 3))
    expect(codes).toEqual(['334', '354', '355'])
  })
})

describe('the pairs that people ask about', () => {
  test('are links with a name, each with the sentence that tells the two apart', () => {
    renderInEnglish(<AskedPairs title="Pairs" pairs={[['551', '250']]} />)
    const link = screen.getByRole('link', { name: english('start.pair', { first: '551', second: '250' }) })
    expect(link.getAttribute('href')).toBe('/en/smtp/551-vs-250')
    expect(screen.getByText(englishText.pair(['250', '551'])?.answer ?? '')).toBeTruthy()
  })
})

// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { sourceLink } from '#src/catalog/source-link.ts'
import { realCatalog } from '#tests/setup/real-catalog.ts'

describe('the address of a citation', () => {
  test.each([
    ['RFC 5321', 'https://www.rfc-editor.org/rfc/rfc5321'],
    ['RFC 5321 §4.2.2', 'https://www.rfc-editor.org/rfc/rfc5321#section-4.2.2'],
    ['RFC 7504 §3', 'https://www.rfc-editor.org/rfc/rfc7504#section-3'],
    ['RFC 7208 Appendix D.2', 'https://www.rfc-editor.org/rfc/rfc7208#appendix-D.2'],
    ['RFC 821 Appendix E', 'https://www.rfc-editor.org/rfc/rfc821#appendix-E'],
  ])('of %s is its place at the RFC Editor', (source, address) => {
    expect(sourceLink(source)).toBe(address)
  })

  test('of an entry of the registry is the registry', () => {
    expect(sourceLink('IANA X.7.1')).toBe(
      'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
    )
  })

  test('of an Internet-Draft is its page at the datatracker', () => {
    expect(sourceLink('draft-hall-prdr-00')).toBe('https://datatracker.ietf.org/doc/html/draft-hall-prdr-00')
  })

  test.each(['Exim src/smtp_in.c', 'Gmail SMTP error list', 'Barracuda', 'qmail', ''])(
    'is unknown for %j, which has no public place of its own',
    (source) => {
      expect(sourceLink(source)).toBeNull()
    },
  )

  test('is sound for every source that the catalogue cites', () => {
    const sources = new Set(
      realCatalog.codes.flatMap((record) => [
        ...record.definedIn,
        ...record.updatedBy,
        ...record.evidence,
        ...record.officialTexts.map(({ source }) => source),
      ]),
    )
    const address = (source: string) => sourceLink(source) ?? ''
    const known = [...sources].filter((source) => /^(?:RFC \d|IANA X|draft-)/.test(source))
    expect(known.length).toBeGreaterThan(40)
    for (const source of known) expect(new URL(address(source)).href, source).toBe(address(source))
    for (const source of known.filter((each) => each.includes('§'))) {
      const [, section = '?'] = /§([\d.]*\d)/.exec(source) ?? []
      expect(address(source).endsWith(`#section-${section}`), source).toBe(true)
    }
    const others = [...sources].filter((source) => !known.includes(source))
    expect(others.map(sourceLink).filter((link) => link !== null)).toEqual([])
  })
})

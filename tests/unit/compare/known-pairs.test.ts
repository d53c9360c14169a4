// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { compareCodes, type FacetId } from '#src/compare/compare-codes.ts'
import { realCatalog, recordOf } from '#tests/setup/real-catalog.ts'

/*
 * Pairs whose answers are known from the documents, row by row, each value as "first, second". Sources: RFC 5321
 * §3.4, §3.8, §4.2.1, §4.2.3, §4.2.5, §4.3.2, §4.5.3.1.10 and §4.5.4.1; RFC 7504 §3; RFC 4954 §6; RFC 3207 §4.
 */
interface Facts {
  pair: [string, string]
  relation: string
  rows: Partial<Record<FacetId, [string, string]>>
  sharedCommands: string[]
  thirdCodes: string[]
}

const FACTS: Facts[] = [
  {
    pair: ['250', '551'],
    relation: 'success-permanent',
    rows: {
      class: ['2', '5'],
      category: ['5', '5'],
      outcome: ['success', 'permanent'],
      'next-step': ['continue', 'give-up'],
      responsibility: ['server-after-final-dot', 'client'],
      connection: ['no', 'no'],
      bounce: ['none', 'hard'],
      standing: ['standard', 'standard'],
    },
    sharedCommands: ['RCPT', 'VRFY'],
    thirdCodes: ['251'],
  },
  {
    pair: ['251', '550'],
    relation: 'success-permanent',
    rows: {
      class: ['2', '5'],
      category: ['5', '5'],
      outcome: ['success', 'permanent'],
      'next-step': ['continue', 'give-up'],
      responsibility: ['client', 'client'],
      connection: ['no', 'no'],
      bounce: ['none', 'depends'],
      standing: ['standard', 'standard'],
    },
    sharedCommands: ['RCPT', 'VRFY'],
    thirdCodes: ['250', '551'],
  },
  {
    pair: ['251', '551'],
    relation: 'success-permanent',
    rows: {
      class: ['2', '5'],
      category: ['5', '5'],
      outcome: ['success', 'permanent'],
      'next-step': ['continue', 'give-up'],
      responsibility: ['client', 'client'],
      connection: ['no', 'no'],
      bounce: ['none', 'hard'],
      standing: ['standard', 'standard'],
    },
    sharedCommands: ['RCPT', 'VRFY'],
    thirdCodes: ['250', '550'],
  },
  {
    pair: ['251', '554'],
    relation: 'success-permanent',
    rows: {
      class: ['2', '5'],
      category: ['5', '5'],
      outcome: ['success', 'permanent'],
      'next-step': ['continue', 'give-up'],
      responsibility: ['client', 'client'],
      connection: ['no', 'no'],
      standing: ['standard', 'standard'],
    },
    sharedCommands: ['RCPT'],
    thirdCodes: ['551'],
  },
  {
    pair: ['211', '551'],
    relation: 'success-permanent',
    rows: {
      class: ['2', '5'],
      category: ['1', '5'],
      outcome: ['success', 'permanent'],
      'next-step': ['continue', 'give-up'],
      responsibility: ['client', 'client'],
      connection: ['no', 'no'],
      standing: ['standard', 'standard'],
    },
    sharedCommands: [],
    thirdCodes: ['251'],
  },
  {
    pair: ['452', '552'],
    relation: 'transient-permanent',
    rows: {
      class: ['4', '5'],
      category: ['5', '5'],
      outcome: ['transient', 'permanent'],
      'next-step': ['retry-later', 'give-up'],
      responsibility: ['client', 'client'],
      connection: ['no', 'no'],
      bounce: ['soft', 'depends'],
      standing: ['standard', 'standard'],
    },
    sharedCommands: ['MAIL', 'RCPT', 'DATA', 'BDAT', 'DATA_END'],
    thirdCodes: ['503'],
  },
  {
    pair: ['421', '450'],
    relation: 'both-transient',
    rows: {
      class: ['4', '4'],
      category: ['2', '5'],
      outcome: ['transient', 'transient'],
      'next-step': ['retry-later', 'retry-later'],
      responsibility: ['client', 'client'],
      connection: ['yes', 'no'],
      bounce: ['soft', 'soft'],
      standing: ['standard', 'standard'],
    },
    sharedCommands: ['MAIL', 'RCPT', 'BDAT', 'DATA_END', 'ATRN'],
    thirdCodes: ['451'],
  },
  {
    pair: ['554', '521'],
    relation: 'both-permanent',
    rows: {
      class: ['5', '5'],
      category: ['5', '2'],
      outcome: ['permanent', 'permanent'],
      'next-step': ['give-up', 'give-up'],
      responsibility: ['client', 'client'],
      connection: ['no', 'may'],
      standing: ['standard', 'standard'],
    },
    sharedCommands: ['CONNECT', 'EHLO', 'MAIL', 'RCPT', 'DATA'],
    thirdCodes: ['421'],
  },
  {
    pair: ['454', '535'],
    relation: 'transient-permanent',
    rows: {
      class: ['4', '5'],
      category: ['5', '3'],
      outcome: ['transient', 'permanent'],
      'next-step': ['try-again-later', 'sign-in-differently'],
      connection: ['no', 'no'],
      standing: ['extension', 'extension'],
    },
    sharedCommands: ['AUTH'],
    thirdCodes: ['435'],
  },
]

describe.each(FACTS)('$pair', ({ pair, relation, rows, sharedCommands, thirdCodes }) => {
  const { facets, verdict } = compareCodes(realCatalog, recordOf(pair[0]), recordOf(pair[1]))

  test.each(Object.entries(rows))('"%s" is %j', (id, values) => {
    const facet = facets.find((candidate) => candidate.id === id)
    expect([facet?.first, facet?.second]).toEqual(values)
    expect(facet?.relation).toBe(values[0] === values[1] ? 'same' : 'different')
  })

  test(`is judged as ${relation}`, () => {
    expect(verdict.relation).toBe(relation)
    expect(verdict.note?.codes).toEqual(pair.toSorted())
  })

  test(`can both answer: ${sharedCommands.join(', ') || 'nothing'}`, () => {
    expect(verdict.sharedCommands?.toSorted()).toEqual(sharedCommands.toSorted())
  })

  test(`points to ${thirdCodes.join(' and ')}`, () => {
    expect(verdict.thirdCodes).toEqual(thirdCodes)
  })
})

describe('what each side has alone', () => {
  function onlyOf(first: string, second: string, id: FacetId) {
    const { facets } = compareCodes(realCatalog, recordOf(first), recordOf(second))
    const facet = facets.find((candidate) => candidate.id === id)
    return facet?.kind === 'list' ? facet : undefined
  }

  test('250 answers nearly every command, 551 none that 250 cannot', () => {
    expect(onlyOf('250', '551', 'commands')).toMatchObject({
      onlyFirst: expect.arrayContaining(['EHLO', 'HELO', 'MAIL', 'DATA_END', 'RSET', 'NOOP', 'EXPN']),
      onlySecond: [],
    })
  })

  test('211 answers HELP, 551 answers RCPT TO and VRFY', () => {
    expect(onlyOf('211', '551', 'commands')).toMatchObject({
      onlyFirst: ['HELP'],
      onlySecond: ['RCPT', 'VRFY'],
    })
  })

  test('251 answers ETRN too, 551 does not', () => {
    expect(onlyOf('251', '551', 'commands')).toMatchObject({ onlyFirst: ['ETRN'], onlySecond: [] })
  })

  test('421 may answer any command, so 450 answers none that 421 cannot', () => {
    expect(onlyOf('421', '450', 'commands')?.onlySecond).toEqual([])
  })

  test('552 answers BURL for a full mailbox, 452 is not listed for it', () => {
    expect(onlyOf('452', '552', 'commands')).toMatchObject({ onlyFirst: [], onlySecond: ['BURL'] })
  })

  test('a full mailbox and too many recipients come as 452 or as 552', () => {
    expect(onlyOf('452', '552', 'scenarios')?.shared).toEqual(
      expect.arrayContaining(['mailbox-full', 'too-many-recipients']),
    )
  })

  test('greylisting comes as 421 or as 450 (RFC 6647 §5)', () => {
    expect(onlyOf('421', '450', 'scenarios')?.shared).toContain('greylisting')
  })

  test('550 and 551 share 5.7.1 and nothing more of 551', () => {
    expect(onlyOf('550', '551', 'enhanced-codes')).toMatchObject({ shared: ['5.7.1'], onlySecond: [] })
  })
})

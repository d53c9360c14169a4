// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CodeRecord } from '#src/catalog/catalog-schema.ts'
import { compareCodes, type Comparison, type Facet } from '#src/compare/compare-codes.ts'
import { buildCatalog, buildCatalogCode, buildCode, buildCommands } from '#tests/setup/build-code.ts'
import { realCatalog, recordOf } from '#tests/setup/real-catalog.ts'

const { codes } = realCatalog

/** Numbers that fit the grammar, most of which nobody defined, and every code of the catalogue. */
const anyRecord = fc.oneof(
  fc.constantFrom(...codes),
  fc.stringMatching(/^[2-5][0-5][0-9]$/).map((code) => recordOf(code)),
  fc
    .tuple(
      fc.constantFrom('', '250 ', '450 ', '550 ', '259 '),
      fc.constantFrom('2', '4', '5'),
      fc.oneof(
        fc.constantFrom(...realCatalog.enhanced.codes.map(({ detail }) => detail)),
        fc.constant('7.999'),
      ),
    )
    .map(([reply, digit, detail]) => recordOf(`${reply}${digit}.${detail}`)),
)

function compare(first: CodeRecord, second: CodeRecord): Comparison {
  return compareCodes(realCatalog, first, second)
}

/** What `judge` finds wrong with any of the pairs of the catalogue, each in both orders and with itself. */
function complaintsAboutAllPairs(judge: (comparison: Comparison) => boolean): string[] {
  return codes.flatMap((first) =>
    codes.filter((second) => !judge(compare(first, second))).map((second) => `${first.code} ${second.code}`),
  )
}

function mirrored(facet: Facet): Facet {
  const { first, second } = facet
  if (facet.kind === 'list') {
    const { onlyFirst, onlySecond } = facet
    return {
      ...facet,
      first: facet.second,
      second: facet.first,
      onlyFirst: onlySecond,
      onlySecond: onlyFirst,
    }
  }
  return { ...facet, first: second, second: first } as Facet
}

/** The ids that both sides have, in no order: each side lists them in its own. */
function unordered(facet: Facet): Facet {
  return facet.kind === 'list' ? { ...facet, shared: facet.shared.toSorted() } : facet
}

describe('a code compared with itself', () => {
  test('differs nowhere, whichever code it is', () => {
    for (const record of codes) {
      const { facets, differing, verdict } = compare(record, record)
      expect(differing, record.code).toBe(0)
      expect(facets.filter(({ relation }) => relation === 'different')).toEqual([])
      expect(verdict.relation).toBe('same-code')
      expect(verdict.thirdCodes).toEqual([])
    }
  })

  test('differs nowhere even when nobody defined it', () => {
    const { differing, verdict } = compare(recordOf('559'), recordOf('559'))
    expect(differing).toBe(0)
    expect(verdict.relation).toBe('same-code')
  })
})

describe('swapping the two sides', () => {
  test('mirrors every row and changes no relation', () => {
    fc.assert(
      fc.property(anyRecord, anyRecord, (first, second) => {
        const straight = compare(first, second)
        const swapped = compare(second, first)
        expect(swapped.facets.map(unordered)).toEqual(straight.facets.map(mirrored).map(unordered))
        expect(swapped.first).toBe(straight.second)
        expect(swapped.second).toBe(straight.first)
      }),
      { numRuns: 500 },
    )
  })

  test('leaves count and verdict as they are, for every pair of the catalogue', () => {
    const complaints = complaintsAboutAllPairs((straight) => {
      const { verdict, differing } = compare(straight.second, straight.first)
      return (
        differing === straight.differing &&
        verdict.relation === straight.verdict.relation &&
        verdict.named.join() === straight.verdict.named.join() &&
        verdict.note === straight.verdict.note &&
        verdict.thirdCodes.join() === straight.verdict.thirdCodes.join() &&
        verdict.sharedCommands?.toSorted().join() === straight.verdict.sharedCommands?.toSorted().join()
      )
    })
    expect(complaints).toEqual([])
  })
})

describe('every pair of the catalogue', () => {
  test('has the same rows in the same order', () => {
    const rows = compare(recordOf('250'), recordOf('551')).facets.map(({ id }) => id)
    expect(new Set(rows).size).toBe(rows.length)
    expect(
      complaintsAboutAllPairs(({ facets }) => facets.map(({ id }) => id).join() === rows.join()),
    ).toEqual([])
  })

  test('counts as differing exactly the rows that are marked different', () => {
    expect(
      complaintsAboutAllPairs(
        ({ facets, differing }) =>
          facets.filter(({ relation }) => relation === 'different').length === differing,
      ),
    ).toEqual([])
  })

  test('is not comparable in a row exactly where one side is not specified', () => {
    expect(
      complaintsAboutAllPairs(({ facets }) =>
        facets.every(
          ({ relation, first, second }) =>
            (relation === 'notSpecified') === (first === null || second === null),
        ),
      ),
    ).toEqual([])
  })

  test('is the same in a row exactly where both sides say the same', () => {
    const said = (value: string | string[] | null) =>
      typeof value === 'string' ? value : value?.toSorted().join('\n')
    expect(
      complaintsAboutAllPairs(({ facets }) =>
        facets.every(
          ({ relation, first, second }) =>
            relation === 'notSpecified' || (relation === 'same') === (said(first) === said(second)),
        ),
      ),
    ).toEqual([])
  })

  test('splits each list into what both have and what one has alone, losing nothing', () => {
    expect(
      complaintsAboutAllPairs(({ facets }) =>
        facets.every((facet) => {
          if (facet.kind !== 'list') return true
          const { first, second, shared, onlyFirst, onlySecond } = facet
          return (
            [...shared, ...onlyFirst].toSorted().join('\n') === (first ?? []).toSorted().join('\n') &&
            [...shared, ...onlySecond].toSorted().join('\n') === (second ?? []).toSorted().join('\n')
          )
        }),
      ),
    ).toEqual([])
  })

  test('has a verdict on its two outcomes that names both codes', () => {
    const outcomes = ['success', 'intermediate', 'transient', 'permanent', 'not-smtp']
    expect(
      complaintsAboutAllPairs(({ first, second, verdict, facets }) => {
        const facet = facets.find(({ id }) => id === 'outcome')
        const [better, worse] = [facet?.first, facet?.second]
          .map(String)
          .toSorted((a, b) => outcomes.indexOf(a) - outcomes.indexOf(b))
        const expected =
          first === second ? 'same-code' : better === worse ? `both-${better}` : `${better}-${worse}`
        return (
          verdict.relation === expected &&
          verdict.named.toSorted().join() === [first.code, second.code].toSorted().join()
        )
      }),
    ).toEqual([])
  })

  test('of two outcomes names the codes in the order in which the verdict speaks of them', () => {
    expect(
      complaintsAboutAllPairs(({ verdict: { relation, named } }) => {
        const [first, second] = named
        if (relation === 'same-code' || relation.startsWith('both-')) return first <= second
        const record = compare(recordOf(first), recordOf(second)).facets.find(({ id }) => id === 'outcome')
        return relation === `${String(record?.first)}-${String(record?.second)}`
      }),
    ).toEqual([])
  })

  test('has a note exactly when the catalogue notes the two codes', () => {
    const noted = new Set(realCatalog.pairs.map((pair) => pair.codes.join()))
    expect(
      complaintsAboutAllPairs(({ first, second, verdict }) => {
        const pair = [first.code, second.code].toSorted().join()
        return noted.has(pair) ? verdict.note?.codes.join() === pair : verdict.note === null
      }),
    ).toEqual([])
  })

  test('suggests as third only other codes of the catalogue', () => {
    const known = new Set(codes.map(({ code }) => code))
    expect(
      complaintsAboutAllPairs(({ first, second, verdict: { thirdCodes } }) =>
        thirdCodes.every((code) => known.has(code) && code !== first.code && code !== second.code),
      ),
    ).toEqual([])
  })

  test('leaves open whether both can answer a command only where no document says', () => {
    expect(
      complaintsAboutAllPairs(({ facets, verdict: { sharedCommands } }) => {
        const commands = facets.find(({ id }) => id === 'commands')
        return commands?.kind === 'list' && commands.relation === 'notSpecified'
          ? sharedCommands === null
          : commands?.kind === 'list' && sharedCommands?.join() === commands.shared.join()
      }),
    ).toEqual([])
  })
})

describe('a code that nobody defined', () => {
  const { facets } = compare(recordOf('559'), recordOf('550'))
  const relationIn = (id: string) => facets.find((facet) => facet.id === id)?.relation

  test('is compared by its digits', () => {
    expect(relationIn('class')).toBe('same')
    expect(relationIn('outcome')).toBe('same')
    expect(relationIn('standing')).toBe('different')
  })

  test.each(['commands', 'scenarios', 'remedies', 'actors', 'enhanced-codes', 'connection', 'bounce'])(
    'is not specified in "%s"',
    (id) => {
      expect(relationIn(id)).toBe('notSpecified')
    },
  )
})

describe('an empty list', () => {
  const catalog = buildCatalog()
  const relationOf = (first: CodeRecord, second: CodeRecord) =>
    compareCodes(catalog, first, second).facets.find(({ id }) => id === 'actors')?.relation

  test('is knowledge in a defined code: nobody needs to act', () => {
    expect(relationOf(buildCode({ code: '250' }), buildCode({ code: '221' }))).toBe('same')
    expect(relationOf(buildCode({ code: '250' }), buildCode({ code: '550', actors: ['sender'] }))).toBe(
      'different',
    )
  })

  test('is ignorance in a nonstandard one', () => {
    const nonstandard = buildCode({ code: '571', standing: 'nonstandard' })
    expect(relationOf(nonstandard, buildCode({ actors: ['sender'] }))).toBe('notSpecified')
  })
})

describe('commands, scenarios and remedies', () => {
  test('are equal when the same ones stand in another order', () => {
    const first = buildCode({ code: '450', commands: buildCommands('MAIL', 'RCPT'), scenarios: ['a', 'b'] })
    const second = buildCode({ code: '451', commands: buildCommands('RCPT', 'MAIL'), scenarios: ['b', 'a'] })
    const { facets } = compareCodes(buildCatalog(), first, second)
    expect(facets.find(({ id }) => id === 'commands')?.relation).toBe('same')
    expect(facets.find(({ id }) => id === 'scenarios')?.relation).toBe('same')
  })

  test('list a command once that a code answers in two cases', () => {
    const twice = buildCode({ commands: buildCommands('MAIL', 'MAIL', 'RCPT') })
    const { facets } = compareCodes(buildCatalog(), twice, buildCode({ code: '551' }))
    expect(facets.find(({ id }) => id === 'commands')?.first).toEqual(['MAIL', 'RCPT'])
  })
})

describe('the third code of a pair without a note', () => {
  const third = buildCatalogCode({ code: '450' })
  const first = buildCatalogCode({ code: '421', confusedWith: ['450', '451', '551'] })
  const second = buildCatalogCode({ code: '551', confusedWith: ['421', '450', '451'] })

  test('is a defined one that people confuse with both', () => {
    const wild = buildCatalogCode({ code: '451', standing: 'nonstandard' })
    const catalog = buildCatalog({ codes: [first, third, wild, second] })
    expect(compareCodes(catalog, first, second).verdict.thirdCodes).toEqual(['450'])
  })

  test('is none when nothing is confused with both', () => {
    const catalog = buildCatalog({ codes: [first, third, second] })
    expect(compareCodes(catalog, third, second).verdict.thirdCodes).toEqual([])
  })
})

describe('the rows of a comparison', () => {
  const rowsOf = (first: string, second: string) =>
    compare(recordOf(first), recordOf(second)).facets.map(({ id }) => id)
  const facetOf = (first: string, second: string, id: string) =>
    compare(recordOf(first), recordOf(second)).facets.find((facet) => facet.id === id)

  test('have nothing about enhanced codes where neither side has one', () => {
    const rows = rowsOf('450', '550')
    for (const id of ['subject', 'detail', 'replies', 'registration']) expect(rows).not.toContain(id)
  })

  test('have nothing about replies where both are enhanced codes alone', () => {
    const rows = rowsOf('5.7.1', '4.7.1')
    for (const id of ['category', 'meaning', 'commands', 'bounce', 'standing']) expect(rows).not.toContain(id)
    expect(rows).toEqual(expect.arrayContaining(['class', 'outcome', 'subject', 'detail', 'next-step']))
  })

  test('say when one sees an enhanced code and what to do, where that is known of one of them', () => {
    expect(rowsOf('5.1.1', '5.0.0')).toEqual(expect.arrayContaining(['scenarios', 'remedies']))
    expect(facetOf('5.1.1', '5.0.0', 'scenarios')).toMatchObject({ relation: 'notSpecified', second: null })
    expect(rowsOf('5.0.0', '4.0.0')).not.toContain('scenarios')
  })

  test('have both where a whole reply meets anything, and say what a side has not', () => {
    for (const other of ['550', '5.7.1', '550 5.7.26']) {
      expect(rowsOf('550 5.7.1', other)).toEqual(expect.arrayContaining(['meaning', 'commands', 'detail']))
    }
    expect(facetOf('550 5.7.1', '550', 'detail')).toMatchObject({ relation: 'notSpecified', second: null })
    expect(facetOf('550 5.7.1', '5.7.1', 'category')).toMatchObject({
      relation: 'notSpecified',
      second: null,
    })
  })

  test('tell two whole replies with one reply code apart by their enhanced codes alone', () => {
    expect(facetOf('550 5.7.1', '550 5.7.26', 'meaning')?.relation).toBe('same')
    expect(facetOf('550 5.7.1', '550 5.7.26', 'detail')?.relation).toBe('different')
    expect(facetOf('550 5.7.1', '550 5.1.1', 'subject')?.relation).toBe('different')
    expect(facetOf('550 5.7.1', '550 5.7.26', 'subject')?.relation).toBe('same')
  })

  test('know the outcome of an enhanced code by its class', () => {
    expect(facetOf('4.2.2', '5.2.2', 'outcome')).toMatchObject({ first: 'transient', second: 'permanent' })
    expect(compare(recordOf('4.2.2'), recordOf('5.2.2')).verdict.relation).toBe('transient-permanent')
  })
})

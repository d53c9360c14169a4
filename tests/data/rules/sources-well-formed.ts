import { CATALOG_FILE, quote, repeated, tell, type LintInput, type Rule } from './rule.ts'

interface SourceList {
  where: string
  sources: string[]
  mayBeEmpty: boolean
}

/** Each kind of citation by how it begins, and the one spelling of it that `sourceLink` understands. */
const KINDS = [
  {
    opening: /^rfc/i,
    spelling: /^RFC \d{3,4}(?: §\d+(?:\.\d+)*| Appendix [A-Z](?:\.\d+)*)?$/,
    example: '"RFC 5321 §4.2.2", "RFC 7208 Appendix D.2" or "RFC 876", one place a source',
  },
  {
    opening: /^iana/i,
    spelling: /^IANA (?:X\.\d{1,3}\.\d{1,3}|[a-z]+ registry)$/,
    example: '"IANA X.7.1" or "IANA smtp registry"',
  },
  {
    opening: /^(?:internet-)?draft/i,
    spelling: /^draft-[a-z0-9]+(?:-[a-z0-9]+)+-\d{2}$/,
    example: '"draft-hall-prdr-00", with its two-digit version',
  },
  {
    opening: /^/,
    spelling: /^(?!.*(?:https?:|[§;]|\bRFC\b))[\p{L}\p{N}].*[\p{L}\p{N})]$/u,
    example: 'a proper name such as "Postfix" or "dig(1)", without address, section sign or a second source',
  },
]

export const sourcesWellFormed: Rule = {
  name: 'sources-well-formed',
  about: 'every statement has sources, none twice, each spelled in one way',
  check: ({ catalog }) => {
    const lists = sourceLists(catalog)
    return [...lists.flatMap(problemsOf), ...spelledTwoWays(lists)]
  },
}

function problemsOf({ where, sources, mayBeEmpty }: SourceList): string[] {
  const problems = repeated(sources).map((source) =>
    tell({
      where,
      found: `${quote(source)} twice`,
      expected: 'every source once',
      fix: 'delete one of them',
    }),
  )
  if (sources.length === 0 && !mayBeEmpty) {
    problems.push(
      tell({
        where,
        found: 'no source',
        expected: 'at least one',
        fix: 'name the document, section by section, or delete the statement',
      }),
    )
  }
  for (const source of sources) {
    const kind = KINDS.find(({ opening }) => opening.test(source))
    if (!kind || kind.spelling.test(source)) continue
    problems.push(tell({ where, found: quote(source), expected: kind.example, fix: 'spell it that way' }))
  }
  return problems
}

/** Found by letters and digits alone; where those are equal, a reader sees the same source under two names. */
function spelledTwoWays(lists: SourceList[]): string[] {
  const spellings = new Map<string, Map<string, string>>()
  for (const { where, sources } of lists) {
    for (const source of sources) {
      // The dots of §4.1.1 and §4.11 tell them apart, and documents have one spelling already.
      if (/^(?:RFC|IANA|draft)/.test(source)) continue
      const letters = source.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
      const known = spellings.get(letters) ?? new Map<string, string>()
      spellings.set(letters, known.has(source) ? known : known.set(source, where))
    }
  }
  return [...spellings.values()]
    .filter((known) => known.size > 1)
    .map((known) => {
      const [[first, place] = ['', ''], ...others] = known
      return tell({
        where: place,
        found: `${quote(first)}, and elsewhere ${others.map(([source, where]) => `${quote(source)} (${where})`).join(', ')}`,
        expected: 'one spelling for one source',
        fix: 'choose one and use it everywhere',
      })
    })
}

function sourceLists(catalog: LintInput['catalog']): SourceList[] {
  const list = (where: string, sources: string[], mayBeEmpty = false): SourceList => ({
    where: `${CATALOG_FILE} ${where}`,
    sources,
    mayBeEmpty,
  })
  return [
    ...catalog.codes.flatMap((record) => {
      const where = `codes ${record.code}`
      return [
        // Which of these a code must have depends on its standing: see standing-is-grounded.
        list(`${where} definedIn`, record.definedIn, true),
        list(`${where} firstDefinedIn`, record.firstDefinedIn === null ? [] : [record.firstDefinedIn], true),
        list(`${where} updatedBy`, record.updatedBy, true),
        list(`${where} evidence`, record.evidence, true),
        ...record.officialTexts.map(({ text, source }) =>
          list(`${where} officialTexts ${quote(text)}`, [source]),
        ),
        ...record.commands.map(({ command, sources }) => list(`${where} commands ${command}`, sources)),
      ]
    }),
    ...(['scenarios', 'remedies', 'quirks', 'mistakes'] as const).flatMap((name) =>
      catalog[name].map(({ id, sources }) => list(`${name} ${id}`, sources)),
    ),
    ...catalog.pairs.map(({ codes, sources }) => list(`pairs ${codes.join('-')}`, sources)),
  ]
}

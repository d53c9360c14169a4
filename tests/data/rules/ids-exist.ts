import { CATALOG_FILE, quote, tell, type LintInput, type Rule } from './rule.ts'

interface Reference {
  where: string
  list: 'codes' | 'scenarios' | 'remedies'
  ids: string[]
}

export const idsExist: Rule = {
  name: 'ids-exist',
  about: 'every code, scenario and remedy that is referred to stands in the catalogue',
  check: ({ catalog }) => {
    const known = {
      codes: new Set(catalog.codes.map(({ code }) => code)),
      scenarios: new Set(catalog.scenarios.map(({ id }) => id)),
      remedies: new Set(catalog.remedies.map(({ id }) => id)),
    }
    return referencesOf(catalog).flatMap(({ where, list, ids }) =>
      ids
        .filter((id) => !known[list].has(id))
        .map((id) =>
          tell({
            where: `${CATALOG_FILE} ${where}`,
            found: quote(id),
            expected: `one that stands in ${list}`,
            fix: `correct it, or add ${quote(id)} to ${list}`,
          }),
        ),
    )
  },
}

function referencesOf(catalog: LintInput['catalog']): Reference[] {
  return [
    ...catalog.codes.flatMap((record): Reference[] => {
      const where = `codes ${record.code}`
      return [
        { where: `${where} scenarios`, list: 'scenarios', ids: record.scenarios },
        { where: `${where} remedies`, list: 'remedies', ids: record.remedies },
        { where: `${where} confusedWith`, list: 'codes', ids: record.confusedWith },
        { where: `${where} instead`, list: 'codes', ids: record.instead },
      ]
    }),
    ...catalog.enhanced.codes.flatMap(({ detail, scenarios, remedies }): Reference[] => {
      const where = `enhanced X.${detail}`
      return [
        { where: `${where} scenarios`, list: 'scenarios', ids: scenarios },
        { where: `${where} remedies`, list: 'remedies', ids: remedies },
      ]
    }),
    ...(['quirks', 'mistakes'] as const).flatMap((list) =>
      catalog[list].map(
        ({ id, codes }): Reference => ({ where: `${list} ${id} codes`, list: 'codes', ids: codes }),
      ),
    ),
    ...catalog.pairs.flatMap(({ codes, third }): Reference[] => {
      const where = `pairs ${codes.join('-')}`
      return [
        { where: `${where} codes`, list: 'codes', ids: codes },
        { where: `${where} third`, list: 'codes', ids: third },
      ]
    }),
  ]
}

import { ROLES } from '#src/catalog/catalog-schema.ts'
import { CATALOG_FILE, repeated, tell, type Rule } from './rule.ts'

interface List {
  where: string
  values: string[]
  /** Absent where the first of the list matters most, so that no order is wrong. */
  rank?: (value: string) => number
}

const number = (value: string) => Number(value)
// 5.7.2 before 5.7.15.
const enhancedNumber = (value: string) => value.split('.').reduce((sum, part) => sum * 1000 + Number(part), 0)
const role = (value: string) => (ROLES as readonly string[]).indexOf(value)

export const listsInOrder: Rule = {
  name: 'lists-in-order',
  about: 'a list names nothing twice, and lists of codes, enhanced codes and roles are in order',
  check: ({ catalog }) => {
    const lists: List[] = [
      ...catalog.codes.flatMap((record): List[] => {
        const where = `${CATALOG_FILE} codes ${record.code}`
        return [
          { where: `${where} scenarios`, values: record.scenarios },
          { where: `${where} remedies`, values: record.remedies },
          { where: `${where} instead`, values: record.instead },
          { where: `${where} confusedWith`, values: record.confusedWith, rank: number },
          {
            where: `${where} enhancedCodes`,
            values: record.enhancedCodes.map((enhanced) => enhanced.code),
            rank: enhancedNumber,
          },
          { where: `${where} actors`, values: record.actors, rank: role },
        ]
      }),
      ...catalog.enhanced.codes.flatMap(({ detail, scenarios, remedies }): List[] => [
        { where: `${CATALOG_FILE} enhanced X.${detail} scenarios`, values: scenarios },
        { where: `${CATALOG_FILE} enhanced X.${detail} remedies`, values: remedies },
      ]),
      ...(['quirks', 'mistakes'] as const).flatMap((list) =>
        catalog[list].map(({ id, codes }) => ({
          where: `${CATALOG_FILE} ${list} ${id} codes`,
          values: codes,
          rank: number,
        })),
      ),
      ...catalog.pairs.map(({ codes, third }) => ({
        where: `${CATALOG_FILE} pairs ${codes.join('-')} third`,
        values: third,
        rank: number,
      })),
    ]
    return lists.flatMap(({ where, values, rank }) => [
      ...repeated(values).map((value) =>
        tell({ where, found: `${value} twice`, expected: 'every entry once', fix: 'delete one of them' }),
      ),
      ...values.flatMap((value, index) => {
        const before = values[index - 1]
        if (!rank || before === undefined || rank(before) <= rank(value)) return []
        return tell({
          where,
          found: `${value} after ${before}`,
          expected: 'ascending order (roles in the order of ROLES)',
          fix: `move ${value} up`,
        })
      }),
    ])
  },
}

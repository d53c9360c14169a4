import { CATALOG_FILE, tell, type Rule } from './rule.ts'

export const confusionsMutual: Rule = {
  name: 'confusions-mutual',
  about: 'a code confused with another is named by that other too, and no code is confused with itself',
  check: ({ catalog }) => {
    const records = new Map(catalog.codes.map((record) => [record.code, record]))
    return catalog.codes.flatMap(({ code, confusedWith }) =>
      confusedWith.flatMap((partner) => {
        if (partner === code) {
          return tell({
            where: `${CATALOG_FILE} codes ${code} confusedWith`,
            found: 'the code itself',
            expected: 'other codes only',
            fix: `delete ${code} from the list`,
          })
        }
        const other = records.get(partner)
        // A partner without a record is the business of ids-exist.
        if (!other || other.confusedWith.includes(code)) return []
        return tell({
          where: `${CATALOG_FILE} codes ${partner} confusedWith`,
          found: `no ${code}, although ${code} names ${partner}`,
          expected: 'both to name each other',
          fix: `add ${code} here, or delete ${partner} from the list of ${code}`,
        })
      }),
    )
  },
}

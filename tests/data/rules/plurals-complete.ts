import { interfaceFile, quote, tell, type Rule } from './rule.ts'

const SUFFIX = /_(?:zero|one|two|few|many|other)$/

export const pluralsComplete: Rule = {
  name: 'plurals-complete',
  about: 'a text with a plural has every form of its language, and no other',
  check: (input) => {
    const needed = new Intl.PluralRules(input.tag).resolvedOptions().pluralCategories
    const plurals = Object.keys(input.ui).filter((key) => SUFFIX.test(key))
    const stems = [...new Set(plurals.map((key) => key.replace(SUFFIX, '')))]
    return stems.flatMap((stem) => {
      const forms = plurals
        .filter((key) => key.replace(SUFFIX, '') === stem)
        .map((key) => key.slice(stem.length + 1))
      if (forms.toSorted().join() === needed.toSorted().join()) return []
      return tell({
        where: `${interfaceFile(input)} ${quote(stem)}`,
        found: forms.join(', '),
        expected: `the forms ${needed.join(', ')} of ${quote(input.tag)}`,
        fix: `keep ${needed.map((form) => quote(`${stem}_${form}`)).join(', ')} and no other`,
      })
    })
  },
}

import { enhancedFile, quote, tell, type Rule } from './rule.ts'

export const registryHasWords: Rule = {
  name: 'registry-has-words',
  about:
    'every class, subject and detail of the registry has a name and a meaning, and no word is left without one',
  check: ({ tag, catalog, enhanced }) => {
    const { classes, subjects, codes } = catalog.enhanced
    const needed = {
      classes: classes.map((entry) => entry.class as string),
      subjects: subjects.map(({ subject }) => subject),
      codes: codes.map(({ detail }) => detail),
    }
    return (['classes', 'subjects', 'codes'] as const).flatMap((table) => [
      ...needed[table].flatMap((key) =>
        (['name', 'meaning'] as const)
          .filter((field) => !enhanced[table][key]?.[field]?.trim())
          .map((field) =>
            tell({
              where: `${enhancedFile({ tag })} ${table} ${key} ${field}`,
              found: 'no words',
              expected: 'some, because the registry has this entry',
              fix: 'write them, or delete the entry from the registry',
            }),
          ),
      ),
      ...Object.keys(enhanced[table])
        .filter((key) => !needed[table].includes(key))
        .map((key) =>
          tell({
            where: `${enhancedFile({ tag })} ${table}`,
            found: `words for ${quote(key)}`,
            expected: 'words only for what the registry has',
            fix: 'delete them, or add the entry to the registry',
          }),
        ),
    ])
  },
}

import { COMMANDS } from '#src/catalog/catalog-schema.ts'
import { CATALOG_FILE, repeated, tell, type Rule } from './rule.ts'

export const commandsInOrder: Rule = {
  name: 'commands-in-order',
  about: 'the commands of a code stand in the order of a session, each once in each of its cases',
  check: ({ catalog }) =>
    catalog.codes.flatMap(({ code, commands }) => {
      const where = `${CATALOG_FILE} codes ${code} commands`
      const outOfOrder = commands.flatMap(({ command }, index) => {
        const before = commands[index - 1]?.command
        if (before === undefined || COMMANDS.indexOf(before) <= COMMANDS.indexOf(command)) return []
        return tell({
          where,
          found: `${command} after ${before}`,
          expected: 'the order of COMMANDS in src/catalog/catalog-schema.ts',
          fix: `move ${command} up`,
        })
      })
      const entries = commands.map((entry) => `${entry.command}, case ${entry.case ?? 'none'}`)
      const twice = repeated(entries).map((entry) =>
        tell({
          where,
          found: `"${entry}" twice`,
          expected: 'one entry for a command and a case',
          fix: 'join the two entries and their sources',
        }),
      )
      return [...outOfOrder, ...twice]
    }),
}

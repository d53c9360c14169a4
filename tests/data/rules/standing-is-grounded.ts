import { CATALOG_FILE, tell, type Rule } from './rule.ts'

export const standingIsGrounded: Rule = {
  name: 'standing-is-grounded',
  about:
    'a defined code has an RFC and a command, a nonstandard one has evidence; only nonstandard ones are unverified',
  check: ({ catalog }) =>
    catalog.codes.flatMap((record) => {
      const { code, standing, definedIn, evidence, commands, verified } = record
      const where = `${CATALOG_FILE} codes ${code}`
      const isDefined = standing !== 'nonstandard'
      const problems: string[] = []
      if (isDefined && !definedIn.some((source) => source.startsWith('RFC '))) {
        problems.push(
          tell({
            where,
            found: `definedIn ${JSON.stringify(definedIn)}`,
            expected: `an RFC, because its standing is ${standing}`,
            fix: 'name the RFC and section that defines it, or make its standing nonstandard',
          }),
        )
      }
      if (isDefined && commands.length === 0) {
        problems.push(
          tell({
            where,
            found: 'no command',
            expected: `at least one, because its standing is ${standing}`,
            fix: 'add the commands that its document has it answer',
          }),
        )
      }
      if (!isDefined && definedIn.length + evidence.length === 0) {
        problems.push(
          tell({
            where,
            found: 'neither definedIn nor evidence',
            expected: 'a place where this nonstandard number was met or proposed',
            fix: 'name that place in evidence, or delete the record',
          }),
        )
      }
      if (isDefined && !verified) {
        problems.push(
          tell({
            where,
            found: `verified false with standing ${standing}`,
            expected: 'verified true, or standing nonstandard',
            fix: 'check the code against its document and set verified to true',
          }),
        )
      }
      return problems
    }),
}

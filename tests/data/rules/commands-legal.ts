import { COMMANDS, type Command } from '#src/catalog/catalog-schema.ts'
import { CATALOG_FILE, quote, tell, type Rule } from './rule.ts'

interface ReplyTable {
  sources: string[]
  replies: Partial<Record<Command, string>>
}

/** The list of replies to each command, kept apart by the document that has it. */
const BASE_TABLE: ReplyTable = {
  sources: ['RFC 5321 §4.3.2'],
  replies: {
    CONNECT: '220 554',
    EHLO: '250 502 504 550',
    HELO: '250 502 504 550',
    MAIL: '250 451 452 455 503 550 552 553 555',
    RCPT: '250 251 450 451 452 455 503 550 551 552 553 555',
    DATA: '354 503 554',
    DATA_END: '250 450 451 452 550 552 554',
    RSET: '250',
    VRFY: '250 251 252 502 504 550 551 553',
    EXPN: '250 252 500 502 504 550',
    HELP: '211 214 502 504',
    NOOP: '250',
    QUIT: '221',
  },
}

const TABLES: ReplyTable[] = [
  BASE_TABLE,
  // Changes the list above.
  { sources: ['RFC 7504 §5.1'], replies: { CONNECT: '521', RCPT: '556' } },
  {
    sources: ['RFC 4954 §4', 'RFC 4954 §6'],
    replies: { AUTH: '235 334 432 454 500 501 503 504 534 535 538' },
  },
  { sources: ['RFC 3207 §4'], replies: { STARTTLS: '220 454 501' } },
  // It allows other failures too, but names no number for them: those are by analogy.
  { sources: ['RFC 3030 §2'], replies: { BDAT: '250 503' } },
  { sources: ['RFC 1985 §5.1'], replies: { ETRN: '250 251 252 253 458 459 500 501' } },
  { sources: ['RFC 2645 §5.2.1', 'RFC 2645 §7'], replies: { ATRN: '250 450 451 453 530' } },
  { sources: ['RFC 4468 §6'], replies: { BURL: '250 451 503 552 554' } },
]

/** RFC 5321 §4.3.2 lets any command have these; 421 may come unasked as well (§3.8), so it needs no command. */
const ANY_COMMAND = ['421', '500', '501']
const NO_VERBS: Command[] = ['CONNECT', 'DATA_END']

export const commandsLegal: Rule = {
  name: 'commands-legal',
  about: 'a reply is listed for a command exactly where a document lists it',
  check: ({ catalog }) =>
    catalog.codes.flatMap(({ code, commands }) => {
      const where = `${CATALOG_FILE} codes ${code} commands`
      return [
        ...commands.flatMap(({ command, basis, sources }) => {
          if (basis === 'any-command') return anyCommandProblems(where, code, command)
          return basis === 'listed' ? listedProblems(where, code, command, sources) : []
        }),
        ...missingProblems(where, code, commands),
      ]
    }),
}

function anyCommandProblems(where: string, code: string, command: Command): string[] {
  if (ANY_COMMAND.includes(code) && (code === '421' || !NO_VERBS.includes(command))) return []
  return [
    tell({
      where: `${where} ${command}`,
      found: `basis any-command for ${code}`,
      expected: `it only for ${ANY_COMMAND.join(', ')}, by RFC 5321 §4.3.2, and at ${NO_VERBS.join(' and ')} for 421 alone`,
      fix: 'give the entry the basis it has, or delete it',
    }),
  ]
}

function listedProblems(where: string, code: string, command: Command, sources: string[]): string[] {
  const problems = TABLES.filter((table) => cites(sources, table)).flatMap((table) => {
    const row = table.replies[command]
    // An extension may name a reply to another command in its prose; RFC 5321 §4.3.2 is that list and nothing else.
    const isCovered = row !== undefined || table === BASE_TABLE
    if (!isCovered || listOf(row).includes(code)) return []
    return [
      tell({
        where: `${where} ${command}`,
        found: `${code} as listed by ${table.sources.join(', ')}`,
        expected: row === undefined ? `no row for ${command} there` : `one of ${row}`,
        fix: 'name the document that lists it, or change the basis to by-analogy or seen',
      }),
    ]
  })
  if (sources.some((source) => source.startsWith('RFC '))) return problems
  return [
    ...problems,
    tell({
      where: `${where} ${command}`,
      found: `basis listed with ${sources.map(quote).join(', ') || 'no source'}`,
      expected: 'the RFC that lists it',
      fix: 'name that RFC, or change the basis to by-analogy or seen',
    }),
  ]
}

function missingProblems(
  where: string,
  code: string,
  commands: { command: Command; basis: string; sources: string[] }[],
): string[] {
  return COMMANDS.flatMap((command) =>
    TABLES.filter(
      (table) =>
        listOf(table.replies[command]).includes(code) &&
        !commands.some(
          (entry) => entry.command === command && entry.basis === 'listed' && cites(entry.sources, table),
        ),
    ).map((table) =>
      tell({
        where,
        found: `no entry ${command} listed by ${table.sources.join(' or ')}`,
        expected: 'one, because that document lists it',
        fix: `add ${command} with basis listed and that source`,
      }),
    ),
  )
}

function cites(sources: string[], table: ReplyTable): boolean {
  return sources.some((source) => table.sources.includes(source))
}

function listOf(row: string | undefined): string[] {
  return row?.split(' ') ?? []
}

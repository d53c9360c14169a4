import { catalogProse, interfaceProse, type Prose } from './prose.ts'
import { quote, tell, type LintInput, type Rule } from './rule.ts'

const FAULTS: { found: (text: string) => boolean; what: string; expected: string; fix: string }[] = [
  {
    found: (text) => text !== text.normalize('NFC'),
    what: 'letters in pieces',
    expected: 'Unicode NFC, or searching would miss them',
    fix: "store the text as text.normalize('NFC')",
  },
  {
    found: (text) => /\.{2,}/.test(text),
    what: 'dots in a row',
    expected: 'one stop, or … where something is left out',
    fix: 'write . or …',
  },
  {
    found: (text) => /\s{2,}|[\t\n\r]/.test(text),
    what: 'two blanks in a row, a tab or a line break',
    expected: 'single blanks',
    fix: 'leave one blank',
  },
]

export const cleanTypography: Rule = {
  name: 'clean-typography',
  about: 'texts are in NFC and have no triple dots, double blanks or blanks around them',
  check: (input) =>
    [...catalogProse(input), ...interfaceProse(input)].flatMap((prose) => problemsOf(prose, input)),
}

/** Said next to other words, so they bring the blank between with them; French has one before a colon. */
const BLANK_AT_EDGE = ['compare.changed', 'compare.changed-end', 'compare.relation']

function problemsOf({ where, text }: Prose, { ui }: LintInput): string[] {
  const mayHaveEdge = BLANK_AT_EDGE.some((key) => where.endsWith(` ${key}`) && ui[key] === text)
  const faults = FAULTS.filter(({ found }) => found(text))
  const edge = {
    what: 'blanks at the edge or nothing else',
    expected: 'a text that begins and ends with a character to be seen',
    fix: 'delete the blanks',
  }
  return [...faults, ...(!mayHaveEdge && (text.trim() !== text || text === '') ? [edge] : [])].map(
    ({ what, expected, fix }) => tell({ where, found: `${what} in ${quote(text)}`, expected, fix }),
  )
}

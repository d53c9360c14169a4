import { BOUNCES, NEXT_STEPS, ROLES, STANDINGS, type CodeRecord } from '#src/catalog/catalog-schema.ts'
import type { Category, MessageHolder, Outcome, ReplyClass } from '#src/catalog/reply-class.ts'
import { LIST_FACETS, VALUE_FACETS, type ValueFacetId } from '#src/compare/compare-codes.ts'
import { interfaceFile, quote, tell, type Rule } from './rule.ts'

// Records where src has types only: a value added or dropped there is a type error here.
const CLASSES: Record<ReplyClass, true> = { 2: true, 3: true, 4: true, 5: true, none: true }
const CATEGORIES: Record<Category, true> = {
  0: true,
  1: true,
  2: true,
  3: true,
  4: true,
  5: true,
  none: true,
}
const OUTCOMES: Record<Outcome, true> = {
  success: true,
  intermediate: true,
  transient: true,
  permanent: true,
  'not-smtp': true,
}
const HOLDERS: Record<MessageHolder, true> = {
  client: true,
  'server-after-final-dot': true,
  'queueing-server': true,
}
// Unknown is shown as "not specified".
const CONNECTIONS: Record<Exclude<CodeRecord['closesConnection'], 'unknown'>, true> = {
  yes: true,
  may: true,
  no: true,
  'not-applicable': true,
}

const VALUES: Record<ValueFacetId, readonly string[]> = {
  class: Object.keys(CLASSES),
  category: Object.keys(CATEGORIES),
  outcome: Object.keys(OUTCOMES),
  'next-step': NEXT_STEPS,
  responsibility: Object.keys(HOLDERS),
  connection: Object.keys(CONNECTIONS),
  bounce: BOUNCES,
  standing: [...STANDINGS, 'undefined'],
  registration: ['registered', 'deprecated', 'unregistered'],
  // Its words are those of the registry.
  subject: [],
}

const keys = (prefix: string, ids: readonly string[]) => ids.map((id) => `${prefix}.${id}`)

/** The families of keys that src/i18n/catalog-text.ts builds from ids, out of TypeScript's sight. */
const FAMILIES = {
  value: [
    ...Object.entries(VALUES).flatMap(([facet, ids]) => keys(`value.${facet}`, ids)),
    ...keys('value.category-short', VALUES.category),
  ],
  facet: keys('facet', [...VALUE_FACETS, ...LIST_FACETS, 'meaning', 'detail']),
  none: keys('none', LIST_FACETS),
  role: keys('role', ROLES),
}
/** Built there too, but in families with other members. */
const OTHERS = [
  ...['gist', 'meaning', 'next'].flatMap((field) =>
    ['2', '3', '4', '5'].map((digit) => `undefined.${field}-${digit}`),
  ),
  ...['2', '4', '5'].map((digit) => `enhanced.next-${digit}`),
  ...['reply', '5yz', 'failure'].map((others) => `enhanced.any-${others}`),
  ...['gist', 'send', 'unlisted-name', 'unlisted-detail', 'unlisted-subject'].map((key) => `enhanced.${key}`),
  'undefined.name',
  'undefined.send',
  'command.CONNECT',
  'command.DATA_END',
]

export const INTERFACE_KEYS: string[] = [...Object.values(FAMILIES).flat(), ...OTHERS]

export const interfaceHasValues: Rule = {
  name: 'interface-has-values',
  about: 'every value, facet and role has words in the interface, and no words are left of one that is gone',
  check: (input) => {
    const missing = INTERFACE_KEYS.filter((key) => !input.ui[key]?.trim()).map((key) =>
      tell({
        where: interfaceFile(input),
        found: `no words for ${quote(key)}`,
        expected: 'some, because the catalogue or its schema has this value',
        fix: 'write them, or delete the value from src',
      }),
    )
    const left = Object.keys(input.ui)
      .filter((key) => {
        const family = Object.entries(FAMILIES).find(([name]) => key.startsWith(`${name}.`))?.[1]
        return family && !family.includes(key)
      })
      .map((key) =>
        tell({
          where: interfaceFile(input),
          found: quote(key),
          expected: 'keys of values that exist only',
          fix: 'correct the key or delete it',
        }),
      )
    return [...missing, ...left]
  },
}

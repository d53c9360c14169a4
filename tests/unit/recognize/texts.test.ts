// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import knownReplies from '#src/catalog/provider-replies.json'
import type { Recognition } from '#src/recognize/recognition.ts'
import { recognizeReplies } from '#src/recognize/recognize-replies.ts'

interface Expected {
  reply: string | null
  enhanced: string | null
  command?: string
  provider?: string
  software?: string
  recipient?: string
}

interface Specimen {
  id: string
  text: string
  expected: Expected[]
}

/*
 * Written from knowledge of the formats, before the recogniser and without sight of it; a third are traps, which hold no
 * reply.
 */
const FOLDER = 'tests/unit/recognize/texts'
const groups = readdirSync(FOLDER).map((file) => ({
  group: file.replace(/\.json$/, ''),
  specimens: JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8')) as Specimen[],
}))
const all = groups.flatMap(({ group, specimens }) =>
  specimens.map((specimen) => ({ ...specimen, group, found: recognizeReplies(specimen.text, knownReplies) })),
)
const pairOf = (codes: { reply: unknown; enhanced: unknown }) =>
  `${String(codes.reply)} ${String(codes.enhanced)}`
const valuesOf = ({ reply, enhanced }: Recognition) =>
  pairOf({ reply: reply?.value ?? null, enhanced: enhanced?.value ?? null })

const isExact = ({ expected, found }: (typeof all)[number]) =>
  found.map(valuesOf).join('|') === expected.map(pairOf).join('|')

test('the set is large and varied, a third of it traps', () => {
  expect(all.length).toBeGreaterThanOrEqual(300)
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  const traps = all.filter(({ expected }) => expected.length === 0)
  expect(traps.length).toBeGreaterThanOrEqual(all.length / 3)
})

test('the codes are exactly those expected, in at least 99 of 100 texts', () => {
  const wrong = all.filter((specimen) => !isExact(specimen))
  console.log(`recognised exactly: ${all.length - wrong.length} of ${all.length} texts`)
  const told = wrong.map(
    ({ group, id, expected, found }) =>
      `${group} ${id}: found ${found.map(valuesOf).join(', ')}; expected ${expected.map(pairOf).join(', ')}`,
  )
  expect(wrong.length / all.length, told.join('\n')).toBeLessThanOrEqual(0.01)
})

test('a text without a reply gives none, but for one in a hundred', () => {
  const traps = all.filter(({ expected }) => expected.length === 0)
  const alarms = traps.filter(({ found }) => found.length > 0)
  console.log(`false alarms: ${alarms.length} of ${traps.length} texts`)
  expect(alarms.length / traps.length, alarms.map(({ id }) => id).join()).toBeLessThanOrEqual(0.01)
})

describe.each(['command', 'provider', 'software', 'recipient'] as const)('the %s', (field) => {
  test('is the one that the text names, in at least 19 of 20 cases', () => {
    const cases = all.filter(isExact).flatMap(({ id, expected, found }) =>
      expected.flatMap((wanted, index) => {
        if (wanted[field] === undefined) return []
        const part = found[index]?.[field] ?? null
        return { id, wanted: wanted[field], got: typeof part === 'object' ? (part?.value ?? null) : part }
      }),
    )
    const wrong = cases.filter(({ wanted, got }) => wanted !== got)
    console.log(`${field}: ${cases.length - wrong.length} of ${cases.length}`)
    const told = wrong.map(({ id, wanted, got }) => `${id}: ${String(got)} instead of ${wanted}`)
    expect(wrong.length / cases.length, told.join('\n')).toBeLessThanOrEqual(0.05)
  })
})

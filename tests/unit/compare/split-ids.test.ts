// @vitest-environment node
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitIds } from '#src/compare/split-ids.ts'

const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'))

test('what both have and what one has alone make up the two lists again, each in its order', () => {
  fc.assert(
    fc.property(ids, ids, (first, second) => {
      const { shared, onlyFirst, onlySecond } = splitIds(first, second)
      expect(first.filter((id) => shared.includes(id))).toEqual(shared)
      expect(first.filter((id) => !shared.includes(id))).toEqual(onlyFirst)
      expect(second.filter((id) => !shared.includes(id))).toEqual(onlySecond)
      expect(second.filter((id) => shared.includes(id)).toSorted()).toEqual(shared.toSorted())
    }),
  )
})

test('nothing stands in two of the three parts', () => {
  fc.assert(
    fc.property(ids, ids, (first, second) => {
      const { shared, onlyFirst, onlySecond } = splitIds(first, second)
      const all = [...shared, ...onlyFirst, ...onlySecond]
      expect(new Set(all).size).toBe(all.length)
    }),
  )
})

test('swapping the lists swaps what each has alone', () => {
  fc.assert(
    fc.property(ids, ids, (first, second) => {
      const straight = splitIds(first, second)
      const swapped = splitIds(second, first)
      expect(swapped.onlyFirst).toEqual(straight.onlySecond)
      expect(swapped.onlySecond).toEqual(straight.onlyFirst)
      expect(swapped.shared.toSorted()).toEqual(straight.shared.toSorted())
    }),
  )
})

test('a list split against itself is all shared', () => {
  fc.assert(
    fc.property(ids, (list) => {
      expect(splitIds(list, list)).toEqual({ shared: list, onlyFirst: [], onlySecond: [] })
    }),
  )
})

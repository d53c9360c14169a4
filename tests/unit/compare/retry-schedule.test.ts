// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { NEXT_STEPS } from '#src/catalog/catalog-schema.ts'
import { timelineOf } from '#src/compare/retry-schedule.ts'

describe('mail that is retried (RFC 5321 §4.5.4.1)', () => {
  const timeline = timelineOf('retry-later')
  if (timeline.kind !== 'retries') throw new Error('expected retried mail to have a schedule')
  const { tries, giveUpDays } = timeline.schedule

  test('waits 30 minutes at least before the second try', () => {
    expect(tries[0]).toBeGreaterThanOrEqual(0.5)
  })

  test('is tried twice in the first hour', () => {
    expect(tries.filter((hours) => hours <= 1)).toHaveLength(1)
  })

  test('is then tried every two or three hours', () => {
    const gaps = tries.slice(1).map((hours, index) => hours - (tries[index] ?? 0))
    expect(gaps.length).toBeGreaterThan(5)
    expect(gaps.every((gap) => gap >= 2 && gap <= 3)).toBe(true)
  })

  test('is given up after four to five days', () => {
    expect(giveUpDays).toEqual([4, 5])
  })
})

test('mail that is refused for good goes back at once', () => {
  expect(timelineOf('give-up')).toEqual({ kind: 'returned-at-once' })
})

test('what is settled inside the session has no time line', () => {
  for (const step of NEXT_STEPS) {
    if (step === 'retry-later' || step === 'give-up') continue
    expect(timelineOf(step), step).toEqual({ kind: 'not-drawn' })
  }
})

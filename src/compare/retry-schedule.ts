import type { NextStep } from '#src/catalog/catalog-schema.ts'

export interface RetrySchedule {
  /** Hours after the first try at which the next tries fall, as the RFC's experience has it. */
  tries: number[]
  /** Days after which the message is returned to its author: no sooner than the first, often by the second. */
  giveUpDays: [number, number]
}

export type Timeline =
  | { kind: 'retries'; schedule: RetrySchedule }
  | { kind: 'returned-at-once' }
  | { kind: 'not-drawn' }

const QUEUE_SCHEDULE: RetrySchedule = {
  tries: [0.5, 3, 5.5, 8, 10.5, 13, 15.5, 18, 20.5, 23],
  giveUpDays: [4, 5],
}

/**
 * How a code's next step lies in time. Retried mail: 30 minutes at least before the next try, two tries in the first
 * hour, then one every two or three hours, given up after 4 to 5 days (RFC 5321 §4.5.4.1). A permanent refusal
 * goes back to its author at once. Steps inside a session have no time line.
 */
export function timelineOf(nextStep: NextStep): Timeline {
  if (nextStep === 'retry-later') return { kind: 'retries', schedule: QUEUE_SCHEDULE }
  if (nextStep === 'give-up') return { kind: 'returned-at-once' }
  return { kind: 'not-drawn' }
}

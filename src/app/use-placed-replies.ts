import { useState } from 'react'
import { codeOf } from '#src/recognize/code-of.ts'
import type { Recognition } from '#src/recognize/recognition.ts'

type Sides<Value> = readonly [Value, Value]

export interface PlacedReplies {
  /** The pasted replies whose codes stand on the sides now; null where a code comes from elsewhere. */
  placed: Sides<Recognition | null>
  setPlaced: (placed: Sides<Recognition | null>) => void
}

/** Remembers which pasted reply was put on which side, for as long as its code stands there. */
export function usePlacedReplies(codes: Sides<string | null>): PlacedReplies {
  const [given, setPlaced] = useState<Sides<Recognition | null>>([null, null])
  const still = (side: 0 | 1) => {
    const recognition = given[side]
    return recognition && codeOf(recognition) === codes[side] ? recognition : null
  }
  return { placed: [still(0), still(1)], setPlaced }
}

import { compareCodes, type Comparison } from '#src/compare/compare-codes.ts'
import { realCatalog, recordOf } from '#tests/setup/real-catalog.ts'

/** The comparison of two codes of the real catalogue, or of numbers that fit the grammar. */
export function comparisonOf(first: string, second: string): Comparison {
  return compareCodes(realCatalog, recordOf(first), recordOf(second))
}

import { loadavg } from 'node:os'

/** @param {readonly number[]} values */
export function median(values) {
  return quantile(values, 0.5)
}

/** @param {readonly number[]} values @param {number} share */
export function quantile(values, share) {
  const sorted = [...values].sort((one, other) => one - other)
  if (sorted.length === 0) return Number.NaN
  const place = (sorted.length - 1) * share
  const [low = 0, high = 0] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
  return low + (high - low) * (place % 1)
}

/** Median, then least and most. @param {readonly (number | null)[]} values @param {number} [digits] */
export function spread(values, digits = 0) {
  const known = values.filter((value) => value !== null)
  if (known.length === 0) return '–'
  const [least, most] = [Math.min(...known), Math.max(...known)].map((value) => value.toFixed(digits))
  const middle = median(known).toFixed(digits)
  const missed = known.length < values.length ? ` of ${known.length}/${values.length}` : ''
  return (least === most ? middle : `${middle} (${least}–${most})`) + missed
}

/** @param {number} bytes */
export function kilobytes(bytes) {
  return (bytes / 1000).toFixed(1)
}

/** @param {string} title @param {readonly (readonly string[])[]} rows The first is the head. */
export function printTable(title, rows) {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  )
  const line = (/** @type {readonly string[]} */ row) =>
    row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
    )
  console.log(`\n${title}`)
  const [head = [], ...body] = rows
  console.log(line(head).join('  '))
  console.log(widths.map((width) => '-'.repeat(width)).join('  '))
  for (const row of body) console.log(line(row).join('  '))
}

/** The same picks in every run. @param {number} seed @returns {(below: number) => number} */
export function chance(seed) {
  let state = seed
  return (below) => {
    // Mulberry32.
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** How busy the machine was in the last 1, 5 and 15 minutes: what any figure is to be read with. */
export function load() {
  return loadavg()
    .map((value) => value.toFixed(1))
    .join(' ')
}

/** @param {string} line */
export function tell(line) {
  console.log(line)
}

/**
 * A figure beside what is wanted of it. Of several values, such as one a round, the median counts.
 * @typedef {{ what: string, values: readonly number[], wanted: number, isLeast?: boolean }} Verdict
 */

/** @param {readonly Verdict[]} verdicts */
export function printVerdicts(verdicts) {
  printTable('Targets', [
    ['', 'measured', 'wanted', ''],
    ...verdicts.map(({ what, values, wanted, isLeast = false }) => {
      const measured = median(values)
      const isMet = isLeast ? measured >= wanted : measured <= wanted
      const digits = values.every(Number.isInteger) ? 0 : 2
      return [
        what,
        spread(values, digits),
        `${isLeast ? '≥' : '≤'} ${wanted}`,
        values.length === 0 ? 'not measured' : isMet ? 'met' : 'MISSED',
      ]
    }),
  ])
}

/** Round by round, so that what slowed one round slowed both. @param {readonly number[]} values @param {readonly number[]} floor */
export function ratios(values, floor) {
  return values.map((value, round) => value / (floor[round] ?? Number.NaN))
}

/** @param {string} name @param {readonly string[][]} errors */
export function tellErrors(name, errors) {
  const different = new Set(errors.flat())
  if (different.size > 0) tell(`Errors in ${name}: ${[...different].join(' | ')}`)
}

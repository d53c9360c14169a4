export interface Line {
  start: number
  /** Before the line's end marks. */
  end: number
  isAfterBlank: boolean
}

const NEWLINE = 10
const RETURN = 13
/** Blank, tab, no-break space; a quoted line that holds only its quote marks is blank too. */
const EMPTY = new Set([32, 9, 0xa0, 62, 124])

/** The lines of a text that hold something, in order. Ends at LF, CRLF or CR; a text of blanks has no lines. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = []
  let isAfterBlank = true
  let start = 0
  while (start < text.length) {
    let first = start
    while (first < text.length && EMPTY.has(text.charCodeAt(first))) first += 1
    const mark = text.charCodeAt(first)
    if (first >= text.length) break
    if (mark === NEWLINE || mark === RETURN) {
      if (!(mark === NEWLINE && first > 0 && text.charCodeAt(first - 1) === RETURN)) isAfterBlank = true
      start = first + 1
      continue
    }
    let end = first
    while (end < text.length) {
      const unit = text.charCodeAt(end)
      if (unit === NEWLINE || unit === RETURN) break
      end += 1
    }
    lines.push({ start, end, isAfterBlank })
    isAfterBlank = false
    start = text.charCodeAt(end) === RETURN && text.charCodeAt(end + 1) === NEWLINE ? end + 2 : end + 1
  }
  return lines
}

/** The number of the line that holds a position; of the line before it when it lies between two; -1 before all. */
export function lineAt(lines: readonly Line[], position: number): number {
  let low = 0
  let high = lines.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    if ((lines[middle]?.start ?? 0) <= position) low = middle + 1
    else high = middle - 1
  }
  return high
}

export interface IdSplit {
  shared: string[]
  onlyFirst: string[]
  onlySecond: string[]
}

/** Splits two id lists into what both have and what one has alone; each part keeps the order of its own list. */
export function splitIds(first: readonly string[], second: readonly string[]): IdSplit {
  return {
    shared: first.filter((id) => second.includes(id)),
    onlyFirst: first.filter((id) => !second.includes(id)),
    onlySecond: second.filter((id) => !first.includes(id)),
  }
}

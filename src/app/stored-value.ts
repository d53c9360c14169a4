import { useState } from 'react'

const PREFIX = 'replydiff.'

/**
 * What an earlier visit stored under a key, as far as it has the shape asked for; else the fallback. Storage may be
 * blocked, full or hold junk: none of that is a reason to fail.
 */
export function readStored<Value>(
  key: string,
  isValue: (stored: unknown) => stored is Value,
  fallback: Value,
): Value {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(PREFIX + key) ?? 'null')
    return isValue(stored) ? stored : fallback
  } catch {
    return fallback
  }
}

/** State that outlives the visit where storage allows it, and works for the visit where it does not. */
export function useStored<Value>(
  key: string,
  isValue: (stored: unknown) => stored is Value,
  fallback: Value,
): [Value, (value: Value) => void] {
  const [value, setValue] = useState(() => readStored(key, isValue, fallback))
  const store = (next: Value) => {
    setValue(next)
    try {
      localStorage.setItem(PREFIX + key, JSON.stringify(next))
    } catch {
      // The choice holds until the tab closes.
    }
  }
  return [value, store]
}

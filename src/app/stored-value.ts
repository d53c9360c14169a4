import { useSyncExternalStore } from 'react'

const PREFIX = 'replydiff.'

interface Known {
  raw: string | null
  value: unknown
}

/** Parsed once for each text, so that the same stored text is the same value. */
const known = new Map<string, Known>()
/** What was chosen while storage could not keep it: it holds as long as the page does. */
const unkept = new Map<string, unknown>()
const listeners = new Set<() => void>()

/**
 * What an earlier visit stored under a key, as far as it has the shape asked for; else the fallback. Storage may be
 * blocked, full or hold junk: none of that is a reason to fail.
 */
export function readStored<Value>(
  key: string,
  isValue: (stored: unknown) => stored is Value,
  fallback: Value,
): Value {
  const stored = unkept.has(key) ? unkept.get(key) : parseStored(key)
  return isValue(stored) ? stored : fallback
}

function parseStored(key: string): unknown {
  try {
    const raw = localStorage.getItem(PREFIX + key)
    const last = known.get(key)
    if (last?.raw === raw) return last.value
    known.set(key, { raw, value: null })
    const value: unknown = JSON.parse(raw ?? 'null')
    known.set(key, { raw, value })
    return value
  } catch {
    return null
  }
}

/**
 * State that outlives the visit where storage allows it, and works for the visit where it does not. A page that was
 * rendered elsewhere begins with the fallback, since nobody's storage was known there.
 */
export function useStored<Value>(
  key: string,
  isValue: (stored: unknown) => stored is Value,
  fallback: Value,
): [Value, (value: Value) => void] {
  const value = useSyncExternalStore(
    subscribe,
    () => readStored(key, isValue, fallback),
    () => fallback,
  )
  const store = (next: Value) => {
    try {
      localStorage.setItem(PREFIX + key, JSON.stringify(next))
      unkept.delete(key)
    } catch {
      unkept.set(key, next)
    }
    for (const listener of listeners) listener()
  }
  return [value, store]
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

import { cleanup } from '@testing-library/react'
import { format } from 'node:util'
import { afterEach } from 'vitest'

type Level = 'error' | 'warn'

const printed: { level: Level; text: string }[] = []
const allowed: { level: Level; pattern: RegExp }[] = []

/** Lets the running test print what matches `pattern`; every other console.error or console.warn still fails it. */
export function allowConsole(level: Level, pattern: RegExp): void {
  allowed.push({ level, pattern })
}

// Replaced here and not per test, so that what a module prints while it is imported is caught too.
for (const level of ['error', 'warn'] as const) {
  console[level] = (...values: unknown[]) => void printed.push({ level, text: format(...values) })
}

afterEach(() => {
  // Unmounting can print as well, so it comes before the reckoning.
  cleanup()
  const unexpected = printed.filter(
    ({ level, text }) => !allowed.some((entry) => entry.level === level && entry.pattern.test(text)),
  )
  printed.length = 0
  allowed.length = 0
  if (unexpected.length === 0) return
  const lines = unexpected.map(({ level, text }) => `console.${level}: ${text}`)
  throw new Error(
    `This test printed to the console; expected silence.\n\n${lines.join('\n\n')}\n\n` +
      "Mend the cause, or allow it within the test: allowConsole('error', /part of the message/) " +
      'from #tests/setup/console.ts',
  )
})

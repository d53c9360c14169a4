import type { Command } from '#src/catalog/catalog-schema.ts'
import type { Page } from './page.ts'
import type { Codes } from './read-codes.ts'
import type { SessionCommand } from './read-command.ts'
import type { Part } from './recognition.ts'

export interface Session {
  /** The command that the reply on a line answers; null before anything tells. Lines have to be asked in their order. */
  answer: (line: number, codes: Codes, words: string) => Command | null
  /** The recipient of the RCPT that was answered last. */
  recipient: () => Part | null
  /** The greeting, which names the server. */
  server: () => string
}

const GREETING = /\be?smtp\b|\blmtp\b/i

/**
 * Follows who says what in a session: replies come in the order of the commands (RFC 2920 §3.1), a greeting before them, and
 * after 354 the next one answers the message (RFC 5321 §4.1.1.4).
 */
export function followSession(page: Page): Session {
  const waiting: SessionCommand[] = []
  let next = 0
  let last: Command | null = null
  let recipient: Part | null = null
  let greeting = ''
  let hasSpoken = false

  return {
    answer: (line, { reply }, words) => {
      for (; (page.commands[next]?.line ?? Number.POSITIVE_INFINITY) < line; next += 1) {
        const command = page.commands[next]
        if (!command) break
        hasSpoken = true
        waiting.push(command)
      }
      const code = reply?.value ?? ''
      const isGreeting = code === '220' && (GREETING.test(words) || page.commands.length > 0)
      if (waiting.length === 0 && (!hasSpoken || (isGreeting && last !== 'STARTTLS'))) {
        if (isGreeting) greeting = words
        if (isGreeting || (page.commands.length > 0 && /^(?:421|554|5[0-5]\d)$/.test(code) && !hasSpoken)) {
          last = 'CONNECT'
          return last
        }
        return null
      }
      const answered = waiting.shift()
      if (answered) {
        last = answered.command
        recipient = answered.recipient
      }
      const command = last
      // What is sent after 354 is the message; what follows 334 is still AUTH (RFC 4954 §4).
      if (code === '354') last = 'DATA_END'
      return command
    },
    recipient: () => recipient,
    server: () => greeting,
  }
}

import type { Recognition } from './recognition.ts'

/** The code or codes as people write them: "550 5.7.1", "550", "5.7.1". */
export function codeOf({ reply, enhanced }: Pick<Recognition, 'reply' | 'enhanced'>): string {
  return [reply, enhanced].flatMap((part) => part?.value ?? []).join(' ')
}

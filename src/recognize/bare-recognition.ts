import type { Recognition } from './recognition.ts'

/** The recognition of codes that stand without words: nothing but the codes and their place is known. */
export function bareRecognition(
  found: Pick<Recognition, 'start' | 'end' | 'reply' | 'enhanced'>,
): Recognition {
  return {
    ...found,
    command: null,
    provider: null,
    known: null,
    software: null,
    form: 'bare',
    recipient: null,
    words: '',
  }
}

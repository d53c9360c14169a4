import type { KnownReplies } from '#src/recognize/recognition.ts'
import type { Reading, RecognizerTask } from './read-task.ts'
import type { RecognizerAnswer } from './recognizer.ts'
import { scriptAddress } from './script-address.ts'

/** failed: the thread did not start, as when its file did not come. slow: it was stopped. */
export type Outcome = Reading | { kind: 'failed' | 'slow' }

export interface Recognizer {
  /** Reads a text or a file. What was asked before, and is not answered yet, never will be. Never fails. */
  read: (source: string | Blob, known: KnownReplies) => Promise<Outcome>
  stop: () => void
}

const PATIENCE_MS = 20_000

/** The page's side of the thread that reads texts. It starts with the first, and serves until one has to be stopped. */
export function createRecognizer(): Recognizer {
  let thread: Worker | null = null
  let forget: (() => void) | null = null

  const stop = () => {
    forget?.()
    forget = null
    thread?.terminate()
    thread = null
  }

  const read = (source: string | Blob, known: KnownReplies) =>
    new Promise<Outcome>((resolve) => {
      if (forget) stop()
      const end = (outcome: Outcome, isUsable: boolean) => {
        forget?.()
        forget = null
        if (!isUsable) stop()
        resolve(outcome)
      }
      const take = ({ data }: MessageEvent<RecognizerAnswer>) => end(data.reading, true)
      const fail = (event: Event) => {
        event.preventDefault()
        end({ kind: 'failed' }, false)
      }
      let asked: Worker
      try {
        thread ??= new Worker(scriptAddress('recognizer'), { type: 'module' })
        asked = thread
      } catch {
        resolve({ kind: 'failed' })
        return
      }
      const timer = setTimeout(() => end({ kind: 'slow' }, false), PATIENCE_MS)
      forget = () => {
        clearTimeout(timer)
        asked.removeEventListener('message', take)
        asked.removeEventListener('error', fail)
        asked.removeEventListener('messageerror', fail)
      }
      asked.addEventListener('message', take)
      asked.addEventListener('error', fail)
      asked.addEventListener('messageerror', fail)
      asked.postMessage({ source, known } satisfies RecognizerTask)
    })

  return { read, stop }
}

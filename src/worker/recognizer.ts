import { readTask, type Reading, type RecognizerTask } from './read-task.ts'

/*
 * Reads texts in a thread of its own, so that a long one holds up nothing on the page. Nothing it is given leaves it but
 * in its answer to the page.
 */

export interface RecognizerAnswer {
  reading: Reading
}

self.addEventListener('message', (event: MessageEvent<RecognizerTask>) => {
  const answer = async () => {
    self.postMessage({ reading: await readTask(event.data) } satisfies RecognizerAnswer)
  }
  void answer()
})

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { onTestFinished, vi } from 'vitest'

/** What the network says to a path; undefined leaves the answer to the project's own file. */
export type Answer = (path: string) => Response | Promise<Response> | undefined

/**
 * Stands in for the network until the test is over: each path is answered with the project's file of that name, as
 * Vite's server would, unless `answer` has another one.
 */
export function serveFiles(answer: Answer = () => undefined): void {
  vi.stubGlobal('fetch', async (address: string) => {
    const path = new URL(address, window.location.origin).pathname
    return (await answer(path)) ?? fileAt(path)
  })
  onTestFinished(() => {
    vi.unstubAllGlobals()
  })
}

async function fileAt(path: string): Promise<Response> {
  return new Response(await readFile(join(process.cwd(), path), 'utf8'), {
    headers: { 'Content-Type': 'application/json' },
  })
}

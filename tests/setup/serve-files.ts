import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { onTestFinished, vi } from 'vitest'

/** What the network says to a path; undefined leaves the answer to the project's own file. */
export type Answer = (path: string) => Response | Promise<Response> | undefined

export interface Network {
  /** Resolves when everything that was asked for has arrived, or failed to. */
  quiet: () => Promise<void>
}

/**
 * Stands in for the network until the test is over: each path is answered with the project's file of that name, as
 * Vite's server would, unless `answer` has another one.
 */
export function serveFiles(answer: Answer = () => undefined): Network {
  const underway = new Set<Promise<unknown>>()
  const respond = async (path: string) => (await answer(path)) ?? fileAt(path)

  vi.stubGlobal('fetch', (address: string) => {
    const response = respond(new URL(address, 'http://localhost').pathname)
    underway.add(response)
    return response
  })
  onTestFinished(() => {
    vi.unstubAllGlobals()
  })

  return {
    quiet: async () => {
      await Promise.allSettled(underway)
      underway.clear()
    },
  }
}

async function fileAt(path: string): Promise<Response> {
  return new Response(await readFile(join(process.cwd(), path), 'utf8'), {
    headers: { 'Content-Type': 'application/json' },
  })
}

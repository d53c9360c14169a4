import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SHELL, type Release } from '#src/worker/release.ts'
import { APP_ROUTES, SECURITY_HEADERS } from './hosting.ts'

/**
 * Beside the program: what a page of the app asks for. Prerendered pages are not among it, since the shell answers for
 * them; nor is what only machines or a store read.
 */
const BESIDE_ASSETS =
  /^(?:(?:icons\/)?[^/]+\.(?:svg|webmanifest)|icons\/[^/]+\.png|(?:boot|recover)\.js|without-script\.css)$/
/** Compressed twins are for servers: a browser asks for the name, and keeps what it unpacked. */
const TWIN = /\.(?:gz|br)$/

/** As `integrity` wants it. */
export function digestOfFile(path: string): string {
  return `sha256-${createHash('sha256').update(readFileSync(path)).digest('base64')}`
}

/** What of a built site is kept for use without a network, and by which digests. */
export function releaseOf(folder: string, base: string): Release {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((name) => (name.startsWith('assets/') && !TWIN.test(name)) || BESIDE_ASSETS.test(name))
    .sort()
  const digest = (name: string) => digestOfFile(join(folder, name))
  const files = Object.fromEntries([
    [SHELL, digest('index.html')],
    ...names.map((name) => [name, digest(name)]),
  ])
  // The kept shell carries the headers it came with, so other headers are another release.
  const version = createHash('sha256')
    .update(JSON.stringify([files, SECURITY_HEADERS]))
    .digest('base64url')
    .slice(0, 12)
  return { version, base, files, pages: APP_ROUTES }
}

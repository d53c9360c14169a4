/*
 * What the build writes at the head of the worker, and what a worker and its pages say to each other.
 */

/** One release of the site, as far as it is kept for use without a network. */
export interface Release {
  /** Differs whenever a file does. */
  version: string
  /** The folder of the site on its host, with a slash at either end. */
  base: string
  /** Each file's address below the base, with the digest of its bytes as `integrity` wants it. */
  files: Readonly<Record<string, string>>
  /** True for a worker that only takes the place of older ones, forgets what they kept, and goes. */
  isRetired?: boolean
  /** Which addresses below the base are the app's own, as the source of a regular expression. */
  pages: readonly string[]
}

/** The document that answers every address of the app; hosts give it for the folder itself. */
export const SHELL = ''

/** Where the system's share sheet sends a text or a file: a POST, so that no word of it is part of an address. */
export const SHARE_TARGET = 'share'
/** The field of the form in which a file comes. */
export const SHARED_FILE = 'file'

/** Kept caches are named after the release they hold, behind this and the base. */
export const CACHE_PREFIX = 'replydiff'

/** Where an entry of a cache keeps the digest that its bytes must have. */
export const DIGEST_HEADER = 'X-Digest'

/** From a page to the worker. */
export type PageRequest =
  /** A waiting worker is to take over: the person said so. */
  | { kind: 'take-over' }
  /** What has been shared since last asked; answered with `Shared` through the port that comes along. */
  | { kind: 'shared' }

export interface Shared {
  content: string | File | null
}

/** From the worker to a page: which program are you? Answered with `RunningProgram` through the port that comes along. */
export interface ProgramQuestion {
  kind: 'which-program'
}

export interface RunningProgram {
  /** The address of the script that the page runs. */
  program: string
  /** Whether another page is just taking its place, a reload for one. */
  isLeaving: boolean
}

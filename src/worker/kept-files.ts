import { digestOf, releaseMark } from './digest.ts'
import { CACHE_PREFIX, DIGEST_HEADER, SHELL, type Release } from './release.ts'

/** A file that hangs is given up after this, or the worker would never be done with installing. */
const PATIENCE_MS = 30_000
/** As many as browsers open connections to one host over HTTP/1.1. */
const AT_A_TIME = 6

/** The files of releases that are kept for use without a network, each with the digest its bytes must have. */
export class KeptFiles {
  readonly #release: Release
  readonly #name: string

  constructor(release: Release) {
    this.#release = release
    this.#name = this.#nameOf(release.version)
  }

  #nameOf(version: string): string {
    return `${CACHE_PREFIX} ${this.#release.base} ${version}`
  }

  #addressOf(file: string): string {
    return new URL(this.#release.base + file, self.location.href).href
  }

  /** Whether an address is that of a file of this release. */
  has(address: string): boolean {
    return this.#fileOf(address) !== null
  }

  #fileOf(address: string): string | null {
    const { origin, pathname } = new URL(address)
    const { base, files } = this.#release
    if (origin !== self.location.origin || !pathname.startsWith(base)) return null
    const file = pathname.slice(base.length)
    return Object.hasOwn(files, file) ? file : null
  }

  /** Fetches whatever is not kept yet. Rejects when a file cannot be had whole; what came stays for the next try. */
  async fill(): Promise<void> {
    const cache = await caches.open(this.#name)
    const files = Object.keys(this.#release.files)
    const work = async () => {
      for (let file = files.pop(); file !== undefined; file = files.pop()) {
        const response = (await this.#readFrom(cache, file)) ?? (await this.#fetchInto(cache, file))
        if (!response.headers.has(DIGEST_HEADER)) throw new Error(`There was no room to keep ${file}`)
      }
    }
    await Promise.all(Array.from({ length: AT_A_TIME }, work))
  }

  /**
   * A file of this release, whole. One that is missing or spoilt is fetched again, and mended if storage allows.
   * Rejects when it is neither kept nor to be had.
   */
  async read(file: string): Promise<Response> {
    const cache = await this.#open()
    const kept = cache && (await this.#readFrom(cache, file))
    return kept ?? this.#fetchInto(cache, file)
  }

  /**
   * The file at an address, of this release or an older one that is still kept; null when none has it whole. Where the address
   * asks for another release's, which a page that has just come from the network may be of, it is null as well.
   */
  async find(address: string): Promise<Response | null> {
    const own = this.#fileOf(address)
    if (own === null) return this.#findInOthers(address)
    const { search } = new URL(address)
    const isOwn = search === '' || search === releaseMark(this.#release.files[own] ?? '')
    return isOwn ? this.read(own) : null
  }

  /** Forgets the releases that none of these programs belongs to. This one stays. */
  async forgetAllBut(programs: readonly string[]): Promise<void> {
    for (const name of await this.#otherNames()) {
      const cache = await caches.open(name)
      const isInUse = await Promise.all(programs.map(async (program) => Boolean(await cache.match(program))))
      if (!isInUse.includes(true)) await caches.delete(name)
    }
  }

  /** Forgets every release, this one too. */
  async forgetAll(): Promise<void> {
    for (const name of await this.#names()) await caches.delete(name)
  }

  async #names(): Promise<string[]> {
    const names = await caches.keys()
    return names.filter((name) => name.startsWith(this.#nameOf('')))
  }

  async #otherNames(): Promise<string[]> {
    return (await this.#names()).filter((name) => name !== this.#name)
  }

  /** Null where the person or the browser allows no storage. */
  async #open(): Promise<Cache | null> {
    try {
      return await caches.open(this.#name)
    } catch {
      return null
    }
  }

  async #readFrom(cache: Cache, file: string): Promise<Response | null> {
    const kept = await wholeOrNull(await cache.match(this.#addressOf(file)))
    return kept?.headers.get(DIGEST_HEADER) === this.#release.files[file] ? kept : null
  }

  /** The browser compares the bytes with the digest, and tells nobody of a file that is another one. */
  async #fetchInto(cache: Cache | null, file: string): Promise<Response> {
    const address = this.#addressOf(file)
    const digest = this.#release.files[file] ?? ''
    // The headers of a document are its release's own, whatever its bytes.
    const older = file === SHELL ? null : await this.#findInOthers(address, digest)
    const response = older ?? (await this.#fetch(address, digest))
    const bytes = await response.arrayBuffer()
    const headers = new Headers({ [DIGEST_HEADER]: digest })
    const type = response.headers.get('Content-Type')
    if (type) headers.set('Content-Type', type)
    // A document's policy holds for the page that it makes, with or without a network.
    for (const [name, value] of response.headers) if (isPolicy(name)) headers.set(name, value)
    const kept = new Response(bytes, { headers })
    try {
      await cache?.put(address, kept.clone())
    } catch (error) {
      // Full: to whoever waits for this file that does not matter, to an installation it does.
      if (!(error instanceof DOMException && error.name === 'QuotaExceededError')) throw error
      kept.headers.delete(DIGEST_HEADER)
    }
    return kept
  }

  async #fetch(address: string, digest: string): Promise<Response> {
    const ask = (cache: RequestCache) =>
      fetch(address, {
        integrity: digest,
        cache,
        credentials: 'same-origin',
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE_MS),
      })
    let response: Response
    try {
      response = await ask('no-cache')
    } catch {
      // The browser's own cache may hold spoilt bytes that the server calls current.
      response = await ask('reload')
    }
    if (!response.ok)
      throw new Error(`${address} answered ${response.status} instead of a file of the release`)
    return response
  }

  /** Whole, from another release that is kept; with a digest only if it has that, as most files of two releases do. */
  async #findInOthers(address: string, digest?: string): Promise<Response | null> {
    for (const name of await this.#otherNames()) {
      const response = await wholeOrNull(await caches.match(address, { cacheName: name }))
      if (response && (digest === undefined || response.headers.get(DIGEST_HEADER) === digest))
        return response
    }
    return null
  }
}

function isPolicy(header: string): boolean {
  return /^(?:content-security-policy|cross-origin-|permissions-policy|referrer-policy|x-)/.test(header)
}

/** What a cache gave, if its bytes are still the ones that were put there. */
async function wholeOrNull(response: Response | undefined): Promise<Response | null> {
  if (!response) return null
  const bytes = await response.clone().arrayBuffer()
  return (await digestOf(bytes)) === response.headers.get(DIGEST_HEADER) ? response : null
}

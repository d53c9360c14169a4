import { KeptFiles } from './kept-files.ts'
import {
  SHARED_FILE,
  SHARE_TARGET,
  SHELL,
  type PageRequest,
  type ProgramQuestion,
  type Release,
  type RunningProgram,
  type Shared,
} from './release.ts'

declare const self: ServiceWorkerGlobalScope & { release: Release }

const { base, pages } = self.release
const kept = new KeptFiles(self.release)
const appPaths = pages.map((source) => new RegExp(source))
/** Kept for the moment between a share sheet and the page that opens on it, and nowhere else. */
let shared: Shared['content'] = null

if (self.release.isRetired) retire()
else work()

/** Nobody is asked: whoever publishes this wants the older worker gone. Its open pages go on with the network alone. */
function retire() {
  self.addEventListener('install', () => void self.skipWaiting())
  self.addEventListener('activate', (event) => {
    event.waitUntil(Promise.all([kept.forgetAll(), self.registration.unregister()]))
  })
}

function work() {
  // A new release waits until the person agrees, or until nobody uses the old one any more: no skipWaiting here.
  self.addEventListener('install', (event) => event.waitUntil(kept.fill()))

  self.addEventListener('activate', (event) => {
    event.waitUntil(self.clients.claim())
    tidyUp()
  })

  self.addEventListener('message', (event) => {
    const request = event.data as PageRequest
    if (request.kind === 'take-over') void self.skipWaiting()
    if (request.kind === 'shared') {
      event.ports[0]?.postMessage({ content: shared } satisfies Shared)
      shared = null
    }
  })

  self.addEventListener('fetch', (event) => {
    const { request } = event
    const { origin, pathname } = new URL(request.url)
    if (origin !== self.location.origin || !pathname.startsWith(base)) return
    const path = pathname.slice(base.length - 1)

    if (request.method === 'POST' && path === `/${SHARE_TARGET}`) event.respondWith(takeShared(request))
    else if (request.method !== 'GET') return
    else if (request.mode === 'navigate') event.respondWith(navigate(event, path))
    else if (path.startsWith('/assets/') || kept.has(request.url)) event.respondWith(serve(request))
  })
}

/** A file of a release has one content, so what is kept is as good as what the network has, and quicker. */
async function serve(request: Request): Promise<Response> {
  try {
    const found = await kept.find(request.url)
    if (found) return found
  } catch {
    // Neither kept whole nor to be had as this release has it: the network may know better.
  }
  return fetch(request)
}

/**
 * Any page of the app is answered by the shell that is kept: at once, and from one release with everything it asks for.
 * What is not the app's is the network's.
 */
async function navigate(event: FetchEvent, path: string): Promise<Response> {
  const { request } = event
  if (!isAppPath(path)) {
    try {
      return await fetch(request)
    } catch {
      return kept.read(SHELL)
    }
  }
  const newer = await releaseToGiveWayTo(event)
  const newerPage = newer && (await pageFromNetwork(request))
  if (newerPage) {
    newer.postMessage({ kind: 'take-over' } satisfies PageRequest)
    return newerPage
  }
  tidyUp()
  try {
    return await kept.read(SHELL)
  } catch {
    return fetch(request)
  }
}

/** A newer release can wait; a person should not, for a network that says nothing. */
const PAGE_PATIENCE_MS = 4000

/** A page of the app as the network has it; null where that has none whole and soon: this release has all of its own. */
function pageFromNetwork(request: Request): Promise<Response | null> {
  const patience = new Promise<null>((resolve) => setTimeout(resolve, PAGE_PATIENCE_MS, null))
  return Promise.race([fetchPage(request).catch(() => null), patience])
}

async function fetchPage(request: Request): Promise<Response | null> {
  const response = await fetch(request)
  const html = response.ok ? await response.text() : ''
  // Captive portals answer everything with a page of their own.
  return html.includes(`src="${base}boot.js`) ? new Response(html, response) : null
}

/**
 * When a newer release waits and nobody else uses this one, the newer takes over with this very navigation: a browser by
 * itself would keep it waiting for as long as one tab is only reloaded. Null when this is the release to show.
 */
async function releaseToGiveWayTo({
  clientId,
  resultingClientId,
}: FetchEvent): Promise<ServiceWorker | null> {
  const { waiting } = self.registration
  if (!waiting) return null
  const others = (await openPages()).filter(({ id }) => id !== clientId && id !== resultingClientId)
  // Firefox counts the page that this navigation replaces, and tells in no other way which one that is.
  const answers = await Promise.all(others.map((page) => askForProgram(page, NAVIGATION_ANSWER_MS)))
  return answers.some((answer) => !answer?.isLeaving) ? null : waiting
}

/** Those of this site: in a folder of a host it has neighbours, which are asked nothing and hold up nothing. */
async function openPages(): Promise<readonly WindowClient[]> {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  return windows.filter(({ url }) => new URL(url).pathname.startsWith(base))
}

function isAppPath(path: string): boolean {
  try {
    const decoded = decodeURIComponent(path)
    return appPaths.some((pattern) => pattern.test(decoded))
  } catch {
    return false
  }
}

/** Nothing waits for it, least of all a newer release to take over; what is left is there for the next time. */
function tidyUp(): void {
  void forgetUnused().catch(() => {})
}

/**
 * Forgets releases that no open page runs. A page that does not say what it runs may run any of them, and one that waits, or
 * is just coming, runs nowhere yet.
 */
async function forgetUnused(): Promise<void> {
  const windows = await openPages()
  const answers = await Promise.all(windows.map((page) => askForProgram(page, TIDYING_ANSWER_MS)))
  const known = answers.filter((answer) => answer !== null)
  const { installing, waiting } = self.registration
  if (known.length === windows.length && !installing && !waiting)
    await kept.forgetAllBut(known.map(({ program }) => program))
}

const TIDYING_ANSWER_MS = 3000
/** A page that is frozen in the background answers nothing, and stays; a navigation waits no longer to learn that. */
const NAVIGATION_ANSWER_MS = 300

function askForProgram(client: Client, patienceMs: number): Promise<RunningProgram | null> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    const end = (answer: RunningProgram | null) => {
      clearTimeout(timer)
      port1.close()
      resolve(answer)
    }
    const timer = setTimeout(end, patienceMs, null)
    port1.addEventListener('message', ({ data }: MessageEvent<RunningProgram>) => end(data))
    port1.start()
    client.postMessage({ kind: 'which-program' } satisfies ProgramQuestion, [port2])
  })
}

/** What was shared stays in memory; the page that opens asks for it. */
async function takeShared(request: Request): Promise<Response> {
  try {
    const form = await request.formData()
    const file = form.get(SHARED_FILE)
    const texts = ['title', 'text', 'url']
      .map((name) => form.get(name))
      .filter((value): value is string => typeof value === 'string' && value !== '')
    shared = file instanceof File && file.size > 0 ? file : texts.join('\n')
  } catch {
    shared = ''
  }
  return Response.redirect(`${base}?shared`, 303)
}

import type { PageRequest, ProgramQuestion, RunningProgram, Shared } from './release.ts'
import { scriptAddress } from './script-address.ts'

/** How far the site is from working without a network, and whether a newer release is at hand. */
export interface WorkerState {
  /** Everything is kept since this visit; false when it was so before, or is not yet. */
  isJustReady: boolean
  hasUpdate: boolean
}

export interface WorkerConnection {
  getState: () => WorkerState
  subscribe: (listener: () => void) => () => void
  /** Lets the newer release take over; `onTaken` is called once it has. */
  takeUpdate: (onTaken: () => void) => void
  /** What the share sheet handed over, once; null when that is nothing. */
  readShared: () => Promise<string | File | null>
}

const NOTHING: WorkerState = { isJustReady: false, hasUpdate: false }

/** Where there is no worker: nothing to say, and nothing handed over. */
export const NO_WORKER: WorkerConnection = {
  getState: () => NOTHING,
  subscribe: () => () => {},
  takeUpdate: (onTaken) => onTaken(),
  readShared: async () => null,
}

/** How long to wait between two looks for a newer release, in a tab that stays open. */
const LOOK_EVERY_MS = 60 * 60 * 1000

/**
 * Registers the worker and follows it. Never fails: where there can be no worker, the site works with the network alone.
 * `whenIdle` says when to begin, since keeping the site for later must not slow down what is read now.
 */
export function connectWorker(base: string, whenIdle: (act: () => void) => unknown): WorkerConnection {
  const listeners = new Set<() => void>()
  let state = NOTHING
  let registration: ServiceWorkerRegistration | null = null
  const set = (change: Partial<WorkerState>) => {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }

  const container = containerOrNull()
  if (container) {
    answerWorker(container)
    const begin = async () => {
      registration = await register(container, base)
      if (registration) follow(registration, container, set)
    }
    whenIdle(() => void begin())
  }

  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    takeUpdate: (onTaken) => {
      const waiting = registration?.waiting
      // Another tab may have let it take over already.
      if (!waiting || !container) {
        onTaken()
        return
      }
      container.addEventListener('controllerchange', onTaken, { once: true })
      tell(waiting, { kind: 'take-over' })
    },
    readShared: () => readShared(container),
  }
}

/** Null where the browser has none, or has one and forbids to touch it. */
function containerOrNull(): ServiceWorkerContainer | null {
  try {
    return navigator.serviceWorker ?? null
  } catch {
    return null
  }
}

async function register(
  container: ServiceWorkerContainer,
  base: string,
): Promise<ServiceWorkerRegistration | null> {
  try {
    const registration = await container.register(scriptAddress('keeper'), {
      scope: base,
      updateViaCache: 'none',
    })
    // Extensions that forbid workers answer with nothing.
    return registration ?? null
  } catch {
    return null
  }
}

function follow(
  registration: ServiceWorkerRegistration,
  container: ServiceWorkerContainer,
  set: (change: Partial<WorkerState>) => void,
): void {
  const sayReady = async () => {
    // A retired worker has unregistered itself by now.
    if (await container.getRegistration(registration.scope)) set({ isJustReady: true })
  }
  const watchInstalling = () => {
    const worker = registration.installing
    const isFirst = registration.active === null
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && !isFirst) set({ hasUpdate: true })
      if (worker.state === 'activated' && isFirst) void sayReady()
    })
  }
  if (registration.waiting && container.controller) set({ hasUpdate: true })
  watchInstalling()
  registration.addEventListener('updatefound', watchInstalling)

  const look = () => {
    if (document.visibilityState === 'visible' && navigator.onLine) registration.update().catch(() => {})
  }
  setInterval(look, LOOK_EVERY_MS)
  document.addEventListener('visibilitychange', look)
}

/** A navigation that has replaced nothing after this long was a download, or was stopped. */
const LEAVING_MS = 5000

/** So that the worker keeps the files of what this page runs, for as long as it stays. */
function answerWorker(container: ServiceWorkerContainer): void {
  const program = document.querySelector<HTMLScriptElement>('script[type=module]')?.src ?? ''
  let leavingSince = Number.NEGATIVE_INFINITY
  window.addEventListener('beforeunload', (event) => {
    leavingSince = event.timeStamp
  })
  container.addEventListener('message', (event: MessageEvent<ProgramQuestion>) => {
    if (event.data.kind !== 'which-program') return
    const isLeaving = event.timeStamp - leavingSince < LEAVING_MS
    event.ports[0]?.postMessage({ program, isLeaving } satisfies RunningProgram)
  })
  container.startMessages()
}

async function readShared(container: ServiceWorkerContainer | null): Promise<Shared['content']> {
  const worker = container?.controller
  if (!worker) return null
  const { port1, port2 } = new MessageChannel()
  const answer = new Promise<Shared['content']>((resolve) => {
    port1.addEventListener('message', ({ data }: MessageEvent<Shared>) => resolve(data.content), {
      once: true,
    })
    port1.start()
  })
  tell(worker, { kind: 'shared' }, [port2])
  return answer
}

function tell(worker: ServiceWorker, request: PageRequest, ports: Transferable[] = []): void {
  worker.postMessage(request, ports)
}

import { createContext } from 'react'
import { NO_WORKER, type WorkerConnection } from '#src/worker/connect-worker.ts'

/** The worker of this page; none where pages are made without a browser, and in development. */
export const WorkerContext = createContext<WorkerConnection>(NO_WORKER)

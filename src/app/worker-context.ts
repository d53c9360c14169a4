import { createContext } from 'react'
import type { WorkerConnection } from '#src/worker/connect-worker.ts'

/** The worker of this page; null where pages are made without a browser, and in development. */
export const WorkerContext = createContext<WorkerConnection | null>(null)

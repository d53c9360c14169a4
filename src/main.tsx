// The style sheet that sets the order of the cascade layers has to be read before any other.
import '#src/ui/tokens.css'
import '#src/ui/base.css'
import { startTransition, StrictMode } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { App } from '#src/app/app.tsx'
import { readPageData } from '#src/app/page-data.ts'
import { whenIdle } from '#src/app/when-idle.ts'
import { connectWorker, NO_WORKER } from '#src/worker/connect-worker.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element with the id "root" to render into')

const page = readPageData()
const base = import.meta.env.BASE_URL.replace(/\/$/, '')
const worker =
  import.meta.env.MODE === 'production'
    ? connectWorker(import.meta.env.BASE_URL, (act) => whenIdle(act, 3000))
    : NO_WORKER
const site = (
  <StrictMode>
    <App page={page} worker={worker} />
  </StrictMode>
)

if (page !== null && page.path === window.location.pathname.slice(base.length)) {
  // In a transition React works in small steps, and a tap in between is answered.
  startTransition(() => void hydrateRoot(root, site))
} else {
  createRoot(root).render(site)
}

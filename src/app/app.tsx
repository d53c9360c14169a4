import { QueryClient, QueryClientProvider, QueryErrorResetBoundary } from '@tanstack/react-query'
import { Suspense, useMemo, useState } from 'react'
import { Router } from 'wouter'
import { NO_WORKER, type WorkerConnection } from '#src/worker/connect-worker.ts'
import { parsePath } from '#src/compare/permalink.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { LoadFailureScreen } from './failure-screen.tsx'
import { LoadingScreen } from './loading-screen.tsx'
import { coversPath, PageContext, type PageData } from './page-data.ts'
import { hasWhole, loadWhole } from './site-data.ts'
import { Site } from './site.tsx'
import { WorkerContext } from './worker-context.ts'

/** Wouter wants the base without its slash. */
const BASE = import.meta.env.BASE_URL.replace(/\/$/, '')

interface AppProps {
  /** What the document was served with. */
  page?: PageData | null
  worker?: WorkerConnection
}

export function App({ page = null, worker = NO_WORKER }: AppProps) {
  const [queryClient] = useState(
    () => new QueryClient({ defaultOptions: { queries: { retry: 2, retryDelay: 500 } } }),
  )
  const aroundNav = useMemo(() => waitForData(queryClient, page), [queryClient, page])
  return (
    <PageContext value={page}>
      <WorkerContext value={worker}>
        <QueryClientProvider client={queryClient}>
          <Router
            base={BASE}
            aroundNav={aroundNav}
            {...(page && { ssrPath: BASE + page.path, ssrSearch: '' })}
          >
            <QueryErrorResetBoundary>
              {({ reset }) => (
                <ErrorBoundary
                  onReset={reset}
                  renderFallback={(error, retry) => <LoadFailureScreen error={error} onRetry={retry} />}
                >
                  <Suspense fallback={<LoadingScreen />}>
                    <Site />
                  </Suspense>
                </ErrorBoundary>
              )}
            </QueryErrorResetBoundary>
          </Router>
        </QueryClientProvider>
      </WorkerContext>
    </PageContext>
  )
}

type Navigate = (to: string, options?: object) => void

/**
 * A link followed before the whole catalogue has arrived leaves the page in place until it has; when it cannot be had,
 * the browser itself goes to the address, which may be a page of its own.
 */
function waitForData(client: QueryClient, page: PageData | null) {
  return (navigate: Navigate, to: string, options?: object) => {
    const path = to.slice(BASE.length).replace(/[?#].*$/, '')
    const tag = parsePath(path).language
    if (page === null || tag === null || coversPath(page, path) || hasWhole(client, tag)) {
      navigate(to, options)
      return
    }
    loadWhole(client, tag).then(
      () => navigate(to, options),
      () => window.location.assign(to),
    )
  }
}

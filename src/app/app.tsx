import { QueryClient, QueryClientProvider, QueryErrorResetBoundary } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { Router } from 'wouter'
import { ErrorBoundary } from './error-boundary.tsx'
import { LoadFailureScreen } from './failure-screen.tsx'
import { LoadingScreen } from './loading-screen.tsx'
import { Site } from './site.tsx'

/** Wouter wants the base without its slash. */
const BASE = import.meta.env.BASE_URL.replace(/\/$/, '')

export function App() {
  const [queryClient] = useState(
    () => new QueryClient({ defaultOptions: { queries: { retry: 2, retryDelay: 500 } } }),
  )
  return (
    <QueryClientProvider client={queryClient}>
      <Router base={BASE}>
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
  )
}

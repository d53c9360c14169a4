import { act, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { InstallOffer } from '#src/features/work-offline/install-offer.tsx'
import { OfflineNotices, OfflineSign } from '#src/features/work-offline/offline-notices.tsx'
import { NO_WORKER, type WorkerConnection, type WorkerState } from '#src/worker/connect-worker.ts'
import { english } from '#tests/setup/english.ts'
import { renderInEnglish } from '#tests/setup/render-app.tsx'

/** A worker that stands at what the test says. */
function workerAt(state: WorkerState) {
  const listeners = new Set<() => void>()
  let current = state
  const connection: WorkerConnection = {
    ...NO_WORKER,
    getState: () => current,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  const move = (next: WorkerState) =>
    act(() => {
      current = next
      for (const listener of listeners) listener()
    })
  return { connection, move }
}

const QUIET = { isJustReady: false, hasUpdate: false }
const button = (key: Parameters<typeof english>[0]) => screen.getByRole('button', { name: english(key) })

test('nothing is said until there is something, and "ready" goes when it is closed', async () => {
  const { connection, move } = workerAt(QUIET)
  const { user } = renderInEnglish(<OfflineNotices worker={connection} onTaken={() => {}} />)
  const status = screen.getByRole('status')
  expect(status.textContent).toBe('')
  move({ ...QUIET, isJustReady: true })
  expect(status.textContent).toContain(english('offline.ready'))
  await user.click(button('offline.close'))
  expect(status.textContent).toBe('')
})

test('a newer version asks, also after "ready" was closed, and "later" is taken for an answer', async () => {
  const { connection, move } = workerAt({ ...QUIET, isJustReady: true })
  const onTaken = vi.fn<() => void>()
  const { user } = renderInEnglish(<OfflineNotices worker={connection} onTaken={onTaken} />)
  await user.click(button('offline.close'))
  move({ isJustReady: true, hasUpdate: true })
  const status = screen.getByRole('status')
  expect(status.textContent).toContain(english('offline.update'))
  await user.click(button('offline.later'))
  expect(status.textContent).toBe('')
  expect(onTaken).not.toHaveBeenCalled()
})

test('consent lets the newer version take over, and then the page is loaded', async () => {
  const { connection } = workerAt({ ...QUIET, hasUpdate: true })
  const onTaken = vi.fn<() => void>()
  const { user } = renderInEnglish(<OfflineNotices worker={connection} onTaken={onTaken} />)
  await user.click(button('offline.update-now'))
  expect(onTaken).toHaveBeenCalledOnce()
})

test('the sign says when the network goes, and is silent when it is back', () => {
  const onLine = vi.spyOn(navigator, 'onLine', 'get')
  renderInEnglish(<OfflineSign />)
  const sign = screen.getByRole('status')
  expect(sign.textContent).toBe('')
  onLine.mockReturnValue(false)
  act(() => void window.dispatchEvent(new Event('offline')))
  expect(sign.textContent).toBe(english('offline.offline'))
  onLine.mockReturnValue(true)
  act(() => void window.dispatchEvent(new Event('online')))
  expect(sign.textContent).toBe('')
  onLine.mockRestore()
})

afterEach(() => {
  window.installPrompt = undefined
})

test('nothing is offered where the browser does not offer to install', () => {
  renderInEnglish(<InstallOffer />)
  expect(screen.queryByRole('button')).toBeNull()
})

test('an offer is a button, and gone once it was taken up', async () => {
  const { user } = renderInEnglish(<InstallOffer />)
  const prompt = vi.fn<() => Promise<{ outcome: 'accepted' }>>(async () => ({ outcome: 'accepted' }))
  act(() => {
    const event = Object.assign(new Event('beforeinstallprompt'), { prompt })
    window.installPrompt = event
    window.dispatchEvent(event)
  })
  await user.click(button('install.button'))
  expect(prompt).toHaveBeenCalledOnce()
  expect(screen.queryByRole('button', { name: english('install.button') })).toBeNull()
})

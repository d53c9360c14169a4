/**
 * Acts once the page is loaded and the browser has time, or `within` milliseconds after that at the latest. Safari cannot say
 * when it has time, and gets a moment. The returned function calls it off.
 */
export function whenIdle(act: () => void, within = 5000): () => void {
  let cancel = () => {}
  const wait = () => {
    if (typeof requestIdleCallback === 'function') {
      const id = requestIdleCallback(act, { timeout: within })
      cancel = () => cancelIdleCallback(id)
    } else {
      const id = setTimeout(act, 1000)
      cancel = () => clearTimeout(id)
    }
  }
  if (document.readyState === 'complete') wait()
  else window.addEventListener('load', wait, { once: true })
  return () => {
    window.removeEventListener('load', wait)
    cancel()
  }
}

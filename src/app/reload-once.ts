const KEY = 'replydiff.recovered'

/** Loads the page again unless this very program has been given up before. Whether it does. */
export function reloadOnce(): boolean {
  const program = import.meta.url
  try {
    if (!navigator.onLine || sessionStorage.getItem(KEY) === program) return false
    sessionStorage.setItem(KEY, program)
  } catch {
    // Without storage nothing would end the loop.
    return false
  }
  window.location.reload()
  return true
}

const KEY = 'replydiff.recovered'

/**
 * A page that outlived a deploy may ask for a part that its host no longer has. Loading the page again gets the program
 * that is there now; once for each program, so that a part that is missing for good does not make a loop.
 */
export function recoverFromOldFiles() {
  window.addEventListener('vite:preloadError', (event) => {
    if (reloadOnce()) event.preventDefault()
  })
}

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

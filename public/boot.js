/*
 * What cannot wait for the program: how the page looks at first, an offer that browsers make only once, and what to do when
 * the program itself does not come.
 */
const page = document.documentElement

// The appearance, before anything is painted. Storage may be blocked: then it is the system's.
try {
  const theme = JSON.parse(localStorage.getItem('replydiff.theme'))
  if (theme === 'light' || theme === 'dark') page.dataset.theme = theme
} catch {
  // Nothing is stored that can be read.
}
// A page is served with all of its rows; a link that asks for the differences must not show the others first.
if (/[?&]show=differences(?:&|$)/.test(location.search)) page.dataset.show = 'differences'
page.dataset.booted = ''

addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault()
  window.installPrompt = event
})
addEventListener('appinstalled', () => {
  window.installPrompt = undefined
})

/*
 * A page whose program or style sheet was cut off, answered with an error or never answered is loaded once more, and only
 * once: a page that is itself the second try stays as it is, readable as it was served.
 */
const isSecondTry = performance.getEntriesByType('navigation')[0]?.type === 'reload'
let isOver = isSecondTry
const tryAgain = () => {
  if (isOver || !navigator.onLine) return
  isOver = true
  location.reload()
}

const isNeeded = (element) =>
  element instanceof HTMLScriptElement || (element instanceof HTMLLinkElement && element.rel === 'stylesheet')
addEventListener('error', ({ target }) => isNeeded(target) && tryAgain(), true)

const needed = () =>
  [...document.querySelectorAll('script[src], link[rel=stylesheet], link[rel=modulepreload]')].map(
    (element) => element.src || element.href,
  )
const watch = setInterval(() => {
  const [navigation] = performance.getEntriesByType('navigation')
  const files = performance.getEntriesByType('resource')
  const arrived = new Set(files.map(({ name }) => name))
  const isWhole = document.readyState !== 'loading' && needed().every((address) => arrived.has(address))
  if (isWhole || isOver) return clearInterval(watch)
  // On a slow line everything is slow: what hangs is what takes far longer than the files that have come.
  const pace = Math.max(navigation?.responseStart ?? 0, ...files.map(({ duration }) => duration))
  if (performance.now() > 3000 + 15 * pace) tryAgain()
}, 500)

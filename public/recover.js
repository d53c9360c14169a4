/*
 * What to do when a file of a first visit does not come. In a file of its own that nothing waits for, so that it can also
 * help when the script before the first paint is the one that is missing, or when the page itself breaks off there.
 *
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

/** When each file that has not come yet was first missed. */
const missed = new Map()
const watch = setInterval(() => {
  const now = performance.now()
  // The program says when what can be pressed answers; whatever has not come in a minute will not.
  if (document.documentElement.dataset.alive !== undefined || isOver || now > 60_000) return clearInterval(watch)
  const files = performance.getEntriesByType('resource')
  // Failures are on the list as well, and may have come before this script could listen to them.
  const isWhole = ({ responseStatus: status }) => status === undefined || (status >= 200 && status < 400)
  const arrived = new Set(files.filter(isWhole).map(({ name }) => name))
  // On a slow line everything is slow: what hangs is what takes far longer than the files that have come.
  const [navigation] = performance.getEntriesByType('navigation')
  const pace = Math.max(navigation?.responseStart ?? 0, ...files.map(({ duration }) => duration))
  const elements = document.querySelectorAll('script[src], link[rel=stylesheet], link[rel=modulepreload]')
  const addresses = [...elements].map((element) => element.src || element.href)
  if (document.readyState === 'loading') addresses.push('the page itself')
  for (const address of addresses) {
    if (arrived.has(address)) continue
    if (!missed.has(address)) missed.set(address, now)
    if (now - missed.get(address) > 2500 + 15 * pace) tryAgain()
  }
}, 500)

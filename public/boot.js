/* What the first paint waits for: how the page looks, and an offer that browsers make only once. */
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

addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault()
  window.installPrompt = event
})
addEventListener('appinstalled', () => {
  window.installPrompt = undefined
})

// What has to be known before anything is painted. Storage may be blocked: then the appearance is the system's.
try {
  const theme = JSON.parse(localStorage.getItem('replydiff.theme'))
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // Nothing is stored that can be read.
}
// A page is served with all of its rows; a link that asks for the differences must not show the others first.
if (/[?&]show=differences(?:&|$)/.test(location.search)) document.documentElement.dataset.show = 'differences'

// The appearance chosen on an earlier visit, set before anything is painted. Storage may be blocked: then the system's.
try {
  const theme = JSON.parse(localStorage.getItem('replydiff.theme'))
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // Nothing is stored that can be read.
}

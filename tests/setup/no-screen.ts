// jsdom has no screen: no query for media matches there, and nothing scrolls. Tests without a document need neither.
if (typeof window !== 'undefined') {
  window.matchMedia ??= (media) =>
    Object.assign(new EventTarget(), { media, matches: false }) as MediaQueryList
  Object.assign(Element.prototype, { scrollIntoView: () => {} })
}

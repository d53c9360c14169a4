// jsdom has no media: a page there is on no screen, so no query matches. Tests without a document need none.
if (typeof window !== 'undefined')
  window.matchMedia ??= (media) =>
    Object.assign(new EventTarget(), { media, matches: false }) as MediaQueryList

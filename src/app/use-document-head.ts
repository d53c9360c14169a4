import { useEffect } from 'react'
import { findLanguage } from '#src/i18n/find-language.ts'
import { manifestFile } from './manifest-file.ts'
import { canonicalRoute, formatPath, parsePath, pathInLanguage } from '#src/compare/permalink.ts'

/**
 * Keeps the head true while the page changes without being loaded again: the one address that search engines and share
 * sheets should know, the same page in other languages, and whether there is a page at all.
 */
export function useDocumentHead(path: string, isFound: boolean) {
  useEffect(() => {
    const canonical = linkOf('canonical')
    const site = siteOf(canonical)
    const own = canonicalPath(path)
    canonical.href = site + own
    for (const link of document.head.querySelectorAll<HTMLLinkElement>('link[hreflang]')) {
      const tag = link.hreflang === 'x-default' ? 'en' : link.hreflang
      link.href = site + pathInLanguage(own, tag)
    }
    const manifest = document.head.querySelector<HTMLLinkElement>('link[rel=manifest]')
    const language = findLanguage(parsePath(path).language ?? '')
    if (manifest && language) manifest.href = import.meta.env.BASE_URL + manifestFile(language.tag)
    const robots = document.head.querySelector<HTMLMetaElement>('meta[name=robots]')
    if (robots) robots.content = isFound ? 'index' : 'noindex'
  }, [path, isFound])
}

/** The public address of the site without its last slash: that of the document, or where it was opened. */
function siteOf(canonical: HTMLLinkElement): string {
  const base = import.meta.env.BASE_URL.replace(/\/$/, '')
  return new URL(canonical.href || window.location.href).origin + base
}

function linkOf(rel: string): HTMLLinkElement {
  const known = document.head.querySelector<HTMLLinkElement>(`link[rel=${rel}]`)
  if (known) return known
  const link = document.createElement('link')
  link.rel = rel
  document.head.append(link)
  return link
}

/** A pair has one address for machines, in ascending order; everything else has its own. */
function canonicalPath(path: string): string {
  const { language, route } = parsePath(path)
  return language === null || route.kind === 'unknown' ? path : formatPath(language, canonicalRoute(route))
}

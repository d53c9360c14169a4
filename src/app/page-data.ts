import { createContext } from 'react'
import type { Catalog } from '#src/catalog/catalog-schema.ts'
import { parsePath, type Route } from '#src/compare/permalink.ts'
import type { Words } from '#src/i18n/load-words.ts'

/** What a prerendered page carries: the records and words of that page, in its language, and no others. */
export interface PageData {
  /** Its address, without the base. */
  path: string
  tag: string
  catalog: Catalog
  words: Words
}

/** The page that the document was served with; null in the shell, which answers every address. */
export const PageContext = createContext<PageData | null>(null)

/** Where the document keeps it: data that no policy takes for a script. */
export const PAGE_DATA_ID = 'page-data'

export function readPageData(): PageData | null {
  const text = document.getElementById(PAGE_DATA_ID)?.textContent
  return text ? (JSON.parse(text) as PageData) : null
}

/** Whether a page's data is all that an address needs: the page itself, or its two codes the other way round. */
export function coversPath(page: PageData, path: string): boolean {
  const [own, wanted] = [parsePath(page.path), parsePath(path)]
  if (own.language !== wanted.language || wanted.isOldLink) return false
  return codesOf(own.route) === codesOf(wanted.route)
}

function codesOf(route: Route): string {
  switch (route.kind) {
    case 'start':
      return 'start'
    case 'unknown':
      return `unknown ${route.text}`
    case 'code':
      return JSON.stringify([route.code])
    case 'pair':
      return [route.first, route.second]
        .map((code) => JSON.stringify(code))
        .sort()
        .join()
  }
}

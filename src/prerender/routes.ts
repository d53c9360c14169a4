import type { Catalog } from '#src/catalog/catalog-schema.ts'
import { formatPath, type Route } from '#src/compare/permalink.ts'
import { LANGUAGES, type Language } from '#src/i18n/languages.ts'

export interface PagePlace {
  language: Language
  route: Route
  /** The address, without the base. */
  path: string
}

const reply = (code: string) => ({ kind: 'reply', code }) as const
const enhanced = (code: string, of: string | null) =>
  ({ kind: 'enhanced', enhanced: code, code: of }) as const

/**
 * The one registry of what search engines are told of: the start page, a page for each code, for each enhanced code in the
 * classes it is met in and for each whole reply that a document lists, and every unordered pair of codes that a document
 * defines.
 */
export function routesOf(catalog: Catalog): Route[] {
  const defined = catalog.codes.filter(({ standing }) => standing !== 'nonstandard').map(({ code }) => code)
  return [
    { kind: 'start' },
    ...catalog.codes.map(({ code }): Route => ({ kind: 'code', code: reply(code) })),
    ...defined.flatMap((first, index) =>
      defined
        .slice(index + 1)
        .map((second): Route => ({ kind: 'pair', first: reply(first), second: reply(second) })),
    ),
    ...catalog.enhanced.codes.flatMap((entry) =>
      classesOf(entry).map(
        (digit): Route => ({
          kind: 'code',
          code: enhanced(`${digit}.${entry.detail}`, null),
        }),
      ),
    ),
    ...catalog.codes.flatMap(({ code, enhancedCodes }) =>
      enhancedCodes.map((listed): Route => ({ kind: 'code', code: enhanced(listed.code, code) })),
    ),
  ]
}

/** Where the registry names no limit: failures, and success where it lists a reply of success. */
function classesOf({ classes, replies, replyRule }: Catalog['enhanced']['codes'][number]): string[] {
  if (classes.length > 0) return classes
  return replyRule === 'any' || replies.some((code) => code.startsWith('2')) ? ['2', '4', '5'] : ['4', '5']
}

/**
 * Every page that is prerendered, in every language: the registry's, and each pair the other way round as well, since
 * people share the order in which they picked. Whatever else has an address is answered by the application.
 */
export function placesOf(catalog: Catalog): PagePlace[] {
  const registered = routesOf(catalog)
  const swapped = registered.flatMap((route): Route[] =>
    route.kind === 'pair' ? [{ kind: 'pair', first: route.second, second: route.first }] : [],
  )
  const routes = [...registered, ...swapped]
  return LANGUAGES.flatMap((language) =>
    routes.map((route) => ({ language, route, path: formatPath(language.tag, route) })),
  )
}

/** The file of a page in the built site: hosts serve `/en/smtp/550` from `en/smtp/550.html`. */
export function fileOf(path: string): string {
  return path.endsWith('/') ? `${path.slice(1)}index.html` : `${path.slice(1)}.html`
}

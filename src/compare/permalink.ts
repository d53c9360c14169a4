import { splitCode } from '#src/catalog/enhanced-code.ts'

/** A code as links write it: a reply code, an enhanced code, or both ("550-5.7.1"). */
export type CodeText =
  | { kind: 'reply'; code: string }
  | { kind: 'enhanced'; enhanced: string; code: string | null }
  | { kind: 'malformed'; text: string }

export type Route =
  | { kind: 'start' }
  | { kind: 'code'; code: CodeText }
  | { kind: 'pair'; first: CodeText; second: CodeText }
  | { kind: 'unknown'; text: string }

export interface Place {
  /** The first segment when it looks like a language tag; whether we speak it is not known here. */
  language: string | null
  route: Route
  /** True when the address is an older or longer form that should be replaced by `formatPath`'s. */
  isOldLink: boolean
}

const LANGUAGE_TAG = /^[a-z]{2,3}(?:-[a-z]{2,8})?$/i

/**
 * Reads one code of a link. Total: any text comes back as one of the three kinds. Grammar of reply codes RFC 5321
 * §4.2 (three digits; whether they fit is the catalogue's to say), of enhanced codes RFC 3463 §2.
 */
export function parseCode(text: string): CodeText {
  const parts = splitCode(text)
  if (parts === null) return { kind: 'malformed', text }
  const { reply, enhanced } = parts
  if (enhanced !== null) return { kind: 'enhanced', enhanced, code: reply }
  return { kind: 'reply', code: reply ?? '' }
}

/** The code as people write it: what `findCode` of the catalogue takes, and what stands on screen. */
export function writtenCode(code: CodeText): string {
  return codeText(code).replace(/^(\d{3})-(?=[245]\.)/, '$1 ')
}

function codeText(code: CodeText): string {
  switch (code.kind) {
    case 'reply':
      return code.code
    case 'enhanced':
      return code.code ? `${code.code}-${code.enhanced}` : code.enhanced
    case 'malformed':
      return code.text
  }
}

/**
 * Reads a path, without its base and query, into a place. Total: any text is a place, at worst an unknown one.
 * `/en/smtp/250-vs-551`, `/en/smtp/550`, `/en/`, and the older `/[fr/]compare/smtp/250-ok-vs-551-user-not-local`,
 * in which only the leading digits of each slug count.
 */
export function parsePath(path: string): Place {
  const segments = path
    .split('/')
    .filter((segment) => segment !== '')
    .map(decode)
  const [head = ''] = segments
  const language = LANGUAGE_TAG.test(head) ? head : null
  const rest = language === null ? segments : segments.slice(1)

  if (rest.length === 0) return { language, route: { kind: 'start' }, isOldLink: false }

  if (rest[0] === 'compare' && rest[1] === 'smtp' && rest.length === 3) {
    const slugs = (rest[2] ?? '').split('-vs-').map((slug) => /^\d+/.exec(slug)?.[0] ?? slug)
    return { language, route: routeOf(slugs, path), isOldLink: true }
  }
  if (rest[0] === 'smtp' && rest.length === 2) {
    const text = rest[1] ?? ''
    // What a browser's search field sends, "250 551" or "550 5.7.1", is not written as links write it.
    const typed = text.includes('-vs-') ? null : parsePairText(text)
    const written = text.replace(/(?<!\d)(\d{3})[ +](?=[245]\.\d)/g, '$1-')
    return {
      language,
      route: routeOf(typed ?? written.split('-vs-'), path),
      isOldLink: typed !== null || written !== text,
    }
  }
  return { language, route: { kind: 'unknown', text: path }, isOldLink: false }
}

function routeOf(texts: string[], path: string): Route {
  const [first, second, ...more] = texts
  if (first === undefined || more.length > 0) return { kind: 'unknown', text: path }
  if (second === undefined) return { kind: 'code', code: parseCode(first) }
  return { kind: 'pair', first: parseCode(first), second: parseCode(second) }
}

/** A stray percent sign is a person's typing error, not a reason to fail. */
function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

/** The path of a route in a language, the exact inverse of `parsePath` for every route but an unknown one (start). */
export function formatPath(language: string, route: Route): string {
  switch (route.kind) {
    case 'code':
      return `/${language}/smtp/${encodeURIComponent(codeText(route.code))}`
    case 'pair':
      return `/${language}/smtp/${encodeURIComponent(codeText(route.first))}-vs-${encodeURIComponent(codeText(route.second))}`
    case 'start':
    case 'unknown':
      return `/${language}/`
  }
}

/** The path of two reply codes, in the order they stand on screen. */
export function pairPath(language: string, first: string, second: string): string {
  return formatPath(language, { kind: 'pair', first: parseCode(first), second: parseCode(second) })
}

/** The path of one reply code. */
export function codePath(language: string, code: string): string {
  return formatPath(language, { kind: 'code', code: parseCode(code) })
}

/** The same page in another language: an address of ours is rewritten, any other keeps what follows its language. */
export function pathInLanguage(path: string, language: string): string {
  const place = parsePath(path)
  if (place.route.kind !== 'unknown') return formatPath(language, place.route)
  const rest = place.language === null ? path : path.replace(/^\/+[^/]*/, '')
  return `/${language}/${rest.replace(/^\/+/, '')}`
}

/** The two codes in ascending order: the one form of a pair that search engines should know. */
export function ascendingPair(first: string, second: string): [string, string] {
  return first <= second ? [first, second] : [second, first]
}

/** A route in its one form for machines: a pair of codes ascends, everything else stays as it is. */
export function canonicalRoute(route: Route): Route {
  if (route.kind !== 'pair' || route.first.kind === 'malformed' || route.second.kind === 'malformed')
    return route
  const [first, second] = ascendingPair(writtenCode(route.first), writtenCode(route.second))
  return { kind: 'pair', first: parseCode(first), second: parseCode(second) }
}

const WRITTEN_CODE = String.raw`\d{3}(?:[ -][245](?:\.\d{1,3}){2})?|[245](?:\.\d{1,3}){2}`
const PAIR = new RegExp(
  String.raw`^(${WRITTEN_CODE})(\s*(?:-vs-|vs\.?|[,،/|:;&+-])\s*|\s+(?:\p{L}{1,3}\s+|و)?)(${WRITTEN_CODE})$`,
  'iu',
)

/**
 * Two codes typed or pasted in one go: "250 551", "250 vs 551", "250/551", "250 et 551" with any short word of any
 * language between, "5.7.1 5.7.26", "550 5.7.1, 550 5.7.26", or a link that ends in such a pair.
 * Null when the text is anything else, so that ordinary searching goes on; "550 5.7.1" is one reply.
 */
export function parsePairText(text: string): [string, string] | null {
  const typed = text.trim()
  if (typed.includes('/smtp/')) {
    const path = typed.replace(/^https?:\/\/[^/]*/i, '').replace(/[?#].*$/, '')
    const { route } = parsePath(path)
    if (route.kind !== 'pair' || route.first.kind === 'malformed' || route.second.kind === 'malformed')
      return null
    return [writtenCode(route.first), writtenCode(route.second)]
  }
  const [, first, between, second] = PAIR.exec(typed) ?? []
  if (!first || !second || isOneReply(first, between, second)) return null
  return [writtenCode(parseCode(first)), writtenCode(parseCode(second))]
}

function isOneReply(first: string, between: string | undefined, second: string): boolean {
  return /^\d{3}$/.test(first) && second.includes('.') && /^[ +-]$/.test(between ?? '')
}

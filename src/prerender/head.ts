import { manifestFile } from '#src/app/manifest-file.ts'
import type { Catalog } from '#src/catalog/catalog-schema.ts'
import { findCode } from '#src/catalog/find-code.ts'
import { sourceLink } from '#src/catalog/source-link.ts'
import { compareCodes } from '#src/compare/compare-codes.ts'
import { canonicalRoute, formatPath, writtenCode, type CodeText, type Route } from '#src/compare/permalink.ts'
import { createCatalogText, type CatalogText } from '#src/i18n/catalog-text.ts'
import { createI18n } from '#src/i18n/create-i18n.ts'
import { LANGUAGES, SOURCE_LANGUAGE, type Language } from '#src/i18n/languages.ts'
import type { Words } from '#src/i18n/load-words.ts'

interface HeadInput {
  language: Language
  route: Route
  path: string
  words: Words
  catalog: Catalog
  /** The public address of the site, with a slash at its end. */
  site: string
}

interface Description {
  title: string
  description: string
  /** What the page is about, for machines. */
  data: object
}

/** What search engines, chats and tickets show of a page: title, answer, picture, and the same page in other languages. */
export function headOf({ language, route, path, words, catalog, site }: HeadInput): string {
  const address = (of: string) => site + of.slice(1)
  const canonical = canonicalRoute(route)
  const i18n = createI18n(language.tag, words.ui)
  const text = createCatalogText(i18n.getFixedT(language.tag), language.tag, words)
  const { title, description, data } = describe(route, catalog, text, (key, values) => {
    const t = i18n.t as unknown as (key: string, values?: object) => string
    return t(key, values)
  })
  const meta = (name: string, content: string) => `<meta name="${name}" content="${escapeHtml(content)}">`
  const property = (name: string, content: string) =>
    `<meta property="og:${name}" content="${escapeHtml(content)}">`
  return [
    // Browsers paint what they have, and half a header would move when its other half comes.
    '<link rel="expect" href="#content" blocking="render">',
    `<title>${escapeHtml(title)}</title>`,
    meta('description', description),
    `<link rel="canonical" href="${address(formatPath(language.tag, canonical))}">`,
    ...LANGUAGES.map(
      ({ tag }) => `<link rel="alternate" hreflang="${tag}" href="${address(formatPath(tag, canonical))}">`,
    ),
    `<link rel="alternate" hreflang="x-default" href="${address(route.kind === 'start' ? '/' : formatPath(SOURCE_LANGUAGE.tag, canonical))}">`,
    `<link rel="manifest" href="${import.meta.env.BASE_URL}${manifestFile(language.tag)}">`,
    property('type', 'website'),
    property('site_name', 'Replydiff'),
    property('title', title),
    property('description', description),
    property('url', address(path)),
    property(
      'locale',
      new Intl.Locale(language.tag)
        .maximize()
        .toString()
        .replace(/-\w{4}-/, '_'),
    ),
    property('image', address('/preview.png')),
    property('image:width', '1200'),
    property('image:height', '630'),
    property('image:alt', 'Replydiff: 250 ≠ 551'),
    meta('twitter:card', 'summary_large_image'),
    // Data, so no policy takes it for a script.
    `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', url: address(path), inLanguage: language.tag, ...data }).replaceAll('<', '\\u003c')}</script>`,
  ].join('')
}

function describe(
  route: Route,
  catalog: Catalog,
  text: CatalogText,
  t: (key: string, values?: object) => string,
): Description {
  const term = (code: string) => ({
    '@type': 'DefinedTerm',
    termCode: code,
    name: text.code(code).name,
    description: text.code(code).meaning,
    inDefinedTermSet: code.includes('.')
      ? sourceLink('IANA X.')
      : 'https://www.rfc-editor.org/rfc/rfc5321#section-4.2',
  })
  const record = (code: CodeText) => {
    const found = findCode(catalog, writtenCode(code))
    if (!found) throw new Error(`The catalogue has no ${writtenCode(code)}; only its codes are prerendered`)
    return found
  }
  if (route.kind === 'code') {
    const { code } = record(route.code)
    const words = text.code(code)
    return {
      title: t('title.code', { code, name: words.name }),
      description: `${words.gist} ${words.meaning}`,
      data: { '@type': 'WebPage', name: words.gist, about: term(code) },
    }
  }
  if (route.kind === 'pair') {
    const [first, second] = [record(route.first), record(route.second)]
    const { verdict } = compareCodes(catalog, first, second)
    const { answer, lead } = text.opening(first.code, second.code, verdict)
    return {
      title: t('title.pair', {
        first: first.code,
        second: second.code,
        firstName: text.code(first.code).name,
        secondName: text.code(second.code).name,
      }),
      description: `${answer} ${lead}`.replaceAll('`', ''),
      data: { '@type': 'WebPage', name: answer, about: [term(first.code), term(second.code)] },
    }
  }
  return {
    title: t('title.start'),
    description: t('site.description'),
    data: { '@type': 'WebSite', name: 'Replydiff', description: t('site.description') },
  }
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

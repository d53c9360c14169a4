import { manifestFile } from '#src/app/manifest-file.ts'
import type { Catalog } from '#src/catalog/catalog-schema.ts'
import { formatPath } from '#src/compare/permalink.ts'
import { LANGUAGES } from '#src/i18n/languages.ts'
import type { Words } from '#src/i18n/load-words.ts'
import { manifestOf } from './manifest.ts'
import {
  formatPublicCatalog,
  PUBLIC_SCHEMA_FILE,
  publicCatalog,
  publicCatalogFile,
} from './public-catalog.ts'
import { publicCatalogSchema } from './public-catalog-schema.ts'
import { routesOf } from './routes.ts'

interface SiteFile {
  name: string
  content: string
}

/**
 * What machines read of the site as a whole. `site` is its public address with a slash at its end; every address in
 * these files has to be a whole one.
 */
export function siteFiles(catalog: Catalog, wordsOf: (tag: string) => Words, site: string): SiteFile[] {
  return [
    ...LANGUAGES.map(({ tag }) => ({ name: `sitemap-${tag}.xml`, content: sitemapOf(tag, catalog, site) })),
    { name: 'sitemap.xml', content: sitemapIndex(site) },
    { name: 'robots.txt', content: `User-agent: *\nDisallow:\n\nSitemap: ${site}sitemap.xml\n` },
    { name: 'opensearch.xml', content: openSearch(site) },
    ...LANGUAGES.map((language) => ({
      name: manifestFile(language.tag),
      content: manifestOf(language, wordsOf(language.tag)),
    })),
    ...LANGUAGES.map(({ tag }) => ({
      name: publicCatalogFile(tag),
      content: formatPublicCatalog(publicCatalog(catalog, wordsOf(tag), tag, site)),
    })),
    {
      name: PUBLIC_SCHEMA_FILE,
      content: `${JSON.stringify(publicCatalogSchema(site), null, 2)}\n`,
    },
  ]
}

/**
 * How to report a weakness (RFC 9116), which asks for a date within a year. Without a contact of its own, a site is
 * reached at the mailbox that RFC 2142 §4 sets aside for it.
 */
export function securityText(site: string, built: Date, contact?: string): string {
  const expires = new Date(built.getTime() + 360 * 24 * 60 * 60 * 1000)
  return [
    `Contact: ${contact ?? `mailto:security@${new URL(site).hostname}`}`,
    `Expires: ${expires.toISOString()}`,
    'Preferred-Languages: en',
    `Canonical: ${site}.well-known/security.txt`,
    '',
  ].join('\n')
}

/** After sitemaps.org; each page names itself in the other languages, as Google reads it. */
function sitemapOf(tag: string, catalog: Catalog, site: string): string {
  const address = (language: string, route: Parameters<typeof formatPath>[1]) =>
    escapeXml(site + formatPath(language, route).slice(1))
  const urls = routesOf(catalog).map((route) => {
    const others = LANGUAGES.map(
      (language) =>
        `<xhtml:link rel="alternate" hreflang="${language.tag}" href="${address(language.tag, route)}"/>`,
    )
    return `<url><loc>${address(tag, route)}</loc>${others.join('')}</url>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join('\n')}\n</urlset>\n`
}

function sitemapIndex(site: string): string {
  const parts = LANGUAGES.map(
    ({ tag }) => `<sitemap><loc>${escapeXml(site)}sitemap-${tag}.xml</loc></sitemap>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${parts.join('\n')}\n</sitemapindex>\n`
}

/** Lets a browser look codes up from its address bar; an address without a language is answered in the visitor's. */
function openSearch(site: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>Replydiff</ShortName>
<Description>SMTP reply codes: 550, or two to compare: 250 551</Description>
<InputEncoding>UTF-8</InputEncoding>
<Language>${LANGUAGES.map(({ tag }) => tag).join('</Language>\n<Language>')}</Language>
<Image width="16" height="16" type="image/svg+xml">${escapeXml(site)}favicon.svg</Image>
<Url type="text/html" method="get" template="${escapeXml(site)}smtp/{searchTerms}"/>
<Url type="application/opensearchdescription+xml" rel="self" template="${escapeXml(site)}opensearch.xml"/>
</OpenSearchDescription>
`
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

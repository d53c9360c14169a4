import type { Catalog, CodeRecord } from '#src/catalog/catalog-schema.ts'
import { RELATION_SIGNS, type Comparison, type Facet, type ListFacetId } from '#src/compare/compare-codes.ts'
import type { CatalogText } from '#src/i18n/catalog-text.ts'

export interface ComparisonTextWords {
  title: string
  answer: string
  lead: string
  link: string
  unspecified: string
}

interface TextRow {
  sign: string
  title: string
  first: string[]
  second: string[]
}

/** The comparison as a table in Markdown: codes, verdict, a row a facet, the link. Fit to be pasted into a ticket. */
export function toMarkdown(
  catalog: Catalog,
  comparison: Comparison,
  text: CatalogText,
  words: ComparisonTextWords,
): string {
  const cell = (lines: readonly string[]) => lines.map(escapeMarkdown).join('<br>')
  const heading = (record: CodeRecord) => escapeMarkdown(`${record.code} ${text.code(record.code).name}`)
  const rows = rowsOf(catalog, comparison, text, words)
  return [
    `**${escapeMarkdown(words.answer)}**`,
    '',
    escapeMarkdown(words.lead),
    '',
    `| | | ${heading(comparison.first)} | ${heading(comparison.second)} |`,
    '|---|---|---|---|',
    ...rows.map(
      (row) => `| ${row.sign} | ${escapeMarkdown(row.title)} | ${cell(row.first)} | ${cell(row.second)} |`,
    ),
    '',
    words.link,
    '',
  ].join('\n')
}

/** The same as plain text, a block a row: it reads in any typeface and at any width. */
export function toPlainText(
  catalog: Catalog,
  comparison: Comparison,
  text: CatalogText,
  words: ComparisonTextWords,
): string {
  const { first, second } = comparison
  const block = (code: string, lines: readonly string[]) =>
    lines.length === 1
      ? [`    ${text.valueOf(code, lines[0] ?? '')}`]
      : [`    ${code}`, ...lines.map((line) => `      - ${line}`)]
  return [
    words.title,
    '',
    words.answer,
    words.lead,
    '',
    ...rowsOf(catalog, comparison, text, words).flatMap((row) => [
      `${row.sign} ${row.title}`,
      ...(row.sign === RELATION_SIGNS.same
        ? row.first.map((line) => `    ${line}`)
        : [...block(first.code, row.first), ...block(second.code, row.second)]),
      '',
    ]),
    words.link,
    '',
  ].join('\n')
}

/** The same as a table for editors that take rich text. */
export function toHtml(
  catalog: Catalog,
  comparison: Comparison,
  text: CatalogText,
  words: ComparisonTextWords,
): string {
  const cell = (lines: readonly string[]) => `<td>${lines.map(escapeHtml).join('<br>')}</td>`
  const heading = (record: CodeRecord) =>
    `<th>${escapeHtml(`${record.code} ${text.code(record.code).name}`)}</th>`
  const rows = rowsOf(catalog, comparison, text, words).map(
    (row) =>
      `<tr><td>${row.sign}</td><th>${escapeHtml(row.title)}</th>${cell(row.first)}${cell(row.second)}</tr>`,
  )
  return [
    `<p><strong>${escapeHtml(words.answer)}</strong></p><p>${escapeHtml(words.lead)}</p>`,
    `<table><tr><td></td><td></td>${heading(comparison.first)}${heading(comparison.second)}</tr>${rows.join('')}</table>`,
    `<p>${escapeHtml(words.link)}</p>`,
  ].join('')
}

function rowsOf(
  catalog: Catalog,
  comparison: Comparison,
  text: CatalogText,
  words: ComparisonTextWords,
): TextRow[] {
  const { first, second } = comparison
  return comparison.facets.map((facet) => ({
    sign: RELATION_SIGNS[facet.relation],
    title: text.facet(facet.id),
    first: linesOf(facet, first, facet.first, catalog, text, words),
    second: linesOf(facet, second, facet.second, catalog, text, words),
  }))
}

function linesOf(
  facet: Facet,
  record: CodeRecord,
  value: string | readonly string[] | null,
  catalog: Catalog,
  text: CatalogText,
  words: ComparisonTextWords,
): string[] {
  if (value === null) return [words.unspecified]
  switch (facet.kind) {
    case 'meaning':
      return [text.code(value as string).meaning]
    case 'value':
      return [facet.id === 'subject' ? text.subject(value as string) : text.value(facet.id, value as string)]
    case 'list': {
      const ids = value as readonly string[]
      return ids.length === 0 ? [text.none(facet.id, record.code)] : entriesOf(facet.id, ids, catalog, text)
    }
  }
}

function entriesOf(
  facet: ListFacetId,
  ids: readonly string[],
  catalog: Catalog,
  text: CatalogText,
): string[] {
  switch (facet) {
    case 'scenarios':
      return ids.map(text.scenario)
    case 'remedies':
      return ids.map((id) => {
        const role = catalog.remedies.find((remedy) => remedy.id === id)?.role ?? 'developer'
        return text.remedyOf(role, id)
      })
    case 'commands':
      return [text.list(ids.map(text.command))]
    case 'actors':
      return [text.list(ids.map(text.role))]
    case 'enhanced-codes':
      return [text.list(ids)]
    case 'replies':
      return [text.list(ids.map(text.reply))]
    case 'official-texts':
    case 'sources':
      return [...ids]
  }
}

/**
 * Backticks stay: they mean the same here and there, and between them nothing is an escape but that of the bar, which
 * would end the cell. Elsewhere an angle bracket would start a tag.
 */
function escapeMarkdown(text: string): string {
  const parts = text.replace(/\s+/g, ' ').split('`')
  // A bar after a backslash has no spelling between backticks in a cell; such a text is written without them.
  const isPaired = parts.length % 2 === 1 && !text.includes('\\|')
  return parts
    .map((part, index) =>
      isPaired && index % 2 === 1
        ? part.replace(/\|/g, '\\|')
        : part.replace(/[\\|*_[\]]/g, '\\$&').replace(/</g, '&lt;'),
    )
    .join(isPaired ? '`' : '\\`')
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

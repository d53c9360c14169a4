import { useTranslation } from 'react-i18next'
import type { ReactNode } from 'react'
import type { Catalog, CodeRecord } from '#src/catalog/catalog-schema.ts'
import type { Comparison, Facet, ListFacet, Relation } from '#src/compare/compare-codes.ts'
import { diffWords } from '#src/compare/diff-words.ts'
import { useCatalogText } from '#src/i18n/language-provider.tsx'
import { VisuallyHidden } from '#src/ui/visually-hidden.tsx'
import { CommandCases } from './command-cases.tsx'
import styles from './comparison-table.module.css'
import type { RowsShown } from './comparison-view.tsx'
import { ListEntries } from './list-entries.tsx'
import { MeaningText } from './meaning-text.tsx'
import { isRetried, RetryDrawing } from './retry-drawing.tsx'
import { SessionDrawing } from './session-drawing.tsx'
import { Unspecified } from './unspecified.tsx'
import { ValueText } from './value-text.tsx'

const SIGNS: Record<Relation, string> = { same: '=', different: '≠', notSpecified: '?' }

interface ComparisonTableProps {
  catalog: Catalog
  comparison: Comparison
  shown: RowsShown
}

/*
 * The roles are written out because the rows are laid out as grids on narrow screens, and browsers take the table out
 * of the accessibility tree with its display value.
 */
export function ComparisonTable({ catalog, comparison, shown }: ComparisonTableProps) {
  const { t } = useTranslation()
  const text = useCatalogText()
  const { first, second } = comparison
  const facets = comparison.facets.filter((facet) => shown === 'everything' || facet.relation === 'different')
  if (facets.length === 0) return <p>{t('compare.no-differences')}</p>
  return (
    <table className={styles.table} role="table">
      <caption className={styles.caption}>
        <VisuallyHidden>{t('compare.rows')}</VisuallyHidden>
      </caption>
      <thead role="rowgroup" className={styles.head}>
        <tr role="row">
          <td role="cell" />
          {[first, second].map((record, side) => (
            <th key={side === 0 ? 'first' : 'second'} role="columnheader" scope="col">
              {t('compare.column', { code: record.code, name: text.code(record.code).name })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {facets.map((facet) => (
          <Row key={facet.id} facet={facet} catalog={catalog} first={first} second={second} />
        ))}
      </tbody>
    </table>
  )
}

interface RowProps {
  facet: Facet
  catalog: Catalog
  first: CodeRecord
  second: CodeRecord
}

function Row({ facet, catalog, first, second }: RowProps) {
  const { t } = useTranslation()
  const text = useCatalogText()
  const spoken = {
    same: t('compare.same'),
    different: t('compare.different'),
    notSpecified: t('compare.not-specified'),
  }
  return (
    <tr role="row" className={styles.row} data-relation={facet.relation}>
      <th role="rowheader" scope="row" className={styles.title}>
        <span className={styles.sign} aria-hidden="true" title={spoken[facet.relation]}>
          {SIGNS[facet.relation]}
        </span>
        <span>{text.facet(facet.id)}</span>
        <VisuallyHidden>{t('compare.relation', { relation: spoken[facet.relation] })}</VisuallyHidden>
      </th>
      <Cells facet={facet} catalog={catalog} first={first} second={second} />
    </tr>
  )
}

function Cells({ facet, catalog, first, second }: RowProps) {
  const text = useCatalogText()
  switch (facet.kind) {
    case 'value': {
      const isDrawn = facet.id === 'next-step' && (isRetried(first) || isRetried(second))
      const isShared = facet.relation === 'same' && facet.id !== 'next-step' && facet.id !== 'standing'
      if (isShared) {
        return (
          <Spanning>
            <ValueText facet={facet.id} record={first} isShared />
          </Spanning>
        )
      }
      return (
        <Sides
          first={<ValueText facet={facet.id} record={first} />}
          second={<ValueText facet={facet.id} record={second} />}
          below={isDrawn && <RetryDrawing records={[first, second]} />}
        />
      )
    }
    case 'meaning': {
      const diff = diffWords(text.code(facet.first).meaning, text.code(facet.second).meaning)
      if (facet.relation === 'same') {
        return (
          <Spanning>
            <MeaningText runs={diff.first} />
          </Spanning>
        )
      }
      return <Sides first={<MeaningText runs={diff.first} />} second={<MeaningText runs={diff.second} />} />
    }
    case 'list':
      return <ListCells facet={facet} catalog={catalog} first={first} second={second} />
  }
}

interface ListCellsProps extends RowProps {
  facet: ListFacet
}

function ListCells({ facet, catalog, first, second }: ListCellsProps) {
  const { t } = useTranslation()
  const text = useCatalogText()
  const side = (record: CodeRecord, all: readonly string[] | null, own: readonly string[]) => {
    if (all === null) return <Unspecified />
    if (all.length === 0) return <span className={styles.none}>{noneText(record)}</span>
    if (own.length === 0) return null
    return <ListEntries facet={facet.id} ids={own} catalog={catalog} record={record} />
  }
  const noneText = (record: CodeRecord) =>
    facet.id === 'enhanced-codes' && record.code.startsWith('3') ? t('enhanced.never') : text.none(facet.id)

  if (facet.id === 'commands') {
    return (
      <Sides
        above={<SessionDrawing records={[first, second]} />}
        first={<CommandCases record={first} />}
        second={<CommandCases record={second} />}
      />
    )
  }
  if (facet.relation === 'same') {
    return <Spanning>{side(first, facet.first, facet.shared)}</Spanning>
  }
  return (
    <Sides
      above={
        facet.shared.length > 0 && (
          <div className={styles.shared}>
            <p className={styles.sharedLabel}>{t('compare.both')}</p>
            <ListEntries facet={facet.id} ids={facet.shared} catalog={catalog} record={first} />
          </div>
        )
      }
      first={side(first, facet.first, facet.onlyFirst)}
      second={side(second, facet.second, facet.onlySecond)}
    />
  )
}

interface SpanningProps {
  children: ReactNode
}

/** What both sides share, said once across both columns. */
function Spanning({ children }: SpanningProps) {
  return (
    <td role="cell" colSpan={2} aria-colspan={2} className={styles.spanning}>
      {children}
    </td>
  )
}

interface SidesProps {
  first: ReactNode
  second: ReactNode
  above?: ReactNode
  below?: ReactNode
}

function Sides({ first, second, above, below }: SidesProps) {
  if (above || below) {
    return (
      <td role="cell" colSpan={2} aria-colspan={2} className={styles.stacked}>
        {above}
        <div className={styles.columns}>
          <div>{first}</div>
          <div>{second}</div>
        </div>
        {below}
      </td>
    )
  }
  return (
    <>
      <td role="cell" className={styles.side}>
        {first}
      </td>
      <td role="cell" className={styles.side}>
        {second}
      </td>
    </>
  )
}

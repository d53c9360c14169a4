import { useTranslation } from 'react-i18next'
import { useState, type ReactNode } from 'react'
import type { Catalog, CodeRecord } from '#src/catalog/catalog-schema.ts'
import { RELATION_SIGNS, type Comparison, type Facet, type ListFacet } from '#src/compare/compare-codes.ts'
import { diffWords } from '#src/compare/diff-words.ts'
import { useCatalogText } from '#src/i18n/language-provider.tsx'
import { VisuallyHidden } from '#src/ui/visually-hidden.tsx'
import { CommandCases } from './command-cases.tsx'
import styles from './comparison-table.module.css'
import type { RowsShown } from './rows-shown.ts'
import { ListEntries } from './list-entries.tsx'
import { MeaningText } from './meaning-text.tsx'
import { isRetried, RetryDrawing } from './retry-drawing.tsx'
import { SessionDrawing } from './session-drawing.tsx'
import { Unspecified } from './unspecified.tsx'
import { ValueText } from './value-text.tsx'

interface ComparisonTableProps {
  catalog: Catalog
  comparison: Comparison
  shown: RowsShown
}

/*
 * A table by its roles: laid out as grids, real table elements would lose theirs, since browsers take them from the
 * accessibility tree together with their display value.
 */
export function ComparisonTable({ catalog, comparison, shown }: ComparisonTableProps) {
  const { t } = useTranslation()
  const text = useCatalogText()
  const { first, second } = comparison
  const facets = comparison.facets.filter((facet) => shown === 'everything' || facet.relation === 'different')
  return (
    <div className={styles.table} role="table" aria-label={t('compare.rows')}>
      <div role="rowgroup" className={styles.head}>
        <div role="row">
          <div role="cell" />
          {[first, second].map((record, side) => (
            <div key={side === 0 ? 'first' : 'second'} role="columnheader">
              {t('compare.column', { code: record.code, name: text.code(record.code).name })}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup">
        {facets.map((facet) => (
          <Row key={facet.id} facet={facet} catalog={catalog} first={first} second={second} />
        ))}
      </div>
    </div>
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
  const turn = useTurns(`${String(facet.first)} ${String(facet.second)}`)
  return (
    <div role="row" className={styles.row} data-relation={facet.relation} data-turn={turn}>
      <div role="rowheader" className={styles.title}>
        <span className={styles.sign} aria-hidden="true" title={spoken[facet.relation]}>
          {RELATION_SIGNS[facet.relation]}
        </span>
        <span>{text.facet(facet.id)}</span>
        <VisuallyHidden>{t('compare.relation', { relation: spoken[facet.relation] })}</VisuallyHidden>
      </div>
      <Cells facet={facet} catalog={catalog} first={first} second={second} />
    </div>
  )
}

/**
 * Which of two names of one animation a row wears: a changed name starts it again on the element that is there, and keeping
 * the element spares a pick the making of new ones. None until the row has changed, since on a page just opened there is
 * nothing to settle.
 */
function useTurns(value: string): 'odd' | 'even' | undefined {
  const [seen, setSeen] = useState({ value, turns: 0 })
  if (seen.value !== value) setSeen({ value, turns: seen.turns + 1 })
  if (seen.turns === 0) return undefined
  return seen.turns % 2 === 1 ? 'odd' : 'even'
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
            <ValueText facet={facet.id} record={first} />
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
      if (facet.first === null || facet.second === null) {
        return (
          <Sides first={<LoneMeaning code={facet.first} />} second={<LoneMeaning code={facet.second} />} />
        )
      }
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

interface LoneMeaningProps {
  code: string | null
}

/** A meaning that has no other to be compared with. */
function LoneMeaning({ code }: LoneMeaningProps) {
  const text = useCatalogText()
  return code === null ? <Unspecified /> : <p>{text.code(code).meaning}</p>
}

interface ListCellsProps extends RowProps {
  facet: ListFacet
}

function ListCells({ facet, catalog, first, second }: ListCellsProps) {
  const { t } = useTranslation()
  const text = useCatalogText()
  const side = (record: CodeRecord, all: readonly string[] | null, own: readonly string[]) => {
    if (all === null) return <Unspecified />
    if (all.length === 0) return <span className={styles.none}>{text.none(facet.id, record.code)}</span>
    if (own.length === 0) return null
    return <ListEntries facet={facet.id} ids={own} catalog={catalog} record={record} />
  }

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
    <div role="cell" aria-colspan={2} className={styles.spanning}>
      {children}
    </div>
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
      <div role="cell" aria-colspan={2} className={styles.stacked}>
        {above}
        <div className={styles.columns}>
          <div>{first}</div>
          <div>{second}</div>
        </div>
        {below}
      </div>
    )
  }
  return (
    <>
      <div role="cell" className={styles.side}>
        {first}
      </div>
      <div role="cell" className={styles.side}>
        {second}
      </div>
    </>
  )
}

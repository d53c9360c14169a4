import type { CodeRecord } from '#src/catalog/catalog-schema.ts'
import { valueOf, type ValueFacetId } from '#src/compare/compare-codes.ts'
import { useCatalogText } from '#src/i18n/language-provider.tsx'
import { RichText } from '#src/ui/rich-text.tsx'
import { CodeChip } from './code-chip.tsx'
import { StandingNotes } from './standing-notes.tsx'
import { Unspecified } from './unspecified.tsx'
import styles from './value-text.module.css'

interface ValueTextProps {
  facet: ValueFacetId
  record: CodeRecord
}

/** One value in words, with the digits or the detail that make it concrete. */
export function ValueText({ facet, record }: ValueTextProps) {
  const text = useCatalogText()
  const value = valueOf(facet, record)
  if (value === null) return <Unspecified />
  const words = facet === 'subject' ? text.subject(value) : text.value(facet, value)
  switch (facet) {
    case 'subject':
      return (
        <span className={styles.withChip}>
          <span className={styles.pattern} dir="ltr">{`x.${value}.x`}</span> <span>{words}</span>
        </span>
      )
    case 'class':
      return (
        <span className={styles.withChip}>
          <CodeChip text={`${record.code.charAt(0)}yz`} /> <span>{words}</span>
        </span>
      )
    case 'category':
      return (
        <span className={styles.withChip}>
          <span className={styles.pattern} dir="ltr">{`x${record.code.charAt(1)}z`}</span>{' '}
          <span>{words}</span>
        </span>
      )
    case 'next-step':
      return (
        <>
          <span className={styles.value}>{words}</span>
          <span className={styles.detail}>
            <RichText text={text.code(record.code).next} />
          </span>
        </>
      )
    case 'standing':
      return (
        <>
          <span>{words}</span>
          <StandingNotes record={record} />
        </>
      )
    case 'registration':
    case 'outcome':
    case 'responsibility':
    case 'connection':
    case 'bounce':
      return <span>{words}</span>
  }
}

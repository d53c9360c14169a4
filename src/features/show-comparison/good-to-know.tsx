import { useTranslation } from 'react-i18next'
import type { Catalog, CodeRecord } from '#src/catalog/catalog-schema.ts'
import { registryName, replyOf } from '#src/catalog/enhanced-code.ts'
import { useCatalogText } from '#src/i18n/language-provider.tsx'
import { Ltr } from '#src/ui/ltr.tsx'
import { RichText } from '#src/ui/rich-text.tsx'
import styles from './good-to-know.module.css'
import { SourceList } from './source-list.tsx'

interface GoodToKnowProps {
  catalog: Catalog
  /** The codes on the page; none on a page about SMTP as a whole, which gets what touches no code alone. */
  records: readonly CodeRecord[]
}

/** The rules that surprise, and the mistakes that lists copy from each other, as far as they touch these codes. */
export function GoodToKnow({ catalog, records }: GoodToKnowProps) {
  const { t } = useTranslation()
  const text = useCatalogText()
  const codes = records.flatMap((record) => replyOf(record) ?? [])
  const touches = (entry: { codes: string[] }) =>
    records.length === 0 ? entry.codes.length === 0 : entry.codes.some((code) => codes.includes(code))
  const quirks = catalog.quirks
    .filter(touches)
    .sort((a, b) => shared(b.codes, codes) - shared(a.codes, codes))
  const mistakes = catalog.mistakes.filter(touches)
  const registered = new Map(
    records.flatMap(({ enhanced }) => {
      const note = enhanced ? text.enhancedNote(enhanced.code) : null
      return enhanced && note
        ? [[registryName(enhanced), { note, sources: enhanced.entry?.sources ?? [] }]]
        : []
    }),
  )
  return (
    <>
      {quirks.length + registered.size > 0 && (
        <section className={styles.section}>
          <h2>{t('compare.good-to-know')}</h2>
          <ul className={styles.notes}>
            {[...registered].map(([name, { note, sources }]) => (
              <li key={name}>
                <h3>
                  <Ltr>{name}</Ltr>
                </h3>
                <p>
                  <RichText text={note} />
                </p>
                <SourceList sources={sources} />
              </li>
            ))}
            {quirks.map((quirk) => (
              <li key={quirk.id}>
                <h3>{text.quirk(quirk.id).title}</h3>
                <p>
                  <RichText text={text.quirk(quirk.id).text} />
                </p>
                <SourceList sources={quirk.sources} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {mistakes.length > 0 && (
        <section className={styles.section}>
          <h2>{t('compare.mistakes')}</h2>
          <ul className={styles.notes}>
            {mistakes.map((mistake) => (
              <li key={mistake.id}>
                <p>
                  <span className={styles.label}>{t('compare.claim')}</span>{' '}
                  <RichText text={text.mistake(mistake.id).claim} />
                </p>
                <p>
                  <span className={styles.label}>{t('compare.truth')}</span>{' '}
                  <RichText text={text.mistake(mistake.id).truth} />
                </p>
                <SourceList sources={mistake.sources} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function shared(first: readonly string[], second: readonly string[]): number {
  return first.filter((code) => second.includes(code)).length
}

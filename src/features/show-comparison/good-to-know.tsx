import { useTranslation } from 'react-i18next'
import type { Catalog } from '#src/catalog/catalog-schema.ts'
import { useCatalogText } from '#src/i18n/language-provider.tsx'
import { RichText } from '#src/ui/rich-text.tsx'
import styles from './good-to-know.module.css'
import { SourceList } from './source-list.tsx'

interface GoodToKnowProps {
  catalog: Catalog
  /** The codes on the page; none on a page about SMTP as a whole, which gets what touches no code alone. */
  codes: readonly string[]
}

/** The rules that surprise, and the mistakes that lists copy from each other, as far as they touch these codes. */
export function GoodToKnow({ catalog, codes }: GoodToKnowProps) {
  const { t } = useTranslation()
  const text = useCatalogText()
  const touches = (entry: { codes: string[] }) =>
    codes.length === 0 ? entry.codes.length === 0 : entry.codes.some((code) => codes.includes(code))
  const quirks = catalog.quirks
    .filter(touches)
    .sort((a, b) => shared(b.codes, codes) - shared(a.codes, codes))
  const mistakes = catalog.mistakes.filter(touches)
  return (
    <>
      {quirks.length > 0 && (
        <section className={styles.section}>
          <h2>{t('compare.good-to-know')}</h2>
          <ul className={styles.notes}>
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

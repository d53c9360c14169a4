import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Catalog, CodeRecord } from '#src/catalog/catalog-schema.ts'
import { confusedPartners } from '#src/catalog/find-code.ts'
import { codePath, pairPath } from '#src/compare/permalink.ts'
import { useCatalogText } from '#src/i18n/language-provider.tsx'
import { useDocumentTitle } from '#src/i18n/use-document-title.ts'
import styles from './screen.module.css'

interface SamePageProps {
  catalog: Catalog
  record: CodeRecord
}

export function SamePage({ catalog, record }: SamePageProps) {
  const { t } = useTranslation()
  const text = useCatalogText()
  const { code } = record
  useDocumentTitle(t('title.same', { code }))
  const partners = confusedPartners(catalog, code)
  return (
    <div className={styles.screen}>
      <h1 tabIndex={-1}>{t('same.headline', { code })}</h1>
      <p>{t('same.lead', { code })}</p>
      <p>
        <Link href={codePath(text.tag, code)}>{t('compare.see-code', { code })}</Link>
      </p>
      {partners.length > 0 && (
        <>
          <p>{t('same.partners', { code })}</p>
          <ul className={styles.choices}>
            {partners.map((partner) => (
              <li key={partner}>
                <Link href={pairPath(text.tag, code, partner)}>
                  {t('code.compare-with', { first: code, second: partner, name: text.code(partner).name })}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

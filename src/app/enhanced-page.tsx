import { useTranslation } from 'react-i18next'
import type { Catalog } from '#src/catalog/catalog-schema.ts'
import { codesWithEnhanced } from '#src/catalog/find-code.ts'
import { useDocumentTitle } from '#src/i18n/use-document-title.ts'
import { CodeChoices } from './code-choices.tsx'
import styles from './screen.module.css'

interface EnhancedPageProps {
  catalog: Catalog
  enhanced: string
}

export function EnhancedPage({ catalog, enhanced }: EnhancedPageProps) {
  const { t } = useTranslation()
  useDocumentTitle(t('title.enhanced', { enhanced }))
  const codes = codesWithEnhanced(catalog, enhanced)
  return (
    <div className={styles.screen}>
      <h1 tabIndex={-1}>{t('enhanced.headline', { enhanced })}</h1>
      <p>{t(codes.length > 0 ? 'enhanced.lead' : 'enhanced.lead-unlisted')}</p>
      {codes.length > 0 && <CodeChoices codes={codes} />}
    </div>
  )
}

import { useTranslation } from 'react-i18next'
import type { Catalog } from '#src/catalog/catalog-schema.ts'
import { nearestCodes } from '#src/catalog/find-code.ts'
import { CodeList } from '#src/features/browse-codes/code-list.tsx'
import { rankCodes } from '#src/features/pick-codes/rank-codes.ts'
import { useCatalogText } from '#src/i18n/language-provider.tsx'
import { useDocumentTitle } from '#src/i18n/use-document-title.ts'
import { CodeChoices } from './code-choices.tsx'
import styles from './screen.module.css'

interface NotFoundPageProps {
  catalog: Catalog
  /** What stood where a code or a page should be. */
  text: string
  isPath: boolean
}

export function NotFoundPage({ catalog, text, isPath }: NotFoundPageProps) {
  const { t } = useTranslation()
  useDocumentTitle(t('title.not-found'))
  const words = useCatalogText()
  const near = isPath ? [] : nearestCodes(catalog, text)
  const found =
    isPath || near.length > 0
      ? near
      : rankCodes(catalog.codes, text, words.code)
          .map(({ code }) => code)
          .slice(0, 5)
  return (
    <>
      <div className={styles.screen}>
        <h1 tabIndex={-1}>{isPath ? t('not-found.headline-path') : t('not-found.headline', { text })}</h1>
        <p>{t('not-found.lead')}</p>
        {found.length > 0 && (
          <>
            <p>{t('not-found.nearest')}</p>
            <CodeChoices codes={found} />
          </>
        )}
        <p>{t('not-found.other')}</p>
      </div>
      <CodeList catalog={catalog} />
    </>
  )
}

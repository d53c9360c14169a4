import { useTranslation } from 'react-i18next'
import type { Catalog } from '#src/catalog/catalog-schema.ts'
import { AskedPairs } from '#src/features/browse-codes/asked-pairs.tsx'
import { CodeList } from '#src/features/browse-codes/code-list.tsx'
import { Example } from '#src/features/browse-codes/example.tsx'
import { GoodToKnow } from '#src/features/show-comparison/good-to-know.tsx'
import { useDocumentTitle } from '#src/i18n/use-document-title.ts'
import { RichText } from '#src/ui/rich-text.tsx'
import styles from './start-page.module.css'

/** The pairs that support questions ask about most, each with a note of its own. */
const ASKED_PAIRS = [
  ['250', '551'],
  ['251', '551'],
  ['550', '554'],
  ['450', '550'],
  ['421', '450'],
  ['452', '552'],
  ['530', '535'],
  ['550', '551'],
  ['521', '554'],
] as const

interface StartPageProps {
  catalog: Catalog
}

export function StartPage({ catalog }: StartPageProps) {
  const { t } = useTranslation()
  useDocumentTitle(t('title.start'))
  return (
    <>
      <div className={styles.opening}>
        <h1 tabIndex={-1}>{t('start.headline')}</h1>
        <p>{t('start.lead')}</p>
        <p className={styles.keys}>
          <RichText text={t('start.keys')} />
        </p>
      </div>
      <Example catalog={catalog} />
      <AskedPairs title={t('start.asked')} pairs={ASKED_PAIRS} />
      <CodeList catalog={catalog} />
      <GoodToKnow catalog={catalog} records={[]} />
    </>
  )
}

import { useTranslation } from 'react-i18next'
import type { Catalog, CodeRecord } from '#src/catalog/catalog-schema.ts'
import { CodeView } from '#src/features/show-comparison/code-view.tsx'
import { useCatalogText } from '#src/i18n/language-provider.tsx'
import { useDocumentTitle } from '#src/i18n/use-document-title.ts'
import { ProviderFold } from './provider-fold.tsx'

interface CodePageProps {
  catalog: Catalog
  record: CodeRecord
}

export function CodePage({ catalog, record }: CodePageProps) {
  const { t } = useTranslation()
  const text = useCatalogText()
  useDocumentTitle(t('title.code', { code: record.code, name: text.code(record.code).name }))
  return (
    <CodeView catalog={catalog} record={record} providers={<ProviderFold records={[record, record]} />} />
  )
}

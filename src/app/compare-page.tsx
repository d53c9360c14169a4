import { useLayoutEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'wouter'
import type { Catalog, CodeRecord } from '#src/catalog/catalog-schema.ts'
import { compareCodes } from '#src/compare/compare-codes.ts'
import { ShareButtons } from '#src/features/share-comparison/share-buttons.tsx'
import { ComparisonView } from '#src/features/show-comparison/comparison-view.tsx'
import type { RowsShown } from '#src/features/show-comparison/rows-shown.ts'
import { useCatalogText } from '#src/i18n/language-provider.tsx'
import { useDocumentTitle } from '#src/i18n/use-document-title.ts'
import { ProviderFold } from './provider-fold.tsx'
import { withParam } from './with-param.ts'

interface ComparePageProps {
  catalog: Catalog
  first: CodeRecord
  second: CodeRecord
}

export function ComparePage({ catalog, first, second }: ComparePageProps) {
  const { t } = useTranslation()
  const text = useCatalogText()
  const [search, setSearch] = useSearchParams()
  const comparison = useMemo(() => compareCodes(catalog, first, second), [catalog, first, second])
  useDocumentTitle(
    t('title.pair', {
      first: first.code,
      second: second.code,
      firstName: text.code(first.code).name,
      secondName: text.code(second.code).name,
    }),
  )

  // The rows were already narrowed before the first paint; from here on the address says whether they still are.
  useLayoutEffect(() => {
    const isNarrowed = new URLSearchParams(window.location.search).get('show') === 'differences'
    if (isNarrowed) document.documentElement.dataset['show'] = 'differences'
    else delete document.documentElement.dataset['show']
  })

  const changeShown = (shown: RowsShown) => {
    setSearch((before) => withParam(before, 'show', shown === 'differences' ? shown : null), {
      replace: true,
    })
  }

  return (
    <ComparisonView
      catalog={catalog}
      comparison={comparison}
      shown={search.get('show') === 'differences' ? 'differences' : 'everything'}
      onShownChange={changeShown}
      providers={<ProviderFold records={[first, second]} />}
      actions={
        <ShareButtons
          key={`${first.code}-${second.code}`}
          catalog={catalog}
          comparison={comparison}
          linkOf={() => window.location.href}
        />
      }
    />
  )
}

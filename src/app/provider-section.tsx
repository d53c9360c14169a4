import { useQuery } from '@tanstack/react-query'
import { use, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'wouter'
import type { CodeRecord } from '#src/catalog/catalog-schema.ts'
import { ProviderColumns } from '#src/features/show-providers/provider-columns.tsx'
import { useCatalogText } from '#src/i18n/language-provider.tsx'
import { Button } from '#src/ui/button.tsx'
import { providersQuery, providerWordsQuery } from './catalog-query.ts'
import { StockContext } from './stock-context.ts'
import { withParam } from './with-param.ts'

/** In an address: whose replies each column shows. */
const SIDES = ['first', 'second'] as const

interface ProviderSectionProps {
  records: readonly [CodeRecord, CodeRecord]
}

/** What stands under the fold: fetched when somebody opens it, and told of when it does not come. */
export function ProviderSection({ records }: ProviderSectionProps) {
  const { t } = useTranslation()
  const { tag } = useCatalogText()
  const [search, setSearch] = useSearchParams()
  const { stock, fetchWhole } = use(StockContext)
  useEffect(fetchWhole, [fetchWhole])
  const known = useQuery(providersQuery)
  const words = useQuery(providerWordsQuery(tag))

  // The page came with the words of what it showed, and the headings here are not among them.
  if (stock === 'whole' && known.data && words.data) {
    return (
      <ProviderColumns
        known={known.data}
        words={words.data}
        records={records}
        chosen={[search.get(SIDES[0]), search.get(SIDES[1])]}
        onChoose={(side, provider) =>
          setSearch((before) => withParam(before, SIDES[side], provider), { replace: true })
        }
      />
    )
  }
  if (stock === 'failed' || known.isError || words.isError) {
    const retry = () => {
      fetchWhole()
      void known.refetch()
      void words.refetch()
    }
    return (
      <div role="alert">
        <p>{t('providers.failed')}</p>
        <Button onClick={retry}>{t('loadFailureRetry')}</Button>
      </div>
    )
  }
  return <p role="status">{t('providers.loading')}</p>
}

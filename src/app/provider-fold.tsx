import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearch } from 'wouter'
import type { CodeRecord } from '#src/catalog/catalog-schema.ts'
import { Fold } from '#src/ui/fold.tsx'
import { ProviderSection } from './lazy-parts.tsx'

interface ProviderFoldProps {
  records: readonly [CodeRecord, CodeRecord]
}

/** What servers really send, beside what the standard says: closed, unless the link asks for a provider. */
export function ProviderFold({ records }: ProviderFoldProps) {
  const { t } = useTranslation()
  const search = new URLSearchParams(useSearch())
  const isAsked = search.has('first') || search.has('second')
  const [isWanted, setIsWanted] = useState<boolean | null>(null)
  return (
    <Fold title={t('providers.title')} isOpen={isWanted ?? isAsked} onToggle={setIsWanted}>
      <Suspense fallback={<p role="status">{t('providers.loading')}</p>}>
        <ProviderSection records={records} />
      </Suspense>
    </Fold>
  )
}

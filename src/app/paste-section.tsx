import { useQuery } from '@tanstack/react-query'
import { use, useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Catalog, ProviderReplies } from '#src/catalog/catalog-schema.ts'
import { findCode } from '#src/catalog/find-code.ts'
import { codePath } from '#src/compare/permalink.ts'
import { PastePanel } from '#src/features/paste-reply/paste-panel.tsx'
import { PastedChange } from '#src/features/paste-reply/pasted-change.tsx'
import type { Pasted } from '#src/features/paste-reply/pasted.ts'
import { ConflictNotice } from '#src/features/show-comparison/conflict-notice.tsx'
import { ProviderReplyText } from '#src/features/show-providers/provider-reply-text.tsx'
import { useCatalogText } from '#src/i18n/language-provider.tsx'
import type { Recognition } from '#src/recognize/recognition.ts'
import { Button } from '#src/ui/button.tsx'
import { createRecognizer } from '#src/worker/ask-recognizer.ts'
import { providersQuery, providerWordsQuery } from './catalog-query.ts'
import { StockContext } from './stock-context.ts'

const NO_PROVIDERS: ProviderReplies = { providers: [], replies: [] }

interface PasteSectionProps {
  catalog: Catalog
  handed: Pasted | null
  isOpen: boolean
  onPlace: (side: 0 | 1, recognition: Recognition) => void
  onPlaceBoth: (first: Recognition, second: Recognition) => void
  onClose: () => void
  /** Closes as well, for a page that takes the focus. */
  onLeave: () => void
}

/** The panel for pasted texts, with what it needs from the rest of the site. */
export function PasteSection({
  catalog,
  handed,
  isOpen,
  onPlace,
  onPlaceBoth,
  onClose,
  onLeave,
}: PasteSectionProps) {
  const { t } = useTranslation()
  const text = useCatalogText()
  const { stock, fetchWhole } = use(StockContext)
  const { known, isSettled } = useProviders()
  const words = useQuery(providerWordsQuery(text.tag)).data
  const recognizer = useMemo(() => createRecognizer(), [])
  useEffect(fetchWhole, [fetchWhole])
  useEffect(() => recognizer.stop, [recognizer])

  if (stock !== 'whole') {
    return stock === 'failed' ? (
      <div role="alert">
        <p>{t('paste.failed')}</p>
        <Button onClick={fetchWhole}>{t('loadFailureRetry')}</Button>
      </div>
    ) : (
      <p role="status">{t('paste.reading')}</p>
    )
  }
  return (
    <PastePanel
      catalog={catalog}
      providers={known.providers}
      // Without the providers' replies everything but the provider is recognized all the same.
      known={isSettled ? known : null}
      recognizer={recognizer}
      handed={handed}
      isOpen={isOpen}
      onPlace={onPlace}
      onPlaceBoth={onPlaceBoth}
      onClose={onClose}
      linkOf={(code) => linkTo(codePath(text.tag, code))}
      renderKnown={(id) => {
        const reply = known.replies.find((candidate) => candidate.id === id)
        return reply && words ? <ProviderReplyText reply={reply} words={words} /> : null
      }}
      renderConflicts={(code) => {
        const record = findCode(catalog, code)
        return record && <ConflictNotice records={[record]} />
      }}
      renderLink={(code) => (
        <Link href={codePath(text.tag, code)} onClick={onLeave}>
          {t('paste.open', { code })}
        </Link>
      )}
    />
  )
}

interface PastedChangeSectionProps {
  catalog: Catalog
  first: Recognition
  second: Recognition
}

/** What changed between two pasted replies, over the comparison of their codes. */
export function PastedChangeSection({ catalog, first, second }: PastedChangeSectionProps) {
  const { known } = useProviders()
  return (
    <PastedChange
      catalog={catalog}
      providers={known.providers}
      known={known}
      first={first}
      second={second}
      linkOf={() => window.location.href}
    />
  )
}

function useProviders(): { known: ProviderReplies; isSettled: boolean } {
  const { data, isError } = useQuery(providersQuery)
  return { known: data ?? NO_PROVIDERS, isSettled: data !== undefined || isError }
}

function linkTo(path: string): string {
  return window.location.origin + import.meta.env.BASE_URL.replace(/\/$/, '') + path
}

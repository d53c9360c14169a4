import { useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { Catalog } from '#src/catalog/catalog-schema.ts'
import type { Comparison } from '#src/compare/compare-codes.ts'
import { useCatalogText } from '#src/i18n/language-provider.tsx'
import { Button } from '#src/ui/button.tsx'
import { CopyByHand } from '#src/ui/copy-by-hand.tsx'
import { toHtml, toMarkdown, toPlainText } from './comparison-text.ts'
import styles from './share-buttons.module.css'

interface ShareButtonsProps {
  catalog: Catalog
  comparison: Comparison
  /** The address of this page, asked for when a button is pressed. */
  linkOf: () => string
}

type Shared = 'link' | 'markdown' | 'text'

/** Copies the link or the whole comparison, or hands the link to the system's share sheet where there is one. */
export function ShareButtons({ catalog, comparison, linkOf }: ShareButtonsProps) {
  const { t } = useTranslation()
  const text = useCatalogText()
  const [message, setMessage] = useState('')
  const [manual, setManual] = useState<string | null>(null)
  const canShare = useCanShare()

  const title = t('share.text-title', { first: comparison.first.code, second: comparison.second.code })

  const textOf = (shared: Shared): { plain: string; html?: string } => {
    if (shared === 'link') return { plain: linkOf() }
    const words = {
      title,
      ...text.opening(comparison.first.code, comparison.second.code, comparison.verdict),
      link: t('share.link', { link: linkOf() }),
      unspecified: t('compare.unspecified'),
    }
    if (shared === 'markdown') return { plain: toMarkdown(catalog, comparison, text, words) }
    return {
      plain: toPlainText(catalog, comparison, text, words),
      html: toHtml(catalog, comparison, text, words),
    }
  }

  const copy = async (shared: Shared) => {
    const { plain, html } = textOf(shared)
    try {
      await writeToClipboard(plain, html)
      setManual(null)
      setMessage(t(`share.copied-${shared}`))
    } catch {
      setManual(plain)
      setMessage('')
    }
  }

  const share = async () => {
    try {
      await navigator.share({ title, url: linkOf() })
    } catch (error) {
      // Closing the sheet is a choice, not a failure.
      if (!(error instanceof DOMException && error.name === 'AbortError')) setManual(linkOf())
    }
  }

  return (
    <div className={styles.share} role="group" aria-label={t('share.label')}>
      <Button look="quiet" onClick={() => void copy('link')}>
        {t('share.copy-link')}
      </Button>
      <Button look="quiet" onClick={() => void copy('markdown')}>
        {t('share.copy-markdown')}
      </Button>
      <Button look="quiet" onClick={() => void copy('text')}>
        {t('share.copy-text')}
      </Button>
      {canShare && (
        <Button look="quiet" onClick={() => void share()}>
          {t('share.system')}
        </Button>
      )}
      <span role="status" className={styles.message}>
        {message}
      </span>
      {manual !== null && (
        <CopyByHand
          text={manual}
          reason={t('share.refused')}
          label={t('share.manual')}
          close={t('share.close')}
          onClose={() => setManual(null)}
        />
      )}
    </div>
  )
}

/** Rich text where the browser can write it, so that editors get a table; plain text everywhere. */
async function writeToClipboard(plain: string, html?: string): Promise<void> {
  if (html !== undefined && typeof ClipboardItem !== 'undefined') {
    const blob = (type: string, content: string) => new Blob([content], { type })
    await navigator.clipboard.write([
      new ClipboardItem({ 'text/plain': blob('text/plain', plain), 'text/html': blob('text/html', html) }),
    ])
    return
  }
  await navigator.clipboard.writeText(plain)
}

/** Known only in the browser, so a page rendered elsewhere has no such button until it comes to life. */
function useCanShare(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => typeof navigator.share === 'function',
    () => false,
  )
}

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Catalog, ProviderReplies } from '#src/catalog/catalog-schema.ts'
import { findCode } from '#src/catalog/find-code.ts'
import { maskAddresses } from '#src/recognize/mask-addresses.ts'
import type { KnownReplies, Recognition } from '#src/recognize/recognition.ts'
import { codeOf } from '#src/recognize/code-of.ts'
import { useCatalogText } from '#src/i18n/language-provider.tsx'
import { Button } from '#src/ui/button.tsx'
import { CopyByHand } from '#src/ui/copy-by-hand.tsx'
import styles from './copy-pasted.module.css'
import { pastedFacts } from './pasted-facts.ts'
import { pastedMarkdown } from './pasted-markdown.ts'
import { visibleText } from './visible-text.ts'

interface CopyPastedProps {
  catalog: Catalog
  providers: ProviderReplies['providers']
  known: KnownReplies | null
  recognitions: readonly Recognition[]
  /** The address of what explains them, asked for when the button is pressed. */
  linkOf: () => string
}

/** Copies pasted replies with their explanation; who is named in them stays out unless the person wants it in. */
export function CopyPasted({ catalog, providers, known, recognitions, linkOf }: CopyPastedProps) {
  const { t } = useTranslation()
  const text = useCatalogText()
  const [isMasked, setIsMasked] = useState(true)
  const [isCopied, setIsCopied] = useState(false)
  const [manual, setManual] = useState<string | null>(null)

  const masked = (words: string) => (isMasked ? maskAddresses(words, known ?? undefined) : words)

  const copy = async () => {
    const markdown = pastedMarkdown(
      recognitions.map((recognition) => {
        const code = codeOf(recognition)
        const words = findCode(catalog, code) ? text.code(code) : null
        return {
          heading: words ? t('compare.column', { code, name: words.name }) : code,
          words: visibleText(masked(recognition.words)),
          facts: pastedFacts(recognition, providers, t, text).flatMap(({ id, title, value, isForeign }) => {
            if (value === null) return []
            return { title, value: id === 'recipient' ? visibleText(masked(value)) : value, isForeign }
          }),
          paragraphs: words ? [words.meaning, text.valueOf(text.facet('next-step'), words.next)] : [],
        }
      }),
      linkOf(),
      text.valueOf,
    )
    try {
      await navigator.clipboard.writeText(markdown)
      setIsCopied(true)
      setManual(null)
    } catch {
      setIsCopied(false)
      setManual(markdown)
    }
  }

  return (
    <div className={styles.copy}>
      <Button look="quiet" onClick={() => void copy()}>
        {t('share.copy-markdown')}
      </Button>
      <label className={styles.mask}>
        <input
          type="checkbox"
          checked={isMasked}
          onChange={({ currentTarget: { checked } }) => {
            setIsMasked(checked)
            setIsCopied(false)
            setManual(null)
          }}
        />
        {t('paste.mask')}
      </label>
      <span role="status" className={styles.message}>
        {isCopied && t('share.copied-markdown')}
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

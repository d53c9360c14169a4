import { useTranslation } from 'react-i18next'
import { replyClass } from '#src/catalog/reply-class.ts'
import { ascendingPair, pairPath } from '#src/compare/permalink.ts'
import { useCatalogText } from '#src/i18n/language-provider.tsx'
import { Ltr } from '#src/ui/ltr.tsx'
import { Link } from 'wouter'
import styles from './asked-pairs.module.css'

interface AskedPairsProps {
  title: string
  pairs: readonly (readonly [string, string])[]
}

/** Pairs as doors into the product: the two numbers, and the sentence that tells them apart. */
export function AskedPairs({ title, pairs }: AskedPairsProps) {
  const { t } = useTranslation()
  const text = useCatalogText()
  return (
    <section className={styles.pairs}>
      <h2>{title}</h2>
      <ul>
        {pairs.map(([first, second]) => (
          <li key={`${first}-${second}`}>
            <Link
              href={pairPath(text.tag, first, second)}
              className={styles.pair}
              aria-label={t('start.pair', { first, second })}
            >
              <span data-tone={replyClass(first)}>
                <Ltr>{first}</Ltr>
              </span>
              <span className={styles.sign} aria-hidden="true">
                ≠
              </span>
              <span data-tone={replyClass(second)}>
                <Ltr>{second}</Ltr>
              </span>
            </Link>
            <p>{text.pair(ascendingPair(first, second))?.answer ?? text.code(first).gist}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

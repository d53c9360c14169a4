import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Catalog } from '#src/catalog/catalog-schema.ts'
import { replyClass } from '#src/catalog/reply-class.ts'
import { pairPath } from '#src/compare/permalink.ts'
import { useCatalogText } from '#src/i18n/language-provider.tsx'
import { RichText } from '#src/ui/rich-text.tsx'
import styles from './example.module.css'

/** One command, two replies: the smallest case in which the difference matters. */
const COMMAND = 'RCPT TO:<ana@example.com>'
const FIRST = '250'
const SECOND = '551'

interface ExampleProps {
  catalog: Catalog
}

/** What the product does, shown on one pair: the two replies as a server writes them, and what each asks for. */
export function Example({ catalog }: ExampleProps) {
  const { t } = useTranslation()
  const text = useCatalogText()
  return (
    <section className={styles.example}>
      <h2>{t('start.example')}</h2>
      <div className={styles.sides}>
        {[FIRST, SECOND].map((code) => (
          <figure key={code} data-tone={replyClass(code)}>
            <pre dir="ltr" lang="en">
              {COMMAND}
              {'\n'}
              <b>{code}</b> {catalog.codes.find((record) => record.code === code)?.officialTexts[0]?.text}
            </pre>
            <figcaption>
              <RichText text={text.code(code).next} />
            </figcaption>
          </figure>
        ))}
      </div>
      <p className={styles.link}>
        <Link href={pairPath(text.tag, FIRST, SECOND)}>
          {t('compare.third-link', { first: FIRST, second: SECOND })}
        </Link>
      </p>
    </section>
  )
}

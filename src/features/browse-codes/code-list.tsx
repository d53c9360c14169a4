import { useTranslation } from 'react-i18next'
import type { Catalog, CodeRecord } from '#src/catalog/catalog-schema.ts'
import { replyClass } from '#src/catalog/reply-class.ts'
import { codePath } from '#src/compare/permalink.ts'
import { useCatalogText } from '#src/i18n/language-provider.tsx'
import { Ltr } from '#src/ui/ltr.tsx'
import { Link } from 'wouter'
import styles from './code-list.module.css'

interface CodeListProps {
  catalog: Catalog
}

/** Every code of the catalogue by class; the numbers that no document defines stand apart, at the end. */
export function CodeList({ catalog }: CodeListProps) {
  const { t } = useTranslation()
  const defined = catalog.codes.filter((record) => record.standing !== 'nonstandard')
  return (
    <section className={styles.list}>
      <h2 id="codes">{t('start.codes')}</h2>
      {(['2', '3', '4', '5'] as const).map((digit) => (
        <section key={digit} aria-labelledby={`class-${digit}`}>
          <h3 id={`class-${digit}`} data-tone={digit}>
            <span className={styles.digit} dir="ltr">{`${digit}yz`}</span> {t(`start.class-${digit}`)}
          </h3>
          <Codes records={defined.filter((record) => replyClass(record.code) === digit)} />
        </section>
      ))}
      <section aria-labelledby="class-none">
        <h3 id="class-none">{t('start.nonstandard')}</h3>
        <p className={styles.lead}>{t('start.nonstandard-lead')}</p>
        <Codes records={catalog.codes.filter((record) => record.standing === 'nonstandard')} />
      </section>
    </section>
  )
}

interface CodesProps {
  records: readonly CodeRecord[]
}

function Codes({ records }: CodesProps) {
  const text = useCatalogText()
  return (
    <ul className={styles.codes}>
      {records.map((record) => (
        <li key={record.code}>
          <Link
            href={codePath(text.tag, record.code)}
            className={styles.code}
            data-tone={replyClass(record.code)}
          >
            <span className={styles.number}>
              <Ltr>{record.code}</Ltr>
            </span>
            <span>{text.code(record.code).name}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

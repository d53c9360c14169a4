import { useTranslation } from 'react-i18next'
import type { Catalog, EnhancedCode } from '#src/catalog/catalog-schema.ts'
import { useCatalogText } from '#src/i18n/language-provider.tsx'
import { RichText } from '#src/ui/rich-text.tsx'
import styles from './enhanced-parts.module.css'
import { SourceList } from './source-list.tsx'

interface EnhancedPartsProps {
  catalog: Catalog
  enhanced: EnhancedCode
}

/** An enhanced code taken apart: each of its numbers says something by itself, the next one something narrower. */
export function EnhancedParts({ catalog, enhanced }: EnhancedPartsProps) {
  const { t } = useTranslation()
  const text = useCatalogText()
  const { code, digit, subject, detail, entry } = enhanced
  const { classes, subjects } = catalog.enhanced
  const parts = text.parts(code)
  const rows = [
    {
      id: 'class',
      title: t('enhanced.class', { number: digit }),
      words: parts.class,
      unlisted: '',
      sources: classes.find((known) => known.class === digit)?.sources,
    },
    {
      id: 'subject',
      title: t('enhanced.subject', { number: subject }),
      words: parts.subject,
      unlisted: t('enhanced.unlisted-subject', { subject }),
      sources: subjects.find((known) => known.subject === subject)?.sources,
    },
    {
      id: 'detail',
      title: t('enhanced.detail', { number: detail }),
      words: parts.detail,
      unlisted: parts.subject && t('enhanced.unlisted-detail', { detail }),
      sources: entry?.sources,
    },
  ]
  return (
    <dl className={styles.parts} data-tone={digit}>
      {rows.map(
        ({ id, title, words, unlisted, sources }) =>
          (words || unlisted) && (
            <div key={id} className={styles.part}>
              <dt>{title}</dt>
              <dd>
                {words && <strong className={styles.name}>{words.name}</strong>}
                <RichText text={words?.meaning ?? unlisted ?? ''} />
                {sources && <SourceList sources={sources} />}
              </dd>
            </div>
          ),
      )}
    </dl>
  )
}

import { useTranslation } from 'react-i18next'
import type { CodeRecord } from '#src/catalog/catalog-schema.ts'
import { findConflicts, type Conflict } from '#src/catalog/enhanced-code.ts'
import { useCatalogText } from '#src/i18n/language-provider.tsx'
import { Notice } from '#src/ui/notice.tsx'
import styles from './conflict-notice.module.css'

interface ConflictNoticeProps {
  records: readonly CodeRecord[]
}

/** What does not fit together in the codes on the page, and by which of them a client goes. */
export function ConflictNotice({ records }: ConflictNoticeProps) {
  const { t } = useTranslation()
  const conflicts = records.flatMap(findConflicts)
  if (conflicts.length === 0) return null
  return (
    <div className={styles.conflicts}>
      <Notice>
        <h2 className={styles.title}>{t('conflict.title')}</h2>
        {conflicts.map((conflict) => (
          <p key={JSON.stringify(conflict)}>
            <Sentence conflict={conflict} />
          </p>
        ))}
      </Notice>
    </div>
  )
}

interface SentenceProps {
  conflict: Conflict
}

function Sentence({ conflict }: SentenceProps) {
  const { t } = useTranslation()
  const text = useCatalogText()
  switch (conflict.kind) {
    case 'class':
      return t('conflict.class', {
        code: conflict.reply,
        enhanced: conflict.enhanced,
        replyClass: text.classShort(conflict.reply),
        enhancedClass: text.classShort(conflict.enhanced),
      })
    case 'intermediate':
      return t('conflict.intermediate', { code: conflict.reply, enhanced: conflict.enhanced })
    case 'wrong-class':
      return t('conflict.wrong-class', {
        pattern: conflict.pattern,
        digit: conflict.digit,
        classes: text.list(conflict.classes),
      })
    case 'not-listed':
      return t('conflict.not-listed', {
        pattern: conflict.pattern,
        code: conflict.reply,
        replies: text.list(conflict.replies),
      })
  }
}

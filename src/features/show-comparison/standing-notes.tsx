import { useTranslation } from 'react-i18next'
import type { CodeRecord } from '#src/catalog/catalog-schema.ts'
import styles from './standing-notes.module.css'

interface StandingNotesProps {
  record: CodeRecord
}

/** What qualifies a code's standing: experimental, unverified, named only in a registry, an enhanced code without dots. */
export function StandingNotes({ record }: StandingNotesProps) {
  const { t } = useTranslation()
  const { dotless } = record
  return (
    <span className={styles.notes}>
      {record.experimental && <span>{t('standing.experimental')}</span>}
      {!record.verified && (
        <span>
          <strong>{t('standing.unverified')}</strong> {t('standing.unverified-hint')}
        </span>
      )}
      {record.companionOnly && <span>{t('standing.companion')}</span>}
      {dotless && <span>{t(dotlessKey(record.standing, dotless.basis), { enhanced: dotless.code })}</span>}
      {record.firstDefinedIn &&
        !record.definedIn.some((source) => source.startsWith(`${record.firstDefinedIn}`)) && (
          <span>{t('standing.first', { source: record.firstDefinedIn })}</span>
        )}
    </span>
  )
}

/** A number that a document defines keeps its own meaning, whatever else its digits are used for. */
function dotlessKey(standing: CodeRecord['standing'], basis: 'seen' | 'inferred') {
  if (standing !== 'nonstandard') return 'standing.dotless-too'
  return basis === 'seen' ? 'standing.dotless-seen' : 'standing.dotless-inferred'
}

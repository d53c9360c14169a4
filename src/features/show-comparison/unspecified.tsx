import { useTranslation } from 'react-i18next'
import styles from './unspecified.module.css'

/** "Not specified" is an answer, and is shown as one. */
export function Unspecified() {
  const { t } = useTranslation()
  return (
    <span className={styles.unspecified}>
      {t('compare.unspecified')} <span className={styles.hint}>{t('compare.unspecified-hint')}</span>
    </span>
  )
}

import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Button } from '#src/ui/button.tsx'
import { firstWords } from '#src/i18n/first-words.ts'
import { useChosenLanguage } from './use-chosen-language.ts'
import styles from './screen.module.css'

interface LoadFailureScreenProps {
  error: Error
  onRetry: () => void
}

/** The words themselves may be what did not arrive, so these few came with the program. */
export function LoadFailureScreen({ error, onRetry }: LoadFailureScreenProps) {
  const words = firstWords(useChosenLanguage().tag)
  return (
    <main className={styles.screen}>
      <div role="alert">
        <h1>{words.headline}</h1>
        <p>{words.lead}</p>
      </div>
      <p>
        <Button onClick={onRetry}>{words.retry}</Button>
      </p>
      <details>
        <summary>{words.detail}</summary>
        <code dir="ltr">{error.message}</code>
      </details>
    </main>
  )
}

interface CrashScreenProps {
  error: Error
  home: string
  onRetry: () => void
}

export function CrashScreen({ error, home, onRetry }: CrashScreenProps) {
  const { t } = useTranslation()
  return (
    <div className={styles.screen} role="alert">
      <h1>{t('failure.crash-headline')}</h1>
      <p>{t('failure.crash-lead')}</p>
      <p className={styles.ways}>
        <Button onClick={() => window.location.reload()}>{t('failure.reload')}</Button>
        <Link href={home} onClick={onRetry}>
          {t('failure.start')}
        </Link>
      </p>
      <details>
        <summary>{t('loadFailureDetail')}</summary>
        <code dir="ltr">{error.message}</code>
      </details>
    </div>
  )
}

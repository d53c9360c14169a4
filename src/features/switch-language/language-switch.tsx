import { useState, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Language } from '#src/i18n/languages.ts'
import { closeDisclosure, Disclosure } from '#src/ui/disclosure.tsx'
import { VisuallyHidden } from '#src/ui/visually-hidden.tsx'
import styles from './language-switch.module.css'

interface LanguageSwitchProps {
  languages: readonly Language[]
  current: Language
  /** The address of this page in another language. */
  hrefOf: (language: Language) => string
  /** Fetches the words and moves on; rejects when they cannot be had. */
  onChoose: (language: Language) => Promise<void>
}

/** Every language by its own name, as links: they work before and without the program. */
export function LanguageSwitch({ languages, current, hrefOf, onChoose }: LanguageSwitchProps) {
  const { t } = useTranslation()
  const [awaited, setAwaited] = useState<string | null>(null)
  const [failed, setFailed] = useState<Language | null>(null)

  const choose = async (event: MouseEvent<HTMLAnchorElement>, language: Language) => {
    // A new tab or a download is the browser's business.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0) return
    event.preventDefault()
    const link = event.currentTarget
    setFailed(null)
    setAwaited(language.tag)
    try {
      await onChoose(language)
      closeDisclosure(link)
    } catch {
      setFailed(language)
    } finally {
      setAwaited(null)
    }
  }

  return (
    <Disclosure
      label={
        <>
          <VisuallyHidden>{t('language.label')}</VisuallyHidden>
          <bdi lang={current.tag}>{current.name}</bdi>
        </>
      }
    >
      <ul className={styles.languages} aria-label={t('language.label')}>
        {languages.map((language) => (
          <li key={language.tag}>
            <Link
              className={styles.language}
              href={hrefOf(language)}
              lang={language.tag}
              hrefLang={language.tag}
              aria-current={language.tag === current.tag ? 'true' : undefined}
              aria-busy={language.tag === awaited || undefined}
              onClick={(event: MouseEvent<HTMLAnchorElement>) => void choose(event, language)}
            >
              <bdi>{language.name}</bdi>
            </Link>
          </li>
        ))}
      </ul>
      {failed && (
        <p className={styles.failed} role="alert">
          {t('language.failed', { language: failed.name })}
        </p>
      )}
    </Disclosure>
  )
}

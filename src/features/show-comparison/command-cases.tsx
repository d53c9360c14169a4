import { useTranslation } from 'react-i18next'
import type { CodeRecord } from '#src/catalog/catalog-schema.ts'
import { useCatalogText } from '#src/i18n/language-provider.tsx'
import { RichText } from '#src/ui/rich-text.tsx'
import { CommandName } from './command-name.tsx'
import styles from './command-cases.module.css'

interface CommandCasesProps {
  record: CodeRecord
}

/** What the code says at those commands where it says something of its own. */
export function CommandCases({ record }: CommandCasesProps) {
  const { t } = useTranslation()
  const text = useCatalogText()
  const cases = new Map<string, string[]>()
  for (const entry of record.commands) {
    if (entry.case) cases.set(entry.case, [...new Set([...(cases.get(entry.case) ?? []), entry.command])])
  }
  const answersAny = record.commands.filter((entry) => entry.basis === 'any-command').length > 1
  if (cases.size === 0 && !answersAny) return null
  return (
    <ul className={styles.cases}>
      {answersAny && <li>{t('basis.any-command')}</li>}
      {[...cases].map(([id, commands]) => (
        <li key={id}>
          <span className={styles.command}>
            {commands.map((command) => (
              <CommandName key={command} id={command} />
            ))}
          </span>{' '}
          <RichText text={text.case(id)} />
        </li>
      ))}
    </ul>
  )
}

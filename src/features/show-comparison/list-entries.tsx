import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Catalog, CodeRecord } from '#src/catalog/catalog-schema.ts'
import { splitCode } from '#src/catalog/enhanced-code.ts'
import type { ListFacetId } from '#src/compare/compare-codes.ts'
import { codePath } from '#src/compare/permalink.ts'
import { useCatalogText } from '#src/i18n/language-provider.tsx'
import { RichText } from '#src/ui/rich-text.tsx'
import { CodeChip } from './code-chip.tsx'
import { CommandName } from './command-name.tsx'
import styles from './list-entries.module.css'
import { SourceList, SourceName } from './source-list.tsx'

interface ListEntriesProps {
  facet: ListFacetId
  ids: readonly string[]
  catalog: Catalog
  /** The code the entries belong to; of two that share them, either. */
  record: CodeRecord
  /** On a page about one code there is room for what each scenario and remedy rests on. */
  hasSources?: boolean
}

/** The entries of one list facet in words. Remedies are grouped by the role that acts. */
export function ListEntries({ facet, ids, catalog, record, hasSources = false }: ListEntriesProps) {
  const { t } = useTranslation()
  const text = useCatalogText()
  switch (facet) {
    case 'scenarios':
      return (
        <ul className={styles.signed} data-tone={record.code.charAt(0)}>
          {ids.map((id) => (
            <li key={id}>
              <RichText text={text.scenario(id)} />
              {hasSources && <SourceList sources={entryOf(catalog.scenarios, id).sources} />}
            </li>
          ))}
        </ul>
      )
    case 'remedies':
      return (
        <ul className={styles.remedies}>
          {ids.map((id) => (
            <li key={id}>
              <strong>{t('list.role', { role: text.role(entryOf(catalog.remedies, id).role) })}</strong>{' '}
              <RichText text={text.remedy(id)} />
              {hasSources && <SourceList sources={entryOf(catalog.remedies, id).sources} />}
            </li>
          ))}
        </ul>
      )
    case 'commands':
      return (
        <ul className={styles.inline}>
          {ids.map((id) => (
            <li key={id}>
              <CommandName id={id} />
            </li>
          ))}
        </ul>
      )
    case 'actors':
      return <span>{text.list(ids.map(text.role))}</span>
    case 'enhanced-codes':
    case 'replies':
      return (
        <ul className={styles.inline}>
          {ids.map((id) => (
            <li key={id}>
              {id.startsWith('any-') ? text.reply(id) : <LinkedCode code={id} partner={record.code} />}
            </li>
          ))}
        </ul>
      )
    case 'official-texts':
      return (
        <ul className={styles.quotes}>
          {record.officialTexts
            .filter((entry) => ids.includes(entry.text))
            .map((entry) => (
              <li key={`${entry.source}${entry.text}`}>
                <q lang="en" dir="ltr">
                  {entry.text}
                </q>
                {entry.note && (
                  <span className={styles.note} lang="en" dir="ltr">
                    {entry.note}
                  </span>
                )}
                <span className={styles.note}>
                  <SourceName source={entry.source} />
                </span>
              </li>
            ))}
        </ul>
      )
    case 'sources':
      return <SourceList sources={ids} />
  }
}

interface LinkedCodeProps {
  code: string
  /** The code that it is listed with; together they are a whole reply. */
  partner: string
}

function LinkedCode({ code, partner }: LinkedCodeProps) {
  const text = useCatalogText()
  const [listed, own] = [splitCode(code), splitCode(partner)]
  const whole = `${listed?.reply ?? own?.reply} ${listed?.enhanced ?? own?.enhanced}`
  return (
    <Link href={codePath(text.tag, whole)} className={styles.code}>
      <CodeChip text={code} />
    </Link>
  )
}

function entryOf<Entry extends { id: string }>(entries: readonly Entry[], id: string): Entry {
  const entry = entries.find((candidate) => candidate.id === id)
  if (!entry) throw new Error(`The catalogue has no entry "${id}"; a record refers to it`)
  return entry
}

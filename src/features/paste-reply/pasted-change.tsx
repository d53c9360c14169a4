import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Catalog, ProviderReplies } from '#src/catalog/catalog-schema.ts'
import { diffWords, type WordRun } from '#src/compare/diff-words.ts'
import type { KnownReplies, Recognition } from '#src/recognize/recognition.ts'
import { codeOf } from '#src/recognize/code-of.ts'
import { useCatalogText } from '#src/i18n/language-provider.tsx'
import { Ltr } from '#src/ui/ltr.tsx'
import { MarkedRuns } from '#src/ui/marked-runs.tsx'
import { VisuallyHidden } from '#src/ui/visually-hidden.tsx'
import { CopyPasted } from './copy-pasted.tsx'
import { pastedFacts, type PastedFact } from './pasted-facts.ts'
import styles from './pasted-change.module.css'
import { visibleText } from './visible-text.ts'

interface PastedChangeProps {
  catalog: Catalog
  providers: ProviderReplies['providers']
  known: KnownReplies | null
  first: Recognition
  second: Recognition
  linkOf: () => string
}

/** What two pasted replies say beside their codes, side by side; what the codes mean stands below it on the page. */
export function PastedChange({ catalog, providers, known, first, second, linkOf }: PastedChangeProps) {
  const { t } = useTranslation()
  const text = useCatalogText()
  const words = useMemo(
    () => diffWords(visibleText(first.words), visibleText(second.words)),
    [first.words, second.words],
  )
  const facts = pastedFacts(first, providers, t, text)
  const others = pastedFacts(second, providers, t, text)
  const codes = [codeOf(first), codeOf(second)] as const
  return (
    <section className={styles.change} aria-labelledby="pasted-change">
      <h2 id="pasted-change">{t('paste.changed')}</h2>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <tbody>
            <tr>
              <RowHead title={t('paste.code')} isSame={codes[0] === codes[1]} />
              {codes.map((code, side) => (
                <td key={`${side}`}>
                  <Ltr>{code}</Ltr>
                </td>
              ))}
            </tr>
            {facts.map((fact, index) => {
              const other = others[index]
              if (!other || (fact.value === null && other.value === null)) return null
              return (
                <tr key={fact.id}>
                  <RowHead title={fact.title} isSame={fact.value === other.value} />
                  <FactCell fact={fact} />
                  <FactCell fact={other} />
                </tr>
              )
            })}
            {(first.words !== '' || second.words !== '') && (
              <tr>
                <RowHead title={t('paste.words')} isSame={first.words === second.words} />
                <WordsCell runs={words.first} />
                <WordsCell runs={words.second} />
              </tr>
            )}
          </tbody>
        </table>
      </div>
      <CopyPasted
        catalog={catalog}
        providers={providers}
        known={known}
        recognitions={[first, second]}
        linkOf={linkOf}
      />
    </section>
  )
}

interface RowHeadProps {
  title: string
  isSame: boolean
}

function RowHead({ title, isSame }: RowHeadProps) {
  const { t } = useTranslation()
  return (
    <th scope="row" data-same={isSame || undefined}>
      <span className={styles.sign} aria-hidden="true">
        {isSame ? '=' : '≠'}
      </span>
      {title}
      <VisuallyHidden>
        {t('compare.relation', { relation: t(isSame ? 'compare.same' : 'compare.different') })}
      </VisuallyHidden>
    </th>
  )
}

interface FactCellProps {
  fact: PastedFact
}

function FactCell({ fact: { value, isForeign } }: FactCellProps) {
  const { t } = useTranslation()
  if (value === null) return <td className={styles.unnamed}>{t('paste.unnamed')}</td>
  return <td>{isForeign ? <bdi translate="no">{visibleText(value)}</bdi> : value}</td>
}

interface WordsCellProps {
  runs: readonly WordRun[]
}

function WordsCell({ runs }: WordsCellProps) {
  const { t } = useTranslation()
  return (
    <td className={styles.words} dir="auto" lang="" translate="no">
      <MarkedRuns runs={runs} spokenStart={t('compare.changed')} spokenEnd={t('compare.changed-end')} />
    </td>
  )
}

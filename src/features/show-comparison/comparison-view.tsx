import { useTranslation } from 'react-i18next'
import type { ReactNode } from 'react'
import type { Catalog } from '#src/catalog/catalog-schema.ts'
import type { Comparison } from '#src/compare/compare-codes.ts'
import { ascendingPair, codePath, pairPath } from '#src/compare/permalink.ts'
import { useCatalogText } from '#src/i18n/language-provider.tsx'
import { Notice } from '#src/ui/notice.tsx'
import { RichText } from '#src/ui/rich-text.tsx'
import { Segmented } from '#src/ui/segmented.tsx'
import { Link } from 'wouter'
import { ConflictNotice } from './conflict-notice.tsx'
import { ComparisonTable } from './comparison-table.tsx'
import styles from './comparison-view.module.css'
import { GoodToKnow } from './good-to-know.tsx'
import type { RowsShown } from './rows-shown.ts'
import { SourceList } from './source-list.tsx'

interface ComparisonViewProps {
  catalog: Catalog
  comparison: Comparison
  shown: RowsShown
  onShownChange: (shown: RowsShown) => void
  /** Stands beside the choice of rows. */
  actions: ReactNode
  /** What servers really send, which stands between the advice and the notes. */
  providers?: ReactNode
}

/** The answer first, then the rows, then what each side should do about it. */
export function ComparisonView({
  catalog,
  comparison,
  shown,
  onShownChange,
  actions,
  providers,
}: ComparisonViewProps) {
  const { t } = useTranslation()
  const text = useCatalogText()
  const { first, second, verdict } = comparison
  const codes = [first.code, second.code] as const
  const note = text.pair(ascendingPair(...codes))
  const opening = text.opening(...codes, verdict)
  return (
    <>
      <div className={styles.answer} aria-live="polite" aria-atomic="true">
        <h1 className={styles.headline} tabIndex={-1}>
          {opening.answer}
        </h1>
        <p className={styles.lead}>
          <RichText text={opening.lead} />
        </p>
      </div>
      <ConflictNotice records={[first, second]} />
      <ThirdCodes comparison={comparison} />

      <div className={styles.toolbar}>
        <Segmented
          label={t('compare.show')}
          value={shown}
          onChange={onShownChange}
          options={[
            { value: 'everything', label: t('compare.everything') },
            { value: 'differences', label: t('compare.only-differences') },
          ]}
        />
        <p className={styles.count}>
          {t('compare.count', { count: comparison.differing, total: comparison.facets.length })}
        </p>
        <div className={styles.actions}>{actions}</div>
        <noscript>
          <Link href={pairPath(text.tag, second.code, first.code)}>{t('pick-codes.swap')}</Link>
        </noscript>
      </div>

      <ComparisonTable catalog={catalog} comparison={comparison} shown={shown} />

      <div className={styles.advice}>
        <section>
          <h2>{t('compare.server')}</h2>
          {note ? (
            <p>
              <RichText text={note.server} />
            </p>
          ) : (
            codes.map((code) => (
              <p key={code}>
                <RichText text={text.code(code).send} />
              </p>
            ))
          )}
          <h2>{t('compare.same-command')}</h2>
          <p>
            <SameCommand comparison={comparison} />
          </p>
        </section>
        <section>
          <h2>{t('compare.receiver')}</h2>
          <dl className={styles.receiver}>
            {codes.map((code) => (
              <div key={code}>
                <dt>
                  <Link href={codePath(text.tag, code)}>{t('compare.got', { code })}</Link>
                </dt>
                <dd>
                  <RichText text={note?.do[code] ?? text.code(code).next} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
      {verdict.note && (
        <div className={styles.sources}>
          <span>{t('compare.sources')}</span> <SourceList sources={verdict.note.sources} />
        </div>
      )}
      {providers}
      <GoodToKnow catalog={catalog} records={[first, second]} />
      <p className={styles.more}>
        {codes.map((code) => (
          <Link key={code} href={codePath(text.tag, code)}>
            {t('compare.see-code', { code })}
          </Link>
        ))}
      </p>
    </>
  )
}

interface ComparisonProps {
  comparison: Comparison
}

function ThirdCodes({ comparison }: ComparisonProps) {
  const { t } = useTranslation()
  const text = useCatalogText()
  const { first, second, verdict } = comparison
  const { thirdCodes } = verdict
  if (thirdCodes.length === 0) return null
  const note = text.pair(ascendingPair(first.code, second.code))
  return (
    <div className={styles.third}>
      <Notice>
        <p>
          {note?.thirdHint ??
            t('compare.third-unnoted', {
              first: first.code,
              second: second.code,
              codes: text.list(thirdCodes),
              count: thirdCodes.length,
            })}
        </p>
        <p className={styles.thirdLinks}>
          {thirdCodes.flatMap((third) =>
            [first.code, second.code].map((code) => (
              <Link key={`${code}-${third}`} href={pairPath(text.tag, ...ascendingPair(code, third))}>
                {t('compare.third-link', {
                  first: ascendingPair(code, third)[0],
                  second: ascendingPair(code, third)[1],
                })}
              </Link>
            )),
          )}
        </p>
      </Notice>
    </div>
  )
}

function SameCommand({ comparison }: ComparisonProps): ReactNode {
  const { t } = useTranslation()
  const text = useCatalogText()
  const { first, second, verdict } = comparison
  const facet = comparison.facets.find((candidate) => candidate.id === 'commands')
  if (facet?.kind !== 'list') return null
  const named = (ids: readonly string[]) => text.list(ids.map(text.command))
  if (verdict.sharedCommands === null) {
    return facet.first === null && facet.second === null
      ? t('compare.same-command-unknown-both', { first: first.code, second: second.code })
      : t('compare.same-command-unknown', { code: facet.first === null ? first.code : second.code })
  }
  if (verdict.sharedCommands.length > 0)
    return t('compare.same-command-yes', { commands: named(verdict.sharedCommands) })
  return t('compare.same-command-no', {
    first: first.code,
    second: second.code,
    firstCommands: named(facet.first ?? []),
    secondCommands: named(facet.second ?? []),
  })
}

import { useTranslation } from 'react-i18next'
import type { ReactNode } from 'react'
import type { Catalog, CodeRecord } from '#src/catalog/catalog-schema.ts'
import { replyOf } from '#src/catalog/enhanced-code.ts'
import { confusedPartners, nearestCodes } from '#src/catalog/find-code.ts'
import { listOf, rowsFor, type ListFacetId, type ValueFacetId } from '#src/compare/compare-codes.ts'
import { ascendingPair, codePath, pairPath } from '#src/compare/permalink.ts'
import { useCatalogText } from '#src/i18n/language-provider.tsx'
import { Ltr } from '#src/ui/ltr.tsx'
import { RichText } from '#src/ui/rich-text.tsx'
import { Link } from 'wouter'
import styles from './code-view.module.css'
import { ConflictNotice } from './conflict-notice.tsx'
import { CommandCases } from './command-cases.tsx'
import { EnhancedParts } from './enhanced-parts.tsx'
import { GoodToKnow } from './good-to-know.tsx'
import { ListEntries } from './list-entries.tsx'
import { isRetried, RetryDrawing } from './retry-drawing.tsx'
import { SessionDrawing } from './session-drawing.tsx'
import { SourceList } from './source-list.tsx'
import { Unspecified } from './unspecified.tsx'
import { ValueText } from './value-text.tsx'

interface CodeViewProps {
  catalog: Catalog
  record: CodeRecord
  /** What servers really send, which stands between the facts and the codes beside it. */
  providers?: ReactNode
}

/** Everything known of one code, and the codes it is taken for. */
export function CodeView({ catalog, record, providers }: CodeViewProps) {
  const { t } = useTranslation()
  const text = useCatalogText()
  const { code } = record
  const words = text.code(code)
  const partners = confusedPartners(catalog, code)
  const reply = replyOf(record)
  const near = record.standing === 'undefined' && reply !== null ? nearestCodes(catalog, reply) : []
  const rows = new Set(rowsFor([record]))
  const value = (facet: ValueFacetId) =>
    rows.has(facet) && (
      <Fact title={text.facet(facet)}>
        <ValueText facet={facet} record={record} />
      </Fact>
    )
  const list = (facet: ListFacetId) =>
    rows.has(facet) && (
      <Fact title={text.facet(facet)}>
        <ListFact facet={facet} catalog={catalog} record={record} />
      </Fact>
    )
  return (
    <>
      <div className={styles.answer}>
        <h1 className={styles.headline} tabIndex={-1}>
          {words.gist}
        </h1>
        <p className={styles.lead}>{words.meaning}</p>
        {words.truth && (
          <p className={styles.truth}>
            <strong>{t('code.truth')}</strong> <RichText text={words.truth} />
          </p>
        )}
        {record.instead.length > 0 && (
          <p className={styles.links}>
            <strong>{t('code.instead')}</strong>
            {record.instead.map((other) => (
              <Link key={other} href={codePath(text.tag, other)}>
                <Ltr>{other}</Ltr> {text.code(other).name}
              </Link>
            ))}
          </p>
        )}
        {near.length > 0 && (
          <p className={styles.links}>
            <strong>{t('undefined.nearest')}</strong>
            {near.map((other) => (
              <Link key={other} href={codePath(text.tag, other)}>
                <Ltr>{other}</Ltr> {text.code(other).name}
              </Link>
            ))}
          </p>
        )}
      </div>

      <ConflictNotice records={[record]} />

      <dl className={styles.facts}>
        {record.enhanced && (
          <Fact title={t('enhanced.parts')}>
            <EnhancedParts catalog={catalog} enhanced={record.enhanced} />
          </Fact>
        )}
        {reply !== null && record.enhanced && (
          <Fact title={text.facet('meaning')}>
            <p>
              <Link href={codePath(text.tag, reply)}>
                <Ltr>{reply}</Ltr> {text.code(reply).name}
              </Link>
            </p>
            <p>{text.code(reply).meaning}</p>
          </Fact>
        )}
        {value('class')}
        {value('category')}
        {value('outcome')}
        {rows.has('commands') && (
          <Fact title={text.facet('commands')}>
            <SessionDrawing records={[record]} />
            <CommandCases record={record} />
          </Fact>
        )}
        <Fact title={text.facet('next-step')}>
          <ValueText facet="next-step" record={record} />
          {isRetried(record) && <RetryDrawing records={[record]} />}
        </Fact>
        {list('scenarios')}
        {list('remedies')}
        <Fact title={t('code.send')}>
          <p>
            <RichText text={words.send} />
          </p>
        </Fact>
        {list('actors')}
        {value('responsibility')}
        {value('connection')}
        {value('bounce')}
        {list('enhanced-codes')}
        {list('replies')}
        {list('official-texts')}
        {value('standing')}
        {value('registration')}
        {list('sources')}
        {record.updatedBy.length > 0 && (
          <Fact title={t('standing.also')}>
            <SourceList sources={record.updatedBy} />
          </Fact>
        )}
      </dl>

      {providers}

      {partners.length > 0 && (
        <section className={styles.partners}>
          <h2>{t(record.enhanced ? 'enhanced.near' : 'code.partners', { code })}</h2>
          <ul>
            {partners.map((partner) => (
              <li key={partner}>
                <Link href={pairPath(text.tag, code, partner)}>
                  {t('code.compare-with', { first: code, second: partner, name: text.code(partner).name })}
                </Link>
                <p>{text.pair(ascendingPair(code, partner))?.answer ?? text.code(partner).gist}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <GoodToKnow catalog={catalog} records={[record]} />
    </>
  )
}

interface FactProps {
  title: string
  children: ReactNode
}

function Fact({ title, children }: FactProps) {
  return (
    <div className={styles.fact}>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  )
}

interface ListFactProps {
  facet: ListFacetId
  catalog: Catalog
  record: CodeRecord
}

function ListFact({ facet, catalog, record }: ListFactProps) {
  const text = useCatalogText()
  const ids = listOf(facet, record)
  if (ids === null) return <Unspecified />
  if (ids.length === 0) return text.none(facet, record.code)
  return <ListEntries facet={facet} ids={ids} catalog={catalog} record={record} hasSources />
}

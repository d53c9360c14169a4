import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Catalog, ProviderReplies } from '#src/catalog/catalog-schema.ts'
import { findCode } from '#src/catalog/find-code.ts'
import { replyClass } from '#src/catalog/reply-class.ts'
import type { KnownReplies, Recognition } from '#src/recognize/recognition.ts'
import { codeOf } from '#src/recognize/code-of.ts'
import { useCatalogText } from '#src/i18n/language-provider.tsx'
import { Button } from '#src/ui/button.tsx'
import { Ltr } from '#src/ui/ltr.tsx'
import { Notice } from '#src/ui/notice.tsx'
import { RichText } from '#src/ui/rich-text.tsx'
import { CopyPasted } from './copy-pasted.tsx'
import { misplacedAmong, pastedFacts } from './pasted-facts.ts'
import styles from './reply-detail.module.css'
import { visibleText } from './visible-text.ts'

interface ReplyDetailProps {
  catalog: Catalog
  providers: ProviderReplies['providers']
  known: KnownReplies | null
  recognition: Recognition
  onPlace: (side: 0 | 1) => void
  renderKnown: (id: string) => ReactNode
  renderConflicts: (code: string) => ReactNode
  renderLink: (code: string) => ReactNode
  linkOf: (code: string) => string
}

/** One reply of a pasted text: its codes, what the text says of it, what it means, and where to go with it. */
export function ReplyDetail({
  catalog,
  providers,
  known,
  recognition,
  onPlace,
  renderKnown,
  renderConflicts,
  renderLink,
  linkOf,
}: ReplyDetailProps) {
  const { t } = useTranslation()
  const text = useCatalogText()
  const [side, setSide] = useState<0 | 1 | null>(null)
  const code = codeOf(recognition)
  const record = findCode(catalog, code)
  const facts = pastedFacts(recognition, providers, t, text)
  const misplaced = record && misplacedAmong(catalog, record, recognition.command)
  const place = (chosen: 0 | 1) => {
    setSide(chosen)
    onPlace(chosen)
  }
  return (
    <div className={styles.detail} data-tone={replyClass(code)}>
      <h3 className={styles.heading}>
        <span className={styles.code}>
          <Ltr>{code}</Ltr>
        </span>
        {record && <span>{text.code(code).name}</span>}
      </h3>
      {recognition.words !== '' && (
        <figure className={styles.words}>
          <figcaption>{t('paste.words')}</figcaption>
          <q lang="" dir="auto" translate="no">
            {visibleText(recognition.words)}
          </q>
        </figure>
      )}
      <dl className={styles.facts}>
        {facts
          .filter(({ value }) => value !== null)
          .map(({ id, title, value, isForeign }) => (
            <div key={id}>
              <dt>{title}</dt>
              <dd>{isForeign ? <bdi translate="no">{visibleText(value ?? '')}</bdi> : value}</dd>
            </div>
          ))}
      </dl>
      {record === null ? (
        <Notice>
          <p>{t('paste.no-code', { code })}</p>
        </Notice>
      ) : (
        <>
          <div className={styles.actions}>
            <Button onClick={() => place(0)}>{t('paste.place-first')}</Button>
            <Button onClick={() => place(1)}>{t('paste.place-second')}</Button>
            {renderLink(code)}
            <span role="status" className={styles.placed}>
              {side !== null && t(side === 0 ? 'paste.placed-first' : 'paste.placed-second', { code })}
            </span>
          </div>
          <CopyPasted
            key={`${recognition.start} ${code}`}
            catalog={catalog}
            providers={providers}
            known={known}
            recognitions={[recognition]}
            linkOf={() => linkOf(code)}
          />
          {recognition.known !== null && renderKnown(recognition.known)}
          <div className={styles.explained}>
            <p>{text.code(code).meaning}</p>
            <p>
              <strong>{text.facet('next-step')}</strong> <RichText text={text.code(code).next} />
            </p>
          </div>
          {renderConflicts(code)}
          {misplaced && recognition.command && (
            <Notice>
              <p>
                {t('paste.misplaced', {
                  code: recognition.reply?.value ?? code,
                  command: text.command(recognition.command),
                  commands: text.list(misplaced.map(text.command)),
                })}
              </p>
            </Notice>
          )}
        </>
      )}
    </div>
  )
}

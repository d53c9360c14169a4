import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { CodeRecord, ProviderReplies, ProviderReply } from '#src/catalog/catalog-schema.ts'
import { repliesWith, sendersOf, type Sender } from '#src/catalog/provider-replies.ts'
import { codePath } from '#src/compare/permalink.ts'
import { useCatalogText } from '#src/i18n/language-provider.tsx'
import type { ProviderWords } from '#src/i18n/load-words.ts'
import { Button } from '#src/ui/button.tsx'
import { Ltr } from '#src/ui/ltr.tsx'
import { RichText } from '#src/ui/rich-text.tsx'
import styles from './provider-columns.module.css'

interface ProviderColumnsProps {
  known: ProviderReplies
  words: ProviderWords
  /** The two codes of a comparison, or one code twice: the same code at two providers. */
  records: readonly [CodeRecord, CodeRecord]
  /** The provider chosen for each column; null for all of them. */
  chosen: readonly [string | null, string | null]
  onChoose: (side: 0 | 1, provider: string | null) => void
}

/** What two providers send with a code, side by side. */
export function ProviderColumns({ known, words, records, chosen, onChoose }: ProviderColumnsProps) {
  const { t } = useTranslation()
  return (
    <>
      <p className={styles.lead}>{t('providers.lead')}</p>
      <div className={styles.columns}>
        {([0, 1] as const).map((side) => (
          <Column
            key={side}
            known={known}
            words={words}
            record={records[side]}
            provider={chosen[side]}
            onChoose={(provider) => onChoose(side, provider)}
          />
        ))}
      </div>
    </>
  )
}

interface ColumnProps {
  known: ProviderReplies
  words: ProviderWords
  record: CodeRecord
  provider: string | null
  onChoose: (provider: string | null) => void
}

function Column({ known, words, record, provider, onChoose }: ColumnProps) {
  const { t } = useTranslation()
  const id = useId()
  const senders = sendersOf(known, record)
  const name = known.providers.find((candidate) => candidate.id === provider)?.name
  const replies = name === undefined ? [] : repliesWith(known, record, provider)
  const total = senders.reduce((sum, { count }) => sum + count, 0)
  const isMissing = name !== undefined && !senders.some((sender) => sender.id === provider)
  return (
    <div role="group" className={styles.column} aria-labelledby={`${id}-label`}>
      <label id={`${id}-label`} htmlFor={id} className={styles.label}>
        {t('providers.show', { code: record.code })}
      </label>
      <select
        id={id}
        className={styles.select}
        value={name === undefined ? '' : (provider ?? '')}
        onChange={(event) => onChoose(event.currentTarget.value || null)}
      >
        <option value="">{t('providers.all', { count: total })}</option>
        {isMissing && <option value={provider ?? ''}>{t('providers.option', { name, count: 0 })}</option>}
        {senders.map((sender) => (
          <option key={sender.id} value={sender.id}>
            {t('providers.option', { name: sender.name, count: sender.count })}
          </option>
        ))}
      </select>
      {name === undefined ? (
        <Senders code={record.code} senders={senders} onChoose={onChoose} />
      ) : (
        replies.length === 0 && (
          <p className={styles.none}>{t('providers.none-of', { name, code: record.code })}</p>
        )
      )}
      <ul className={styles.replies}>
        {replies.map((reply) => (
          <li key={reply.id}>
            <Reply reply={reply} words={words} />
          </li>
        ))}
      </ul>
    </div>
  )
}

interface SendersProps {
  code: string
  senders: readonly Sender[]
  onChoose: (provider: string) => void
}

/** Who sends a code, each with the number of its replies; pressing one shows them. */
function Senders({ code, senders, onChoose }: SendersProps) {
  const { t } = useTranslation()
  if (senders.length === 0) return <p className={styles.none}>{t('providers.none', { code })}</p>
  return (
    <ul className={styles.senders}>
      {senders.map(({ id, name, count }) => (
        <li key={id}>
          <Button look="quiet" onClick={() => onChoose(id)}>
            {t('providers.option', { name, count })}
          </Button>
        </li>
      ))}
    </ul>
  )
}

interface ReplyProps {
  reply: ProviderReply
  words: ProviderWords
}

function Reply({ reply, words }: ReplyProps) {
  const { t } = useTranslation()
  const text = useCatalogText()
  const reason = words.reasons[reply.reason]
  const detail = reply.detail === undefined ? undefined : words.details[reply.detail]
  const code = [reply.reply, reply.enhanced].filter((part) => part !== null).join(' ')
  const link = /^https?:\/\/\S+$/.test(reply.source) ? reply.source : null
  return (
    <article className={styles.reply} data-tone={code.charAt(0)}>
      {code !== '' && (
        <p>
          <Link href={codePath(text.tag, code)} className={styles.code}>
            <Ltr>{code}</Ltr>
          </Link>
        </p>
      )}
      <p>
        <q className={styles.phrase} lang="en" dir="ltr">
          {reply.phrase}
        </q>
      </p>
      {reason && <p className={styles.name}>{reason.name}</p>}
      {reason && (
        <dl className={styles.facts}>
          <Fact title={text.facet('meaning')} words={[reason.meaning]} />
          <Fact title={t('providers.cause')} words={[reason.cause]} />
          <Fact
            title={text.facet('remedies')}
            words={detail === undefined ? [reason.fix] : [reason.fix, detail]}
          />
        </dl>
      )}
      <p className={styles.source}>
        {!reply.verified && <strong>{t('standing.unverified')} </strong>}
        {link ? (
          <a href={link} rel="noreferrer">
            {t(`evidence.${reply.evidence}`)}
          </a>
        ) : (
          t(`evidence.${reply.evidence}`)
        )}
        {reply.excerpt && <span>{t('providers.excerpt')}</span>}
        {reply.replyBasis === 'usual' && <span>{t('providers.usual')}</span>}
      </p>
    </article>
  )
}

interface FactProps {
  title: string
  words: readonly string[]
}

function Fact({ title, words }: FactProps) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        {words.map((text) => (
          <p key={text}>
            <RichText text={text} />
          </p>
        ))}
      </dd>
    </div>
  )
}

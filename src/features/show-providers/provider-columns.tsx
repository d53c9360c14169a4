import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { CodeRecord, ProviderReplies } from '#src/catalog/catalog-schema.ts'
import { repliesWith, sendersOf, type Sender } from '#src/catalog/provider-replies.ts'
import type { ProviderWords } from '#src/i18n/load-words.ts'
import { Button } from '#src/ui/button.tsx'
import styles from './provider-columns.module.css'
import { ProviderReplyText } from './provider-reply-text.tsx'

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
            <ProviderReplyText reply={reply} words={words} />
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

import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { ProviderReply } from '#src/catalog/catalog-schema.ts'
import { codePath } from '#src/compare/permalink.ts'
import { useCatalogText } from '#src/i18n/language-provider.tsx'
import type { ProviderWords } from '#src/i18n/load-words.ts'
import { Ltr } from '#src/ui/ltr.tsx'
import { RichText } from '#src/ui/rich-text.tsx'
import styles from './provider-reply-text.module.css'

interface ProviderReplyTextProps {
  reply: ProviderReply
  words: ProviderWords
}

/** One reply of a provider: its words, what they mean, why it is sent, what to do, and how that is known. */
export function ProviderReplyText({ reply, words }: ProviderReplyTextProps) {
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

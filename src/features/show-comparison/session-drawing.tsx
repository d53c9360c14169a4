import { useTranslation } from 'react-i18next'
import type { CodeRecord, Command } from '#src/catalog/catalog-schema.ts'
import { replyClass } from '#src/catalog/reply-class.ts'
import { useCatalogText } from '#src/i18n/language-provider.tsx'
import { VisuallyHidden } from '#src/ui/visually-hidden.tsx'
import { CommandName } from './command-name.tsx'
import styles from './session-drawing.module.css'

interface Stage {
  id: string
  /** Commands that a reader meets at this point; HELO is the older EHLO, BDAT and BURL end the data as the dot does. */
  commands: readonly Command[]
}

const MAIL_STAGES: readonly Stage[] = [
  { id: 'CONNECT', commands: ['CONNECT'] },
  { id: 'EHLO', commands: ['EHLO', 'HELO'] },
  { id: 'STARTTLS', commands: ['STARTTLS'] },
  { id: 'AUTH', commands: ['AUTH'] },
  { id: 'MAIL', commands: ['MAIL'] },
  { id: 'RCPT', commands: ['RCPT'] },
  { id: 'DATA', commands: ['DATA'] },
  { id: 'DATA_END', commands: ['DATA_END', 'BDAT', 'BURL'] },
  { id: 'QUIT', commands: ['QUIT'] },
]
const OTHER_STAGES: readonly Stage[] = (
  ['RSET', 'NOOP', 'HELP', 'VRFY', 'EXPN', 'ETRN', 'ATRN'] as const
).map((command) => ({ id: command, commands: [command] }))

interface SessionDrawingProps {
  /** One code, or the two of a comparison in their order. */
  records: readonly CodeRecord[]
}

/**
 * The SMTP session as a line of stages with a lane for each code. The order is the protocol's and runs left to right in
 * every script, as transcripts do. Each stage says in words, for those who do not see it, what its marks show.
 */
export function SessionDrawing({ records }: SessionDrawingProps) {
  const { t } = useTranslation()
  const known = records.filter((record) => record.commands.length > 0)
  const others = OTHER_STAGES.filter((stage) =>
    records.some((record) => strengthAt(record, stage) !== 'none'),
  )
  const isOnlyOther = !MAIL_STAGES.some((stage) =>
    records.some((record) => strengthAt(record, stage) !== 'none'),
  )
  const hasWeak = [...MAIL_STAGES, ...OTHER_STAGES].some((stage) =>
    records.some((record) => strengthAt(record, stage) === 'weak'),
  )
  return (
    <div className={styles.drawing} role="group" aria-label={t('session.title')}>
      {known.length > 0 && !isOnlyOther && (
        <Track label={t('session.mail')} stages={MAIL_STAGES} records={records} />
      )}
      {others.length > 0 && <Track label={t('session.other')} stages={others} records={records} />}
      {records
        .filter((record) => record.commands.length === 0)
        .map((record) => (
          <p key={record.code} className={styles.unknown}>
            {t(record.neverOnWire ? 'session.never' : 'session.unknown', { code: record.code })}
          </p>
        ))}
      {hasWeak && (
        <p className={styles.legend}>
          <span className={styles.sample} data-mark={markOf(0, 'listed')} data-tone="none" />{' '}
          {t('session.legend-listed')}{' '}
          <span className={styles.sample} data-mark={markOf(0, 'weak')} data-tone="none" />{' '}
          {t('session.legend-weak')}
        </p>
      )}
    </div>
  )
}

interface TrackProps {
  label: string
  stages: readonly Stage[]
  records: readonly CodeRecord[]
}

function Track({ label, stages, records }: TrackProps) {
  const { t } = useTranslation()
  const text = useCatalogText()
  return (
    <div className={styles.trackBox}>
      <p className={styles.trackLabel}>{label}</p>
      <div className={styles.track} dir="ltr">
        <div className={styles.codes} aria-hidden="true">
          {records.map((record) => (
            <span key={record.code} className={styles.code} data-tone={replyClass(record.code)}>
              {record.code}
            </span>
          ))}
        </div>
        <ol className={styles.stages}>
          {stages.map((stage) => {
            const marks = records.map((record) => ({
              code: record.code,
              strength: strengthAt(record, stage),
            }))
            const here = marks.filter(({ strength }) => strength !== 'none').map(({ code }) => code)
            const command = text.command(stage.id)
            return (
              <li key={stage.id} className={styles.stage} data-used={here.length > 0 || undefined}>
                <VisuallyHidden>
                  {here.length > 0
                    ? t('session.stage', { command, codes: text.list(here) })
                    : t(records.length === 1 ? 'session.stage-not' : 'session.stage-none', { command })}
                </VisuallyHidden>
                {marks.map(({ code, strength }, side) => (
                  <span
                    key={code}
                    className={styles.lane}
                    data-mark={markOf(side, strength)}
                    data-tone={strength === 'none' ? undefined : replyClass(code)}
                  />
                ))}
                <span className={styles.stageLabel} aria-hidden="true">
                  <CommandName id={stage.id} />
                </span>
              </li>
            )
          })}
        </ol>
      </div>
    </div>
  )
}

/** A disc for the first code, a diamond for the second: the sides differ in shape, not in colour alone. */
function markOf(side: number, strength: Strength): string | undefined {
  if (strength === 'none') return undefined
  return `${strength} ${side === 0 ? 'disc' : 'diamond'}`
}

type Strength = 'listed' | 'weak' | 'none'

function strengthAt(record: CodeRecord, stage: Stage): Strength {
  const entries = record.commands.filter((entry) => stage.commands.includes(entry.command))
  if (entries.length === 0) return 'none'
  return entries.some((entry) => entry.basis === 'listed' || entry.basis === 'any-command')
    ? 'listed'
    : 'weak'
}

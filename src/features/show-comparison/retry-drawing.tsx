import { useTranslation } from 'react-i18next'
import type { CodeRecord } from '#src/catalog/catalog-schema.ts'
import { replyClass } from '#src/catalog/reply-class.ts'
import { timelineOf, type Timeline } from '#src/compare/retry-schedule.ts'
import { VisuallyHidden } from '#src/ui/visually-hidden.tsx'
import styles from './retry-drawing.module.css'

interface RetryDrawingProps {
  records: readonly CodeRecord[]
}

/** Whether a drawing of time says anything about these codes: only where at least one of them is retried. */
export function isRetried(record: CodeRecord): boolean {
  return timelineOf(record.nextStep).kind === 'retries'
}

/** Retries against time, a lane for each code. The scale is stretched at its start, where the tries lie close. */
export function RetryDrawing({ records }: RetryDrawingProps) {
  const { t } = useTranslation()
  return (
    <figure className={styles.drawing}>
      <figcaption className={styles.caption}>{t('timeline.title')}</figcaption>
      {records.map((record) => {
        const timeline = timelineOf(record.nextStep)
        return (
          <div key={record.code} className={styles.lane} dir="ltr">
            <span className={styles.code} data-tone={replyClass(record.code)} aria-hidden="true">
              {record.code}
            </span>
            <Lane timeline={timeline} tone={replyClass(record.code)} />
            <VisuallyHidden>{t(spoken[timeline.kind], { code: record.code })}</VisuallyHidden>
          </div>
        )
      })}
      <div className={styles.lane} dir="ltr" aria-hidden="true">
        <svg className={styles.axis}>
          <text x="4%" y="14">
            {t('timeline.now')}
          </text>
          <text x="24%" y="14">
            {t('timeline.half-hour')}
          </text>
          <text x="53%" y="14">
            {t('timeline.hour-pace')}
          </text>
          <text x="84%" y="14">
            {t('timeline.days')}
          </text>
        </svg>
      </div>
    </figure>
  )
}

const spoken = {
  retries: 'timeline.retries',
  'returned-at-once': 'timeline.returned',
  'not-drawn': 'timeline.not-drawn',
} as const satisfies Record<Timeline['kind'], string>

interface LaneProps {
  timeline: Timeline
  tone: string
}

function Lane({ timeline, tone }: LaneProps) {
  const { t } = useTranslation()
  if (timeline.kind === 'not-drawn') {
    return <span className={styles.words}>{t('timeline.short-not-drawn')}</span>
  }
  if (timeline.kind === 'returned-at-once') {
    return (
      <svg className={styles.svg} data-tone={tone} aria-hidden="true">
        <Returned x={4} label={t('timeline.short-returned')} />
      </svg>
    )
  }
  const { tries } = timeline.schedule
  return (
    <svg className={styles.svg} data-tone={tone} aria-hidden="true">
      <line className={styles.line} x1="4%" x2="84%" y1="24" y2="24" />
      <circle cx="4%" cy="24" r="6" />
      {tries.map((hours) => (
        <circle key={hours} cx={`${positionOf(hours)}%`} cy="24" r={hours < 1 ? 6 : 3.5} />
      ))}
      <Returned x={84} label={t('timeline.give-up')} />
    </svg>
  )
}

interface ReturnedProps {
  x: number
  label: string
}

/** The message leaves the queue for its author: a square, where every try is a disc. */
function Returned({ x, label }: ReturnedProps) {
  return (
    <svg x={`${x}%`} y="0" className={styles.returned}>
      <rect x="-6" y="18" width="12" height="12" />
      <text x={x < 50 ? -6 : 0} y="12" data-anchor={x < 50 ? 'start' : 'middle'}>
        {label}
      </text>
    </svg>
  )
}

/** Percent of the lane for hours after the first try: half an hour at a quarter, one day before the last stretch. */
function positionOf(hours: number): number {
  return hours < 1 ? 24 : 34 + (hours / 24) * 40
}

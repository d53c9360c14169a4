import { Fragment, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Excerpt } from '#src/recognize/summarize.ts'
import styles from './marked-text.module.css'
import { visibleText } from './visible-text.ts'

interface MarkedTextProps {
  excerpts: readonly Excerpt[]
  /** The group whose replies stand out. */
  chosen: number
  toneOf: (group: number) => string
}

/** The pasted text, or what of a long one surrounds its replies, with the replies marked. */
export function MarkedText({ excerpts, chosen, toneOf }: MarkedTextProps) {
  const { t } = useTranslation()
  const box = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const mark = box.current?.querySelector<HTMLElement>('mark[data-chosen]')
    // Within the box only: the page stays where the reader is.
    if (box.current && mark)
      box.current.scrollTop = Math.max(0, mark.offsetTop - box.current.clientHeight / 3)
  }, [])

  return (
    // A region that scrolls has to be reached by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={box} className={styles.box} role="region" aria-label={t('paste.text')} tabIndex={0}>
      {excerpts.map((excerpt, index) => (
        // An excerpt has no identity but its place in the text.
        <pre key={`${index}`} className={styles.excerpt} translate="no">
          {excerpt.isCutBefore && '…\n'}
          <Pieces excerpt={excerpt} chosen={chosen} toneOf={toneOf} />
          {excerpt.isCutAfter && '\n…'}
        </pre>
      ))}
    </div>
  )
}

interface PiecesProps extends Pick<MarkedTextProps, 'chosen' | 'toneOf'> {
  excerpt: Excerpt
}

function Pieces({ excerpt: { text, marks }, chosen, toneOf }: PiecesProps) {
  return (
    <>
      {marks.map(({ start, end, group }, index) => (
        <Fragment key={start}>
          {visibleText(text.slice(marks[index - 1]?.end ?? 0, start))}
          <mark
            className={styles.mark}
            data-tone={toneOf(group)}
            data-chosen={group === chosen ? '' : undefined}
          >
            {visibleText(text.slice(start, end))}
          </mark>
        </Fragment>
      ))}
      {visibleText(text.slice(marks.at(-1)?.end ?? 0))}
    </>
  )
}

import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { WordRun } from '#src/compare/diff-words.ts'
import { ChangeMark } from '#src/ui/change-mark.tsx'

interface MeaningTextProps {
  runs: readonly WordRun[]
}

/** A sentence with the words marked that the other side has not. */
export function MeaningText({ runs }: MeaningTextProps) {
  const { t } = useTranslation()
  return (
    <p>
      {runs.map((run, index) => {
        // A run has no identity but its place in the sentence.
        const key = `${index}`
        return run.isChanged ? (
          <ChangeMark key={key} spokenStart={t('compare.changed')} spokenEnd={t('compare.changed-end')}>
            {run.text}
          </ChangeMark>
        ) : (
          <Fragment key={key}>{run.text}</Fragment>
        )
      })}
    </p>
  )
}

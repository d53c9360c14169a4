import { useTranslation } from 'react-i18next'
import type { WordRun } from '#src/compare/diff-words.ts'
import { MarkedRuns } from '#src/ui/marked-runs.tsx'

interface MeaningTextProps {
  runs: readonly WordRun[]
}

/** A sentence with the words marked that the other side has not. */
export function MeaningText({ runs }: MeaningTextProps) {
  const { t } = useTranslation()
  return (
    <p>
      <MarkedRuns runs={runs} spokenStart={t('compare.changed')} spokenEnd={t('compare.changed-end')} />
    </p>
  )
}

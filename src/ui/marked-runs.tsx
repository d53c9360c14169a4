import { Fragment } from 'react'
import { ChangeMark } from './change-mark.tsx'

interface MarkedRunsProps {
  runs: readonly { text: string; isChanged: boolean }[]
  /** Spoken around what has changed. */
  spokenStart: string
  spokenEnd: string
}

/** A text in which some stretches are marked as changed. */
export function MarkedRuns({ runs, spokenStart, spokenEnd }: MarkedRunsProps) {
  return runs.map((run, index) => {
    // A run has no identity but its place in the text.
    const key = `${index}`
    return run.isChanged ? (
      <ChangeMark key={key} spokenStart={spokenStart} spokenEnd={spokenEnd}>
        {run.text}
      </ChangeMark>
    ) : (
      <Fragment key={key}>{run.text}</Fragment>
    )
  })
}

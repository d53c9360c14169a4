import type { ReactNode } from 'react'
import styles from './change-mark.module.css'
import { VisuallyHidden } from './visually-hidden.tsx'

interface ChangeMarkProps {
  children: ReactNode
  /** Spoken before and after the words: a highlight alone says nothing to those who do not see it. */
  spokenStart: string
  spokenEnd: string
}

export function ChangeMark({ children, spokenStart, spokenEnd }: ChangeMarkProps) {
  return (
    <mark className={styles.mark}>
      <VisuallyHidden>{spokenStart}</VisuallyHidden>
      {children}
      <VisuallyHidden>{spokenEnd}</VisuallyHidden>
    </mark>
  )
}

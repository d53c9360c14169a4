import type { ReactNode } from 'react'
import styles from './ltr.module.css'

interface LtrProps {
  children: ReactNode
  /** Codes, commands and transcripts stand in the monospace face unless they are part of a sentence. */
  isMono?: boolean
}

/** Keeps a code, a command or a transcript left-to-right and apart from the sentence around it, in any script. */
export function Ltr({ children, isMono = true }: LtrProps) {
  return (
    <bdi dir="ltr" className={isMono ? styles.mono : undefined}>
      {children}
    </bdi>
  )
}

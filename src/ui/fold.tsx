import type { ReactNode } from 'react'
import styles from './fold.module.css'

interface FoldProps {
  title: string
  isOpen: boolean
  onToggle: (isOpen: boolean) => void
  children: ReactNode
}

/** A section that shows its title until somebody wants the rest. */
export function Fold({ title, isOpen, onToggle, children }: FoldProps) {
  return (
    <details
      className={styles.fold}
      open={isOpen}
      onToggle={(event) => onToggle(event.currentTarget.open)}
      data-needs-script=""
    >
      <summary className={styles.summary}>
        <h2>{title}</h2>
      </summary>
      {isOpen && <div className={styles.content}>{children}</div>}
    </details>
  )
}

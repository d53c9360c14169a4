import type { ReactNode } from 'react'
import styles from './notice.module.css'

interface NoticeProps {
  children: ReactNode
}

/** A sentence set apart from the rest, with what can be done about it. */
export function Notice({ children }: NoticeProps) {
  return <div className={styles.notice}>{children}</div>
}

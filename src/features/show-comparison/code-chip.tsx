import { replyClass } from '#src/catalog/reply-class.ts'
import { Ltr } from '#src/ui/ltr.tsx'
import styles from './code-chip.module.css'

interface CodeChipProps {
  /** A code, or a pattern of one such as "5yz". */
  text: string
}

/** A code, or the part of one that a row speaks of, in the colour of its class. */
export function CodeChip({ text }: CodeChipProps) {
  return (
    <span className={styles.chip} data-tone={replyClass(text)}>
      <Ltr>{text}</Ltr>
    </span>
  )
}

import { Button } from './button.tsx'
import styles from './copy-by-hand.module.css'

interface CopyByHandProps {
  text: string
  /** Why it has to be done by hand, the name of the field, and the word on the button. */
  reason: string
  label: string
  close: string
  onClose: () => void
}

/** A text to select, where the browser keeps the clipboard to itself. */
export function CopyByHand({ text, reason, label, close, onClose }: CopyByHandProps) {
  return (
    <div className={styles.manual}>
      <p role="alert">{reason}</p>
      <label>
        {label}
        <textarea
          readOnly
          rows={6}
          dir="auto"
          value={text}
          onFocus={(event) => event.currentTarget.select()}
        />
      </label>
      <Button onClick={onClose}>{close}</Button>
    </div>
  )
}

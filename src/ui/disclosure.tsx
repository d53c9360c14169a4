import { useEffect, useRef, type ReactNode } from 'react'
import styles from './disclosure.module.css'

interface DisclosureProps {
  /** What the closed button shows. */
  label: ReactNode
  children: ReactNode
}

/**
 * A button with a panel under it. A native `details`, so it opens before and without any script; with one it also
 * closes on Escape, on a press elsewhere and when the focus leaves.
 */
export function Disclosure({ label, children }: DisclosureProps) {
  const details = useRef<HTMLDetailsElement>(null)

  useEffect(() => {
    const closeUnlessInside = ({ target }: Event) => {
      if (target instanceof Node && !details.current?.contains(target)) close(details.current)
    }
    const closeOnEscape = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape' || !details.current?.contains(document.activeElement)) return
      closeDisclosure(details.current)
    }
    document.addEventListener('pointerdown', closeUnlessInside)
    document.addEventListener('focusin', closeUnlessInside)
    document.addEventListener('keydown', closeOnEscape)
    return () => {
      document.removeEventListener('keydown', closeOnEscape)
      document.removeEventListener('pointerdown', closeUnlessInside)
      document.removeEventListener('focusin', closeUnlessInside)
    }
  }, [])

  return (
    <details ref={details} className={styles.disclosure}>
      <summary className={styles.button}>
        {label}
        <span className={styles.sign} aria-hidden="true">
          ▾
        </span>
      </summary>
      <div className={styles.panel}>{children}</div>
    </details>
  )
}

/** Closes the disclosure around an element and gives the focus back to its button. */
export function closeDisclosure(inside: Element) {
  const details = inside.closest('details')
  if (!details) return
  // The reader may be far below the button, and wants to stay there.
  details.querySelector('summary')?.focus({ preventScroll: true })
  close(details)
}

function close(details: HTMLDetailsElement | null) {
  if (details) details.open = false
}

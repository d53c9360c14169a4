import styles from './screen.module.css'

/** Shown before any words have arrived, so it has none: a page's outline that keeps its place. */
export function LoadingScreen() {
  return (
    <div className={styles.loading} aria-busy="true">
      <div className={styles.outline} />
    </div>
  )
}

import { sourceLink } from '#src/catalog/source-link.ts'
import { Ltr } from '#src/ui/ltr.tsx'
import styles from './source-list.module.css'

interface SourceListProps {
  sources: readonly string[]
}

/** Citations, linked where they are public. They are proper names: the same in every language. */
export function SourceList({ sources }: SourceListProps) {
  return (
    <ul className={styles.list}>
      {sources.map((source) => (
        <li key={source}>
          <SourceName source={source} />
        </li>
      ))}
    </ul>
  )
}

interface SourceNameProps {
  source: string
}

export function SourceName({ source }: SourceNameProps) {
  const link = sourceLink(source)
  const name = <Ltr isMono={false}>{source}</Ltr>
  return link ? (
    <a href={link} rel="noreferrer" lang="en">
      {name}
    </a>
  ) : (
    <span lang="en">{name}</span>
  )
}

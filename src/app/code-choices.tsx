import { Link } from 'wouter'
import { codePath } from '#src/compare/permalink.ts'
import { useCatalogText } from '#src/i18n/language-provider.tsx'
import { Ltr } from '#src/ui/ltr.tsx'
import styles from './screen.module.css'

interface CodeChoicesProps {
  codes: readonly string[]
}

export function CodeChoices({ codes }: CodeChoicesProps) {
  const text = useCatalogText()
  return (
    <ul className={styles.choices}>
      {codes.map((code) => (
        <li key={code}>
          <Link href={codePath(text.tag, code)}>
            <Ltr>{code}</Ltr> {text.code(code).name}
          </Link>
        </li>
      ))}
    </ul>
  )
}
